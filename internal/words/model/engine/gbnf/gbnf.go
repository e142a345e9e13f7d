// Package gbnf turns a JSON Schema into a grammar in llama.cpp's notation, so that
// whatever a model knows, what it says has the shape that was asked for. It knows
// the schemas we own: objects whose keys come in the order they are written, all of
// them; enums; strings and arrays with an end; integers in a range. Anything else
// is refused by name, since a grammar that allows more than its schema is worse
// than none.
package gbnf

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"

	"samantha"
)

// Bounds of what is written when a schema gives none, and of what is accepted. An
// unbounded string never ends with a weak model.
const (
	unsaidLength = 400
	unsaidItems  = 16
	mostLength   = 2000
	mostItems    = 100
	mostDepth    = 8
	mostRules    = 300
	mostChoices  = 500
	unsaidNumber = 999_999_999
)

// schema is the part of JSON Schema that is understood.
type schema struct {
	Type       string            `json:"type"`
	Properties fields            `json:"properties"`
	Enum       []json.RawMessage `json:"enum"`
	Const      json.RawMessage   `json:"const"`
	Items      json.RawMessage   `json:"items"`
	MinLength  *int              `json:"minLength"`
	MaxLength  *int              `json:"maxLength"`
	MinItems   *int              `json:"minItems"`
	MaxItems   *int              `json:"maxItems"`
	Minimum    *int64            `json:"minimum"`
	Maximum    *int64            `json:"maximum"`

	// What says nothing of the shape, or nothing that is not so anyway.
	Title       string          `json:"title"`
	Description string          `json:"description"`
	Schema      string          `json:"$schema"`
	Required    []string        `json:"required"`
	Additional  json.RawMessage `json:"additionalProperties"`
}

// fields are the members of an object in the order they are written.
type fields []field

type field struct {
	name  string
	value json.RawMessage
}

// UnmarshalJSON keeps the order.
func (f *fields) UnmarshalJSON(text []byte) error {
	dec := json.NewDecoder(bytes.NewReader(text))
	if open, err := dec.Token(); err != nil || open != json.Delim('{') {
		return fmt.Errorf("properties want an object")
	}
	for dec.More() {
		name, err := dec.Token()
		if err != nil {
			return err
		}
		var value json.RawMessage
		if err := dec.Decode(&value); err != nil {
			return err
		}
		*f = append(*f, field{fmt.Sprint(name), value})
	}
	return nil
}

// From is the grammar of a schema; its first rule is root.
func From(text []byte) (string, error) {
	w := &writer{rules: map[string]string{}}
	body, err := w.value(text, "$", 0)
	if err != nil {
		return "", err
	}
	var out strings.Builder
	fmt.Fprintf(&out, "root ::= %s\n", body)
	for _, rule := range w.order {
		out.WriteString(rule)
	}
	out.WriteString(`char ::= [^"\\\x00-\x1F\x7F] | "\\" ["\\/bfnrt]` + "\n")
	return out.String(), nil
}

// writer collects rules; the same body is one rule.
type writer struct {
	rules map[string]string // body -> name
	order []string
}

func (w *writer) rule(body string) string {
	name, ok := w.rules[body]
	if !ok {
		name = fmt.Sprintf("r%d", len(w.rules)+1)
		w.rules[body] = name
		w.order = append(w.order, fmt.Sprintf("%s ::= %s\n", name, body))
	}
	return name
}

// bad is what cannot be written, and where it stands.
func bad(at, why string, args ...any) error {
	return fmt.Errorf("schema %s: %s: %w", at, fmt.Sprintf(why, args...), samantha.ErrInvalid)
}

// value is the name of the rule for one schema.
func (w *writer) value(text []byte, at string, depth int) (string, error) {
	var s schema
	dec := json.NewDecoder(bytes.NewReader(text))
	dec.DisallowUnknownFields()
	if err := dec.Decode(&s); err != nil {
		return "", bad(at, "%v", err)
	}
	if depth > mostDepth || len(w.rules) > mostRules {
		return "", bad(at, "it is too large")
	}
	body, err := w.body(s, at, depth)
	if err != nil {
		return "", err
	}
	return w.rule(body), nil
}

func (w *writer) body(s schema, at string, depth int) (string, error) {
	switch {
	case s.Const != nil:
		return choice([]json.RawMessage{s.Const}, at)
	case s.Enum != nil:
		return choice(s.Enum, at)
	}
	switch s.Type {
	case "object":
		return w.object(s, at, depth)
	case "array":
		return w.array(s, at, depth)
	case "string":
		least, most, err := bounds(s.MinLength, s.MaxLength, unsaidLength, mostLength)
		if err != nil {
			return "", bad(at, "its length: %v", err)
		}
		return fmt.Sprintf(`"\"" char{%d,%d} "\""`, least, most), nil
	case "integer":
		return number(s, at)
	case "boolean":
		return `"true" | "false"`, nil
	case "null":
		return `"null"`, nil
	}
	return "", bad(at, "type %q is not known to the engine", s.Type)
}

func (w *writer) object(s schema, at string, depth int) (string, error) {
	parts := []string{`"{`}
	for i, f := range s.Properties {
		name, err := w.value(f.value, at+"."+f.name, depth+1)
		if err != nil {
			return "", err
		}
		key, err := json.Marshal(f.name)
		if err != nil {
			return "", bad(at, "%v", err)
		}
		if i > 0 {
			parts = append(parts, `", `)
		}
		parts[len(parts)-1] += escaped(string(key)) + `: "`
		parts = append(parts, name)
	}
	if len(s.Properties) == 0 {
		return `"{}"`, nil
	}
	return strings.Join(append(parts, `"}"`), " "), nil
}

func (w *writer) array(s schema, at string, depth int) (string, error) {
	if s.Items == nil {
		return "", bad(at, "an array wants items")
	}
	least, most, err := bounds(s.MinItems, s.MaxItems, unsaidItems, mostItems)
	if err != nil {
		return "", bad(at, "its items: %v", err)
	}
	item, err := w.value(s.Items, at+"[]", depth+1)
	if err != nil {
		return "", err
	}
	switch {
	case most == 0:
		return `"[]"`, nil
	case least == 0:
		return fmt.Sprintf(`"[]" | "[" %s (", " %s){0,%d} "]"`, item, item, most-1), nil
	}
	return fmt.Sprintf(`"[" %s (", " %s){%d,%d} "]"`, item, item, least-1, most-1), nil
}

// bounds are the least and most of something.
func bounds(least, most *int, unsaid, allowed int) (from, to int, err error) {
	if least != nil {
		from = *least
	}
	to = max(unsaid, from)
	if most != nil {
		to = *most
	}
	if from < 0 || to < from || to > allowed {
		return 0, 0, fmt.Errorf("from %d to %d, where 0 to %d goes", from, to, allowed)
	}
	return from, to, nil
}

// choice is one of a list of plain values.
func choice(values []json.RawMessage, at string) (string, error) {
	if len(values) == 0 || len(values) > mostChoices {
		return "", bad(at, "%d choices, where 1 to %d go", len(values), mostChoices)
	}
	var parts []string
	for _, v := range values {
		if v[0] == '{' || v[0] == '[' {
			return "", bad(at, "a choice wants plain values")
		}
		parts = append(parts, `"`+escaped(string(v))+`"`)
	}
	return strings.Join(parts, " | "), nil
}

// escaped is a text inside a literal of the grammar.
func escaped(s string) string {
	return strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\n", `\n`, "\r", `\r`, "\t", `\t`).Replace(s)
}
