package samantha_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"strings"
	"testing"
)

// TestNoPackageVariables: nothing of a package changes behind its back, so the
// only variables at that level are embedded files, errors to compare with, and
// proofs that a type has an interface.
func TestNoPackageVariables(t *testing.T) {
	fset := token.NewFileSet()
	for _, name := range goFiles(t) {
		f, err := parser.ParseFile(fset, name, nil, parser.ParseComments)
		if err != nil {
			t.Fatal(err)
		}
		for _, v := range variables(f) {
			t.Errorf("%s: %s is a variable of the package", fset.Position(v.Pos()), v.Name)
		}
	}
}

// goFiles are all of the module but tests, those for other systems too.
func goFiles(t *testing.T) []string {
	t.Helper()
	var out []string
	err := filepath.WalkDir(".", func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && path != "." && (strings.HasPrefix(d.Name(), ".") || d.Name() == "testdata"):
			return fs.SkipDir
		case strings.HasSuffix(path, ".go") && !strings.HasSuffix(path, "_test.go"):
			out = append(out, path)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// variables are those of a file that may not be.
func variables(f *ast.File) []*ast.Ident {
	var out []*ast.Ident
	for _, d := range f.Decls {
		decl, ok := d.(*ast.GenDecl)
		if !ok || decl.Tok != token.VAR || embeds(decl.Doc) {
			continue
		}
		for _, s := range decl.Specs {
			spec := s.(*ast.ValueSpec)
			if embeds(spec.Doc) {
				continue
			}
			for i, name := range spec.Names {
				if name.Name != "_" && !(i < len(spec.Values) && sentinel(spec.Values[i])) {
					out = append(out, name)
				}
			}
		}
	}
	return out
}

func embeds(doc *ast.CommentGroup) bool {
	if doc == nil {
		return false
	}
	for _, c := range doc.List {
		if strings.HasPrefix(c.Text, "//go:embed ") {
			return true
		}
	}
	return false
}

// sentinel reports whether a value is an error to compare with, of its own or
// of a kind of the root: errors.New(...), fmt.Errorf("%w: ...", samantha.Err...).
func sentinel(value ast.Expr) bool {
	call, ok := value.(*ast.CallExpr)
	if !ok {
		return false
	}
	f, ok := call.Fun.(*ast.SelectorExpr)
	if !ok {
		return false
	}
	from, ok := f.X.(*ast.Ident)
	return ok && (from.Name == "errors" && f.Sel.Name == "New" || from.Name == "fmt" && f.Sel.Name == "Errorf")
}

// TestVariablesAreFound keeps the test above honest.
func TestVariablesAreFound(t *testing.T) {
	const text = `package p

var a = map[string]int{}

//go:embed en
var b embed.FS

var (
	C = errors.New("c")
	d = fmt.Errorf("%w: d", C)
	e = strings.NewReplacer()
	f, g int
	_ error = (*h)(nil)
)

func i() { var j int; _ = j }
`
	file, err := parser.ParseFile(token.NewFileSet(), "p.go", text, parser.ParseComments)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, v := range variables(file) {
		got = append(got, v.Name)
	}
	if s := strings.Join(got, " "); s != "a e f g" {
		t.Errorf("found %q, want a e f g", s)
	}
}
