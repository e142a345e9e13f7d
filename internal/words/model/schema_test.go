package model

import (
	"encoding/json"
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func mood() *Schema {
	return &Schema{Fields: []Field{
		{"feeling", Schema{Shape: Choice, Values: []string{"joy", "sad"}}},
		{"n", Schema{Shape: Number, Min: -3, Max: 9}},
	}}
}

// all has every shape in it.
func all() Schema {
	return Schema{Says: "one moment", Fields: []Field{
		{"say", Schema{Shape: String, Min: 1, Max: 5}},
		{"sure", Schema{Shape: YesNo}},
		{"of", Schema{Shape: List, Min: 0, Max: 2, Of: mood()}},
	}}
}

func TestSchemaAsJSON(t *testing.T) {
	got, err := json.Marshal(all())
	const want = `{"type":"object","properties":{"say":{"type":"string","minLength":1,"maxLength":5},"sure":{"type":"boolean"},"of":{"type":"array","items":{"type":"object","properties":{"feeling":{"type":"string","enum":["joy","sad"]},"n":{"type":"integer","minimum":-3,"maximum":9}},"required":["feeling","n"],"additionalProperties":false},"minItems":0,"maxItems":2}},"required":["say","sure","of"],"additionalProperties":false,"description":"one moment"}`
	if err != nil || string(got) != want {
		t.Errorf("%s, %v", got, err)
	}
}

func TestSchemaAsGrammar(t *testing.T) {
	const want = `root ::= "{" "\"say\": " "\"" char{1,5} "\"" ", \"sure\": " ("true" | "false") ", \"of\": " "[" (("{" "\"feeling\": " ("\"joy\"" | "\"sad\"") ", \"n\": " ("-" "[1-3]" | [0-9]{1}) "}") ("," " " ("{" "\"feeling\": " ("\"joy\"" | "\"sad\"") ", \"n\": " ("-" "[1-3]" | [0-9]{1}) "}")){0,1})? "]" "}"`
	got, _, _ := strings.Cut(all().GBNF(), "\n")
	// of one to three the grammar has no single class; what it is made of does not matter here
	got = strings.ReplaceAll(got, `("1" | [2-2] | "3")`, `"[1-3]"`)
	if got != want {
		t.Errorf("\n got %s\nwant %s", got, want)
	}
}

// TestNumbersOfAGrammar: the grammar of a range lets through the numbers of the range and
// no others.
func TestNumbersOfAGrammar(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		lo := rapid.IntRange(-2000, 2000).Draw(t, "lo")
		hi := rapid.IntRange(lo, 2500).Draw(t, "hi")
		expr := regexp.MustCompile("^(" + strings.NewReplacer(`"`, "", " ", "").Replace(whole(lo, hi)) + ")$")
		for n := -2600; n <= 2600; n++ {
			if expr.MatchString(strconv.Itoa(n)) != (lo <= n && n <= hi) {
				t.Fatalf("%d..%d: %d is wrong in %s", lo, hi, n, expr)
			}
		}
		for _, odd := range []string{"-0", "00", "01", "", "-"} {
			if expr.MatchString(odd) {
				t.Fatalf("%d..%d lets %q through", lo, hi, odd)
			}
		}
	})
}

func TestFinding(t *testing.T) {
	for text, want := range map[string]string{
		`{"feeling":"sad","n":-3}`:                                         `{"feeling":"sad","n":-3}`,
		"```json\n{ \"feeling\" : \"joy\" ,\n \"n\": 9 }\n```":             `{"feeling":"joy","n":9}`,
		`Sure {as you like}: {"feeling":"joy","n":1} I hope`:               `{"feeling":"joy","n":1}`,
		`{"x":1} {"feeling":"joy","n":1}`:                                  `{"feeling":"joy","n":1}`,
		`{"feeling":"glad","n":1}`:                                         "",
		`{"feeling":"sad","n":10}`:                                         "",
		`{"feeling":"sad","n":1.5}`:                                        "",
		`{"feeling":"sad"}`:                                                "",
		`{"feeling":"sad","n":1,"more":2}`:                                 "",
		`{"feeling":"sad","n":`:                                            "",
		`nothing`:                                                          "",
		strings.Repeat(`[`, 20000) + `{"feeling":"sad","n":1}`:             `{"feeling":"sad","n":1}`,
		strings.Repeat(`{"feeling":"sad",`, 2000) + `"feeling":"sad","n":`: "",
	} {
		got, err := mood().Find(text)
		if string(got) != want || (err == nil) != (want != "") || err != nil && Fault(err) != "garbage" {
			t.Errorf("%.60q: %s, %v", text, got, err)
		}
	}
	for _, bad := range []string{`{"say":"","sure":true,"of":[]}`, `{"say":"toolong","sure":true,"of":[]}`, `{"say":"a","sure":1,"of":[]}`, `{"say":"a","sure":true,"of":[1]}`, `{"say":"a","sure":true,"of":{}}`} {
		if err := all().Check(json.RawMessage(bad)); err == nil {
			t.Errorf("%s passes", bad)
		}
	}
	if err := all().Check(json.RawMessage(`{"say":"ünïté","sure":true,"of":[{"feeling":"joy","n":0}]}`)); err != nil {
		t.Error(err)
	}
}

// TestAnswersOfAShape: each dialect is held to a shape its own way, and a server that
// cannot be is asked in words.
func TestAnswersOfAShape(t *testing.T) {
	chunk := func(text string) string {
		quoted, _ := json.Marshal(text)
		return fmt.Sprintf(`{"choices":[{"delta":{"content":%s},"finish_reason":"stop"}]}`, quoted)
	}
	r := hello()
	r.Schema = mood()
	const want = `{"feeling":"sad","n":3}`

	url, _ := serving(t, file(t, "anthropic-tool.sse"))
	if got, _, err := Ask(t.Context(), mustOpen(t, Endpoint{Dialect: Anthropic, URL: url, Patience: quick()}), r); got != want || err != nil {
		t.Errorf("by a tool: %s, %v", got, err)
	}
	url, _ = serving(t, saying(200, chunk(`{ "feeling" : "sad", "n" : 3 }`)))
	if got, _, err := Ask(t.Context(), mustOpen(t, Endpoint{URL: url, Patience: quick()}), r); got != want || err != nil {
		t.Errorf("by a schema: %s, %v", got, err)
	}
	url, asked := bodies(t, saying(400, `{"error":"response_format is not supported"}`), saying(200, chunk("Here: ```"+want+"```")))
	if got, _, err := Ask(t.Context(), mustOpen(t, Endpoint{URL: url, Patience: quick()}), r); got != want || err != nil {
		t.Errorf("in words: %s, %v", got, err)
	}
	if again := fmt.Sprint((*asked)[1]["messages"]); !strings.Contains(again, "JSON Schema") {
		t.Errorf("it was not asked in words: %s", again)
	}
	url, _ = serving(t, saying(200, chunk(`{"feeling":"sad"`)))
	if _, _, err := Ask(t.Context(), mustOpen(t, Endpoint{URL: url, Patience: quick()}), r); Fault(err) != "garbage" {
		t.Errorf("cut: %v", err)
	}
}
