package serve

import (
	"bytes"
	"encoding/json"
	"fmt"
	"reflect"

	"samantha"
)

// kinds are the messages of the wire by their `kind`: those that a page sends,
// then those that she sends, in the order of wire.go.
func kinds() (page, hers []kind) {
	page = []kind{
		{"hello", Hello{}},
		{"say", Say{}},
		{"interim", Interim{}},
		{"cut", Cut{}},
		{"spoke", Spoke{}},
		{"choose", Choose{}},
		{"ask", Ask{}},
	}
	hers = []kind{
		{"welcome", Welcome{}},
		{"heard", Heard{}},
		{"said", Said{}},
		{"thinking", Thinking{}},
		{"refused", Refused{}},
		{"gone", Gone{}},
		{"changed", Changed{}},
		{"told", Told{}},
		{"leaving", Leaving{}},
	}
	return page, hers
}

// kind is one kind of message.
type kind struct {
	name string
	zero any
}

// decode reads a message of a page's: a value of one of its types in wire.go.
// Its error says what is wrong, for whoever writes pages.
func decode(data []byte) (any, error) {
	var envelope struct {
		Kind string `json:"kind"`
	}
	if err := json.Unmarshal(data, &envelope); err != nil {
		return nil, fmt.Errorf("a message is one JSON object: %w", err)
	}
	page, _ := kinds()
	for _, k := range page {
		if k.name != envelope.Kind {
			continue
		}
		message := reflect.New(reflect.TypeOf(k.zero))
		if err := json.Unmarshal(data, message.Interface()); err != nil {
			return nil, fmt.Errorf("%q: %w", k.name, err)
		}
		return message.Elem().Interface(), nil
	}
	return nil, fmt.Errorf("a page sends no message of the kind %.20q: %w", envelope.Kind, samantha.ErrInvalid)
}

// encode writes a message of hers.
func encode(message any) ([]byte, error) {
	page, hers := kinds()
	for _, k := range append(hers, page...) { // a page gets "interim" too
		if reflect.TypeOf(k.zero) != reflect.TypeOf(message) {
			continue
		}
		body, err := json.Marshal(message)
		if err != nil {
			return nil, fmt.Errorf("%q: %w", k.name, err)
		}
		head := []byte(`{"kind":"` + k.name + `",`)
		if len(body) == len("{}") {
			head = bytes.TrimSuffix(head, []byte(","))
		}
		return append(head, body[1:]...), nil
	}
	return nil, fmt.Errorf("%T is no message of the wire: %w", message, samantha.ErrInvalid)
}
