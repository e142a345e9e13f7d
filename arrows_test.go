package samantha_test

import (
	"encoding/json"
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// pkg is what `go list` says of one package.
type pkg struct {
	ImportPath, Dir, Doc string
	GoFiles, Imports     []string
}

func packages(t *testing.T) []pkg {
	t.Helper()
	out, err := exec.Command("go", "list", "-json=ImportPath,Dir,Doc,GoFiles,Imports", "./...").Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	var list []pkg
	for dec := json.NewDecoder(strings.NewReader(string(out))); dec.More(); {
		var p pkg
		if err := dec.Decode(&p); err != nil {
			t.Fatal(err)
		}
		list = append(list, p)
	}
	return list
}

// direction is what one floor of the house may import of the rest of it.
type direction struct {
	from string
	to   []string
}

// directions say what each floor of the house may import of the rest of it;
// the first line that fits a package holds. "..." is a folder and all below.
func directions() []direction {
	return []direction{
		{"samantha", nil},
		{"samantha/cmd/...", []string{"..."}},
		{"samantha/internal/bench/...", []string{"samantha/internal/...", "samantha"}},
		{"samantha/internal/face/...", []string{"samantha/internal/face/...", "samantha/internal/mind", "samantha/internal/senses", "samantha/internal/house", "samantha/internal/house/outside", "samantha"}},
		{"samantha/internal/senses", []string{"samantha/internal/senses/...", "samantha"}},
		{"samantha/internal/mind", []string{"samantha/internal/mind/...", "samantha"}},
		{"samantha/internal/house", []string{"samantha/internal/house/...", "samantha"}},
		{"samantha/internal/house/life/...", []string{"samantha/internal/house/life/...", "samantha"}},
		{"samantha/internal/senses/voice/pack", []string{"samantha/internal/asset"}},
		{"samantha/internal/words/model/engine/pack", []string{"samantha/internal/asset", "samantha/internal/words/model/engine/..."}},
		{"samantha/internal/words/model/speak", []string{"samantha/internal/words/model", "samantha"}},
		{"samantha/internal/words/model/...", []string{"samantha/internal/words/model/...", "samantha"}},
		{"samantha/internal/mind/feeling", []string{"samantha/internal/mind/linear", "samantha"}},
		{"samantha/internal/mind/hearing", []string{"samantha/internal/mind/linear", "samantha"}},
		{"...", []string{"samantha"}},
	}
}

func TestImportsRunDownwards(t *testing.T) {
	for _, p := range packages(t) {
		for _, imported := range p.Imports {
			if strings.HasPrefix(imported, "samantha") && !allowed(p.ImportPath, imported) {
				t.Errorf("%s must not import %s", p.ImportPath, imported)
			}
		}
	}
}

func allowed(from, to string) bool {
	for _, d := range directions() {
		if !within(d.from, from) {
			continue
		}
		for _, target := range d.to {
			if within(target, to) {
				return true
			}
		}
		return false
	}
	return false
}

func within(pattern, path string) bool {
	base, below := strings.CutSuffix(pattern, "...")
	if !below {
		return path == pattern
	}
	return strings.HasPrefix(path+"/", base)
}

// pure are the rooms where the ideas live: no I/O, no clock, no chance.
func pure(p pkg) bool {
	return strings.HasPrefix(p.ImportPath, "samantha/internal/mind/") || p.ImportPath == "samantha/internal/senses/talk" || p.ImportPath == "samantha"
}

func TestPureRoomsStayPure(t *testing.T) {
	forbidden := []string{"os", "io/fs", "net", "net/http", "math/rand", "math/rand/v2", "crypto/rand", "database/sql", "log", "log/slog", "sync", "syscall"}
	for _, p := range packages(t) {
		if !pure(p) {
			continue
		}
		for _, imported := range p.Imports {
			for _, f := range forbidden {
				if imported == f {
					t.Errorf("%s is pure and imports %s", p.ImportPath, imported)
				}
			}
		}
		for _, file := range p.GoFiles {
			text, err := os.ReadFile(filepath.Join(p.Dir, file))
			if err != nil {
				t.Fatal(err)
			}
			for _, word := range []string{"time.Now(", "time.Since(", "time.Sleep(", "\tgo func"} {
				if strings.Contains(string(text), word) {
					t.Errorf("%s/%s is pure and has %q", p.ImportPath, file, word)
				}
			}
		}
	}
}

// TestNoFusedProducts keeps folds alike on all machines: some processors fuse
// a product that is added into one rounding, unless it stands in float64(...).
func TestNoFusedProducts(t *testing.T) {
	if testing.Short() {
		t.Skip("type-checks the pure rooms")
	}
	fset := token.NewFileSet()
	imp := importer.ForCompiler(fset, "source", nil)
	for _, p := range packages(t) {
		if !pure(p) && p.ImportPath != "samantha/internal/mind" {
			continue
		}
		var files []*ast.File
		for _, name := range p.GoFiles {
			f, err := parser.ParseFile(fset, filepath.Join(p.Dir, name), nil, 0)
			if err != nil {
				t.Fatal(err)
			}
			files = append(files, f)
		}
		info := &types.Info{Types: map[ast.Expr]types.TypeAndValue{}}
		conf := types.Config{Importer: imp, Error: func(error) {}}
		_, _ = conf.Check(p.ImportPath, fset, files, info) // the compiler reports errors better
		for _, f := range files {
			ast.Inspect(f, func(n ast.Node) bool {
				for _, e := range added(n) {
					if product(e, info) {
						t.Errorf("%s: a product is added; write float64(a*b)", fset.Position(e.Pos()))
					}
				}
				return true
			})
		}
	}
}

// added are the operands of a sum or a difference.
func added(n ast.Node) []ast.Expr {
	switch n := n.(type) {
	case *ast.BinaryExpr:
		if n.Op == token.ADD || n.Op == token.SUB {
			return []ast.Expr{n.X, n.Y}
		}
	case *ast.AssignStmt:
		if n.Tok == token.ADD_ASSIGN || n.Tok == token.SUB_ASSIGN {
			return n.Rhs
		}
	}
	return nil
}

func product(e ast.Expr, info *types.Info) bool {
	for {
		inner, ok := e.(*ast.ParenExpr)
		if !ok {
			break
		}
		e = inner.X
	}
	b, ok := e.(*ast.BinaryExpr)
	if !ok || b.Op != token.MUL {
		return false
	}
	tv := info.Types[e]
	basic, ok := tv.Type.(*types.Basic)
	return ok && basic.Info()&types.IsFloat != 0 && tv.Value == nil
}

func TestEveryPackageHasADoc(t *testing.T) {
	for _, p := range packages(t) {
		if len(p.GoFiles) > 0 && p.Doc == "" {
			t.Errorf("%s has no package doc", p.ImportPath)
		}
	}
}

func TestEveryDependencyIsExplained(t *testing.T) {
	mod, err := os.ReadFile("go.mod")
	if err != nil {
		t.Fatal(err)
	}
	doc, err := os.ReadFile("docs/dependencies.md")
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(mod)) {
		f := strings.Fields(line)
		if len(f) >= 2 && strings.Contains(f[0], ".") && strings.HasPrefix(f[1], "v") && !strings.Contains(line, "// indirect") {
			if !strings.Contains(string(doc), f[0]) {
				t.Errorf("docs/dependencies.md says nothing of %s", f[0])
			}
		}
	}
}

// told tells a folder of a language that she can only tell from others and answer with a
// line of it, not speak.
func told(entries []os.DirEntry) bool {
	return len(entries) == 1 && (entries[0].Name() == "small.txt" || entries[0].Name() == "language.txt")
}

// TestEveryAnsweredLanguageIsHeard: what she has a line of, she can tell.
func TestEveryAnsweredLanguageIsHeard(t *testing.T) {
	entries, err := os.ReadDir("internal/words/newborn")
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if _, err := os.Stat(filepath.Join("internal/mind/hearing", e.Name())); e.IsDir() && len(e.Name()) == 2 && err != nil {
			t.Errorf("%s is answered and never heard", e.Name())
		}
	}
}

// TestLanguagesAreWhole: a language that she speaks is a folder of the same name in
// each room that has any.
func TestLanguagesAreWhole(t *testing.T) {
	var rooms, languages []string
	for _, p := range packages(t) {
		entries, err := os.ReadDir(p.Dir)
		if err != nil {
			t.Fatal(err)
		}
		for _, e := range entries {
			if e.IsDir() && len(e.Name()) == 2 && strings.Contains(p.ImportPath, "/internal/") {
				if inside, err := os.ReadDir(filepath.Join(p.Dir, e.Name())); err != nil || told(inside) {
					continue
				}
				languages = append(languages, e.Name())
				rooms = append(rooms, p.Dir)
			}
		}
	}
	if len(rooms) == 0 {
		t.Fatal("no room has a language")
	}
	for _, room := range rooms {
		for _, l := range languages {
			if _, err := os.Stat(filepath.Join(room, l)); err != nil {
				t.Errorf("%s lacks the language %s", room, l)
			}
		}
	}
}
