package serve

import (
	"encoding/json"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"reflect"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// shape is a message by its kind and its fields, in order; "?" marks one that
// may be missing.
type shape struct {
	Kind   string
	Fields []string
}

// TestBothSidesHaveTheSameWire compares wire.go with the page's wire.js.
func TestBothSidesHaveTheSameWire(t *testing.T) {
	page, hers := kinds()
	var ours []shape
	for _, k := range append(page, hers...) {
		ours = append(ours, shape{k.name, fields(reflect.TypeOf(k.zero))})
	}
	if d := cmp.Diff(pageShapes(t), ours); d != "" {
		t.Errorf("wire.js (-) and wire.go (+): %s", d)
	}
}

// fields are the names of a struct's fields in JSON.
func fields(t reflect.Type) (names []string) {
	for i := range t.NumField() {
		f := t.Field(i)
		if f.Anonymous {
			names = append(names, fields(f.Type)...)
			continue
		}
		name, more, _ := strings.Cut(f.Tag.Get("json"), ",")
		if strings.HasPrefix(more, "omit") {
			name += "?"
		}
		names = append(names, name)
	}
	return names
}

// pageShapes reads the messages from wire.js.
func pageShapes(t *testing.T) (shapes []shape) {
	t.Helper()
	text, err := os.ReadFile("../web/page/app/wire.js")
	if err != nil {
		t.Fatal(err)
	}
	typedef := regexp.MustCompile(`(?m)^/\*\* @typedef \{\{(.*)\}( & Her)?\} (\w+) \*/$`)
	field := regexp.MustCompile(`(\w+\??): (?:"(\w+)"\}?$|"(\w+)", )?`)
	var her []string
	for _, m := range typedef.FindAllStringSubmatch(string(text), -1) {
		var names []string
		for _, f := range field.FindAllStringSubmatch(m[1], -1) {
			names = append(names, f[1])
		}
		kind := regexp.MustCompile(`^kind: "(\w+)"`).FindStringSubmatch(m[1])
		switch {
		case m[3] == "Her":
			her = names
		case kind == nil: // Mood, Manner: parts of messages
		default:
			s := shape{Kind: kind[1]}
			s.Fields = append(s.Fields, names[1:]...)
			if m[2] != "" {
				s.Fields = append(s.Fields, her...)
			}
			shapes = append(shapes, s)
		}
	}
	return shapes
}

// TestEveryMessageHasAKind: the types of wire.go are the kinds, in order.
func TestEveryMessageHasAKind(t *testing.T) {
	file, err := parser.ParseFile(token.NewFileSet(), "wire.go", nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	var declared []string
	for _, d := range file.Decls {
		for _, s := range d.(*ast.GenDecl).Specs {
			if spec, ok := s.(*ast.TypeSpec); ok {
				if _, ok := spec.Type.(*ast.StructType); ok {
					declared = append(declared, spec.Name.Name)
				}
			}
		}
	}
	page, hers := kinds()
	var listed []string
	for _, k := range append(page, hers...) {
		listed = append(listed, reflect.TypeOf(k.zero).Name())
		if want := strings.ToLower(reflect.TypeOf(k.zero).Name()); k.name != want {
			t.Errorf("%s is sent as %q", want, k.name)
		}
	}
	if d := cmp.Diff(declared, listed); d != "" {
		t.Error(d)
	}
}

func TestWhatIsNoMessage(t *testing.T) {
	for _, text := range []string{
		"", " ", "null", "[]", "7", `"hello"`, "{}", `{"kind":"dance"}`, `{"kind":7}`, `{"kind":"say"`, `{"kind":"say"} {}`,
		`{"kind":"welcome"}`, `{"kind":"hello","last":-1}`, `{"kind":"say","text":7}`, "\x00\xff", `{"kind":"ask","verb":"why"}`,
		strings.Repeat(`{"a":`, 20000),
	} {
		if m, err := decode([]byte(text)); err == nil {
			t.Errorf("%.40q is %#v", text, m)
		} else if len(err.Error()) > 200 {
			t.Errorf("%.40q: a long reason: %v", text, err)
		}
	}
}

// FuzzDecode: whatever comes over the wire, decode survives it, and what it takes
// for a message is one that can be written again.
func FuzzDecode(f *testing.F) {
	for _, text := range []string{
		`{"kind":"hello","last":7,"zone":"UTC"}`, `{"kind":"say","id":"a","text":"hi","ear":"typed","seconds":1.5}`,
		`{"kind":"interim","text":""}`, `{"kind":"cut","answer":"m7k2.said","spoken":2}`, `{"kind":"spoke","answer":"m7k2.said","voice":"x"}`,
		`{"kind":"choose","choice":"voice","value":"box"}`, `{"kind":"ask","n":1,"verb":["why","m7k2"]}`,
		"\xff", `{"kind":"say","text":"\ud800"}`, `{"KIND":"say"}`, `{"kind":"hello","last":1e30}`,
	} {
		f.Add([]byte(text))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		m, err := decode(data)
		if err != nil {
			return
		}
		again, err := encode(m)
		if err != nil {
			t.Fatalf("%#v: %v", m, err)
		}
		same, err := decode(again)
		if err != nil || !cmp.Equal(m, same) {
			t.Errorf("%s became %s (%v): %s", data, again, err, cmp.Diff(m, same))
		}
	})
}

// A page reads lists and maps without looking whether they are there.
func TestNothingIsSentAsNull(t *testing.T) {
	_, hers := kinds()
	for _, k := range hers {
		if k.name == "said" || k.name == "gone" || k.name == "welcome" || k.name == "changed" {
			continue // built by messageOf, see below
		}
		checkNull(t, k.zero)
	}
	for _, sign := range signs() {
		checkNull(t, messageOf(sign))
	}
}

func checkNull(t *testing.T, message any) {
	t.Helper()
	data, err := encode(message)
	if err != nil {
		t.Fatal(err)
	}
	if !json.Valid(data) || strings.Contains(string(data), "null") {
		t.Errorf("%s", data)
	}
}
