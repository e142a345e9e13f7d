package samantha_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os/exec"
	"path"
	"slices"
	"strings"
	"testing"
)

// outside is the one package that opens connections.
const outside = "internal/house/outside/"

// opening are the names of a package by which a connection is opened, a name asked for
// or a datagram sent; "*" is all of it.
func opening() map[string][]string {
	return map[string][]string{
		"net": {
			"Dial", "DialTimeout", "DialTCP", "DialUDP", "DialIP", "DialUnix", "Dialer", "Resolver", "DefaultResolver",
			"ListenPacket", "ListenUDP", "ListenMulticastUDP", "ListenIP", "ListenUnixgram", "LookupHost", "LookupIP", "LookupAddr", "LookupCNAME",
			"LookupMX", "LookupNS", "LookupPort", "LookupSRV", "LookupTXT", "ResolveIPAddr", "ResolveTCPAddr", "ResolveUDPAddr",
		},
		"net/http": {
			"Get", "Head", "Post", "PostForm", "DefaultClient", "DefaultTransport", "Transport", "ProxyFromEnvironment",
		},
		"crypto/tls":                   {"Dial", "DialWithDialer", "Dialer"},
		"net/smtp":                     {"*"},
		"net/rpc":                      {"*"},
		"net/rpc/jsonrpc":              {"*"},
		"net/http/httputil":            {"*"},
		"log/syslog":                   {"*"},
		"syscall":                      {"Connect", "Socket", "Sendto", "Sendmsg"},
		"golang.org/x/sys/unix":        {"*"},
		"golang.org/x/net/proxy":       {"*"},
		"golang.org/x/net/websocket":   {"*"},
		"golang.org/x/net/http2":       {"*"},
		"golang.org/x/crypto/ssh":      {"*"},
		"golang.org/x/crypto/acme":     {"*"},
		"github.com/coder/websocket":   {"Dial"},
		"github.com/gobwas/ws":         {"*"},
		"github.com/chromedp/chromedp": {"*"},
		"github.com/chromedp/cdproto":  {"*"},
		"github.com/tetratelabs/wazero/experimental/sock": {"*"},
	}
}

// started are the places where another program is started: a browser for her page, and
// what the system has to have her wake with it.
// The engine is her own process.
func started() []string {
	return []string{
		"cmd/samantha/browse.go", "cmd/samantha/service.go",
		"internal/words/model/engine/child.go", "internal/words/model/engine/serve.go", "internal/words/model/engine/pack/main.go", "internal/bench/engine/engine.go",
	}
}

// socketed are the places that speak with the engine, over a socket of the file system:
// every dial in them is "unix", which TestTheEngineIsReachedByAFileAlone holds.
func socketed() []string {
	return []string{"internal/words/model/engine/child.go", "internal/words/model/engine/engine.go"}
}

// TestTheEngineIsReachedByAFileAlone: nothing is dialled there but a socket of the file
// system, and no client is made without a transport of its own.
func TestTheEngineIsReachedByAFileAlone(t *testing.T) {
	for _, name := range socketed() {
		f, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(f, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.CallExpr:
				if s, ok := n.Fun.(*ast.SelectorExpr); ok && strings.HasPrefix(s.Sel.Name, "Dial") && !dialsUnix(n) {
					t.Errorf("%s: %s dials something else", name, s.Sel.Name)
				}
			case *ast.CompositeLit:
				s, ok := n.Type.(*ast.SelectorExpr)
				if ok && (s.Sel.Name == "Client" || s.Sel.Name == "Transport") && len(n.Elts) == 0 {
					t.Errorf("%s: an http.%s of the usual way", name, s.Sel.Name)
				}
			}
			return true
		})
	}
}

// dialsUnix: one of the arguments is "unix".
func dialsUnix(call *ast.CallExpr) bool {
	return slices.ContainsFunc(call.Args, func(a ast.Expr) bool {
		lit, ok := a.(*ast.BasicLit)
		return ok && lit.Value == `"unix"`
	})
}

// TestNothingElseOpensConnections: the whole program has one way out, and it can be read.
func TestNothingElseOpensConnections(t *testing.T) {
	fset := token.NewFileSet()
	looked := 0
	for _, name := range goFiles(t) {
		if strings.HasPrefix(name, outside) || strings.HasPrefix(name, "internal/face/browser/") {
			continue // the browser room is tests alone
		}
		f, err := parser.ParseFile(fset, name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		looked++
		for _, e := range opens(f) {
			if slices.Contains(socketed(), name) {
				continue
			}
			t.Errorf("%s: %s opens a connection; only %s may", fset.Position(e.Pos()), sel(e), outside)
		}
		if runs(f) && !slices.Contains(started(), name) {
			t.Errorf("%s starts another program", name)
		}
	}
	if looked < 100 {
		t.Errorf("only %d files were looked at", looked)
	}
}

// opens are the places of a file where a connection is opened. An http.Client without a
// transport of its own is one: it would take the default one.
func opens(f *ast.File) []ast.Node {
	out := uses(f, opening())
	named := imported(f)
	ast.Inspect(f, func(n ast.Node) bool {
		made, ok := n.(*ast.CompositeLit)
		if !ok {
			return true
		}
		if t, ok := made.Type.(*ast.SelectorExpr); ok && t.Sel.Name == "Client" {
			if from, ok := t.X.(*ast.Ident); ok && named[from.Name] == "net/http" {
				out = append(out, t)
			}
		}
		return true
	})
	return out
}

// uses are the places of a file where one of the names of a package is used.
func uses(f *ast.File, names map[string][]string) []ast.Node {
	named := imported(f)
	var out []ast.Node
	ast.Inspect(f, func(n ast.Node) bool {
		s, ok := n.(*ast.SelectorExpr)
		if !ok {
			return true
		}
		if from, ok := s.X.(*ast.Ident); ok {
			wanted := names[named[from.Name]]
			if slices.Contains(wanted, s.Sel.Name) || slices.Contains(wanted, "*") {
				out = append(out, s)
			}
		}
		return true
	})
	return out
}

// imported are the packages of a file by the name they have in it.
func imported(f *ast.File) map[string]string {
	named := map[string]string{}
	for _, i := range f.Imports {
		p := strings.Trim(i.Path.Value, `"`)
		name := path.Base(p)
		if i.Name != nil {
			name = i.Name.Name
		}
		named[name] = p
	}
	return named
}

// runs reports whether a file starts another program.
func runs(f *ast.File) bool {
	starts := map[string][]string{"os/exec": {"Command", "CommandContext"}, "os": {"StartProcess"}, "syscall": {"Exec", "ForkExec", "StartProcess"}}
	return len(uses(f, starts)) > 0
}

func sel(n ast.Node) string {
	s := n.(*ast.SelectorExpr)
	return s.X.(*ast.Ident).Name + "." + s.Sel.Name
}

// TestOpeningsAreFound keeps the test above honest.
func TestOpeningsAreFound(t *testing.T) {
	const text = `package p

import (
	"net"
	web "net/http"
	"syscall"

	"github.com/coder/websocket"
)

func a() {
	net.Listen("tcp", "127.0.0.1:0")
	net.Dial("tcp", "x:1")
	(&net.Dialer{}).Dial("tcp", "x:1")
	web.Get("http://x")
	_ = &web.Client{}
	var c *web.Client = nil
	c.Get("http://x")
	websocket.Accept(nil, nil, nil)
	websocket.Dial(nil, "ws://x", nil)
	syscall.Connect(0, nil)
}
`
	f, err := parser.ParseFile(token.NewFileSet(), "p.go", text, 0)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, n := range opens(f) {
		got = append(got, sel(n))
	}
	if s := strings.Join(got, " "); s != "net.Dial net.Dialer web.Get websocket.Dial syscall.Connect web.Client" {
		t.Errorf("found %q", s)
	}
}

// networked are the modules in the program that know of the network at all, each for a
// reason; TestADayWithHerLeavesNothing shows that none uses it.
func networked() []string {
	return []string{
		"github.com/charmbracelet/x/ansi",   // reads addresses of files a terminal names
		"github.com/coder/websocket",        // the wire between her page and her
		"github.com/ncruces/go-sqlite3",     // reads the address of a database
		"github.com/ncruces/go-sqlite3/vfs", //
		"github.com/tetratelabs/wazero",     // could give a module sockets; ours are given none
		"github.com/tetratelabs/wazero/internal/sock",
		"github.com/tetratelabs/wazero/internal/sys",
		"github.com/tetratelabs/wazero/internal/sysfs",
		"golang.org/x/net/html", // reads addresses in a page
	}
}

// TestFewDependenciesKnowTheNetwork: a library that could reach the network is noticed
// when it comes.
func TestFewDependenciesKnowTheNetwork(t *testing.T) {
	out, err := exec.Command("go", "list", "-deps", "-f", `{{if not .Standard}}{{.ImportPath}} {{join .Imports " "}}{{end}}`, "./cmd/samantha").Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	seen := 0
	for line := range strings.Lines(string(out)) {
		f := strings.Fields(line)
		if len(f) == 0 || strings.HasPrefix(f[0], "samantha") {
			continue
		}
		seen++
		knows := slices.ContainsFunc(f[1:], func(p string) bool { return p == "net" || strings.HasPrefix(p, "net/") || p == "crypto/tls" })
		if knows && !slices.Contains(networked(), f[0]) {
			t.Errorf("%s knows the network", f[0])
		}
	}
	if seen == 0 {
		t.Error("no dependency was looked at")
	}
}
