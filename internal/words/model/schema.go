package model

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// Schema is the shape of an answer. Only what can be bounded can be said with it: a weak
// model never ends a string without a limit.
type Schema struct {
	Shape  Shape
	Says   string   // what it is for, as the model is told
	Fields []Field  // of an Object, in the order in which they come; all of them do
	Of     *Schema  // what a List is of
	Values []string // of a Choice
	Min    int      // of Text characters, of a List items, of a Number itself
	Max    int
}

// Field is one field of an object.
type Field struct {
	Name string // letters, digits and _
	Schema
}

// Shape is what an answer, or a part of it, is.
type Shape int

// The shapes.
const (
	Object Shape = iota
	List
	String
	Choice // one of a few strings
	Number // whole
	YesNo
)

// MarshalJSON is the shape as JSON Schema, the fields in their order.
func (s Schema) MarshalJSON() ([]byte, error) { return json.Marshal(s.written(false)) }

// written is the shape as JSON Schema, or as Gemini's cut of it.
func (s Schema) written(gemini bool) ordered {
	name := func(t string) pair {
		if gemini {
			t = strings.ToUpper(t)
		}
		return pair{"type", t}
	}
	var o ordered
	switch s.Shape {
	case Object:
		var fields ordered
		names := []string{}
		for _, f := range s.Fields {
			fields, names = append(fields, pair{f.Name, f.written(gemini)}), append(names, f.Name)
		}
		o = ordered{name("object"), {"properties", fields}, {"required", names}}
		if gemini {
			o = append(o, pair{"propertyOrdering", names})
		} else {
			o = append(o, pair{"additionalProperties", false})
		}
	case List:
		o = ordered{name("array"), {"items", s.Of.written(gemini)}, {"minItems", s.Min}, {"maxItems", s.Max}}
	case String:
		o = ordered{name("string"), {"minLength", s.Min}, {"maxLength", s.Max}}
	case Choice:
		o = ordered{name("string"), {"enum", s.Values}}
	case Number:
		o = ordered{name("integer"), {"minimum", s.Min}, {"maximum", s.Max}}
	case YesNo:
		o = ordered{name("boolean")}
	}
	if s.Says != "" {
		o = append(o, pair{"description", s.Says})
	}
	return o
}

// ordered is a JSON object whose keys stand in this order.
type ordered []pair

type pair struct {
	key   string
	value any
}

// MarshalJSON writes it.
func (o ordered) MarshalJSON() ([]byte, error) {
	out := []byte{'{'}
	for i, p := range o {
		if i > 0 {
			out = append(out, ',')
		}
		value, err := json.Marshal(p.value)
		if err != nil {
			return nil, err
		}
		out = append(append(strconv.AppendQuote(out, p.key), ':'), value...)
	}
	return append(out, '}'), nil
}

// GBNF is the shape as a grammar of llama.cpp: what it lets through is JSON of the shape.
func (s Schema) GBNF() string {
	return "root ::= " + s.rule() + "\n" +
		`char ::= [^"\\\x00-\x1F\x7F] | "\\" (["\\/bfnrt] | "u" [0-9a-fA-F]{4})` + "\n"
}

func (s Schema) rule() string {
	switch s.Shape {
	case Object:
		parts := []string{literal("{")}
		for i, f := range s.Fields {
			key := strconv.Quote(f.Name) + ": "
			if i > 0 {
				key = ", " + key
			}
			parts = append(parts, literal(key), f.rule())
		}
		return strings.Join(append(parts, literal("}")), " ")
	case List:
		if s.Max == 0 {
			return literal("[]")
		}
		of := "(" + s.Of.rule() + ")"
		items := fmt.Sprintf(`%s ("," " " %s){%d,%d}`, of, of, max(0, s.Min-1), s.Max-1)
		if s.Min == 0 {
			items = "(" + items + ")?"
		}
		return `"[" ` + items + ` "]"`
	case String:
		return fmt.Sprintf(`"\"" char{%d,%d} "\""`, s.Min, s.Max)
	case Choice:
		var words []string
		for _, v := range s.Values {
			quoted, _ := json.Marshal(v) // a string always can
			words = append(words, literal(string(quoted)))
		}
		return "(" + strings.Join(words, " | ") + ")"
	case Number:
		return "(" + whole(s.Min, s.Max) + ")"
	}
	return `("true" | "false")`
}

// literal is a text as a grammar has it.
func literal(text string) string {
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\n", `\n`).Replace(text) + `"`
}

// whole are the numbers from lo to hi, as a grammar.
func whole(lo, hi int) string {
	var parts []string
	if lo < 0 {
		for _, p := range lengths(max(1, -hi), -lo) {
			parts = append(parts, `"-" `+p)
		}
	}
	if hi >= 0 {
		parts = append(parts, lengths(max(0, lo), hi)...)
	}
	return strings.Join(parts, " | ")
}

// lengths are the numbers from lo to hi, 0 or more, apart by how many digits they have.
func lengths(lo, hi int) []string {
	var parts []string
	for lo <= hi {
		end := hi
		if n := len(strconv.Itoa(lo)); n < len(strconv.Itoa(hi)) {
			end = int(math.Pow10(n)) - 1
		}
		parts = append(parts, digits(strconv.Itoa(lo), strconv.Itoa(end)))
		lo = end + 1
	}
	return parts
}

// digits are the numbers from lo to hi, which are of one length.
func digits(lo, hi string) string {
	nines, zeros := strings.Repeat("9", len(lo)), strings.Repeat("0", len(lo))
	switch {
	case lo == "":
		return `""`
	case lo == zeros && hi == nines:
		return fmt.Sprintf("[0-9]{%d}", len(lo))
	case lo[0] == hi[0]:
		return strings.TrimSuffix(literal(lo[:1])+" "+digits(lo[1:], hi[1:]), ` ""`)
	}
	parts := []string{digits(lo, lo[:1]+nines[1:])}
	if from, to := lo[0]+1, hi[0]-1; from <= to {
		parts = append(parts, strings.TrimSuffix(fmt.Sprintf("[%c-%c] %s", from, to, digits(zeros[1:], nines[1:])), ` ""`))
	}
	return "(" + strings.Join(append(parts, digits(hi[:1]+zeros[1:], hi)), " | ") + ")"
}

// mostTries is in how many places an answer is looked for.
const mostTries = 32

// Find is the JSON of this shape in what a model said, compact, or [ErrGarbage]: talk
// around it and the marks of a block of code are let be.
func (s Schema) Find(text string) (json.RawMessage, error) {
	err := fmt.Errorf("%w: no JSON in it", ErrGarbage)
	opens := "{"
	if s.Shape == List {
		opens = "["
	}
	for range mostTries {
		at := strings.Index(text, opens)
		if at < 0 {
			break
		}
		var raw json.RawMessage
		if json.NewDecoder(strings.NewReader(text[at:])).Decode(&raw) == nil {
			if err = s.Check(raw); err == nil {
				var out bytes.Buffer
				err = json.Compact(&out, raw)
				return out.Bytes(), err
			}
		}
		text = text[at+1:]
	}
	return nil, err
}

// Check is nil if the JSON is of this shape, else [ErrGarbage] with what is not.
func (s Schema) Check(raw json.RawMessage) error {
	dec := json.NewDecoder(bytes.NewReader(raw))
	dec.UseNumber()
	var v any
	if err := dec.Decode(&v); err != nil {
		return fmt.Errorf("%w: %w", ErrGarbage, err)
	}
	return s.check("it", v)
}

func (s Schema) check(where string, v any) error {
	within := func(n int) bool { return s.Min <= n && n <= s.Max }
	fits := false
	switch v := v.(type) {
	case map[string]any:
		return s.checkFields(where, v)
	case []any:
		if fits = s.Shape == List && within(len(v)); fits {
			for i, item := range v {
				if err := s.Of.check(fmt.Sprintf("%s[%d]", where, i), item); err != nil {
					return err
				}
			}
		}
	case string:
		fits = s.Shape == String && within(utf8.RuneCountInString(v)) || s.Shape == Choice && slices.Contains(s.Values, v)
	case json.Number:
		n, err := v.Int64()
		fits = s.Shape == Number && err == nil && within(int(n))
	case bool:
		fits = s.Shape == YesNo
	}
	if !fits {
		return fmt.Errorf("%w: %s is not as asked for", ErrGarbage, where)
	}
	return nil
}

func (s Schema) checkFields(where string, v map[string]any) error {
	if s.Shape != Object || len(v) != len(s.Fields) {
		return fmt.Errorf("%w: %s is not as asked for", ErrGarbage, where)
	}
	for _, f := range s.Fields {
		part, ok := v[f.Name]
		if !ok {
			return fmt.Errorf("%w: %s has no %s", ErrGarbage, where, f.Name)
		}
		if err := f.check(f.Name, part); err != nil {
			return err
		}
	}
	return nil
}

// inWords asks for the shape where the other side cannot be held to it.
func (s Schema) inWords() (Block, error) {
	shape, err := json.Marshal(s)
	return Block{Text: "Answer with one JSON object and nothing else. It has this JSON Schema: " + string(shape)}, err
}
