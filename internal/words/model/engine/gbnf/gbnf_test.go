package gbnf

import (
	"errors"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"samantha"
)

func TestASchemaBecomesAGrammar(t *testing.T) {
	got, err := From([]byte(`{"type":"object","properties":{
		"say":{"type":"string","maxLength":80},
		"feeling":{"enum":["joy","a \"quoted\" one"]},
		"list":{"type":"array","items":{"type":"integer","minimum":-3,"maximum":12},"minItems":1,"maxItems":3},
		"sure":{"type":"boolean"}},"required":["say"],"additionalProperties":false}`))
	if err != nil {
		t.Fatal(err)
	}
	const want = `root ::= r6
r1 ::= "\"" char{0,80} "\""
r2 ::= "\"joy\"" | "\"a \\\"quoted\\\" one\""
r3 ::= "-" ([1-3]) | [0-9]{1} | "1" [0-2]
r4 ::= "[" r3 (", " r3){0,2} "]"
r5 ::= "true" | "false"
r6 ::= "{\"say\": " r1 ", \"feeling\": " r2 ", \"list\": " r4 ", \"sure\": " r5 "}"
char ::= [^"\\\x00-\x1F\x7F] | "\\" ["\\/bfnrt]
`
	if got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
}

func TestWhatIsNotKnownIsRefused(t *testing.T) {
	for _, c := range []struct{ schema, says string }{
		{`{"type":"number"}`, `$: type "number"`},
		{`{"type":"object","properties":{"a":{"type":"string","pattern":"x"}}}`, `$.a: json: unknown field "pattern"`},
		{`{"anyOf":[]}`, "anyOf"},
		{`{"type":"array"}`, "an array wants items"},
		{`{"type":"string","minLength":5,"maxLength":4}`, "from 5 to 4"},
		{`{"type":"string","maxLength":100000}`, "from 0 to 100000"},
		{`{"type":"integer","minimum":5,"maximum":4}`, "from 5 to 4"},
		{`{"enum":[]}`, "0 choices"},
		{`{"enum":[{}]}`, "plain values"},
		{strings.Repeat(`{"type":"array","items":`, 12) + `{"type":"null"}` + strings.Repeat("}", 12), "too large"},
		{`[]`, "$"},
		{``, "$"},
	} {
		_, err := From([]byte(c.schema))
		if !errors.Is(err, samantha.ErrInvalid) || !strings.Contains(err.Error(), c.says) {
			t.Errorf("%s: %v, want %q", c.schema, err, c.says)
		}
	}
}

// TestARangeIsExact: what the pattern allows is what lies between the bounds.
func TestARangeIsExact(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		from := rapid.Int64Range(-1200, 1200).Draw(t, "from")
		to := rapid.Int64Range(from, 1300).Draw(t, "to")
		body, err := number(schema{Minimum: &from, Maximum: &to}, "$")
		if err != nil {
			t.Fatal(err)
		}
		all := regexp.MustCompile(`^(` + strings.NewReplacer(`"`, "", " ", "").Replace(body) + `)$`)
		for n := int64(-1400); n <= 1400; n++ {
			if s := strconv.FormatInt(n, 10); all.MatchString(s) != (n >= from && n <= to) {
				t.Fatalf("%d in %d..%d by %s", n, from, to, body)
			}
		}
		for _, s := range []string{"", "-", "-0", "00", "01", "1.0", "+1"} {
			if all.MatchString(s) {
				t.Fatalf("%q is a number in %s", s, body)
			}
		}
	})
}
