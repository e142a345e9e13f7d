package hearing

import (
	"strings"
	"testing"
)

func TestPattern(t *testing.T) {
	ear := newEar(t)
	for _, c := range []struct {
		pattern, text string
		want          string // what {x} holds; "-" is no match, "" a match without it
	}{
		{"toast", "i had toast", ""},
		{"toast", "i had tea", "-"},
		{"(tea|toast)", "i had tea", ""},
		{"^ i had [some] toast $", "i had toast", ""},
		{"^ i had [some] toast $", "i had some toast", ""},
		{"^ had", "i had toast", "-"},
		{"^ i had", "well so i had toast", ""},
		{"toast $", "toast please", ""},
		{"i ... toast", "i never had any toast", ""},
		{"i {x} toast", "i never had any toast", "never had any"},
		{"i'm {x}", "I’m here", "here"},
		{"had {x:chunk}", "i had the old bread there", "the old bread"},
		{"had {x:tail}", "i had toast over the sink again", "toast over the sink"},
		{"is {x:name}", "my sister is Mara", "Mara"},
		{"is {x:name}", "my sister is nice", "-"},
		{"am {x:number}", "i am forty two now", "forty two"},
		{"a {x=<pet>}", "i saw a guinea pig", "guinea pig"},
		{"toast ?", "toast?", ""},
		{"toast ?", "toast", "-"},
		{"had {x:rest}", "i had toast and tea", "toast and tea"},
	} {
		prog, err := ear.compile(c.pattern, newShared())
		if err != nil {
			t.Fatal(err)
		}
		p := ear.piece(ear.words(c.text, Context{}))
		got := "-"
		if m, ok := ear.match(prog, p); ok {
			x := m.slots["x"]
			u := utterance{text: c.text}
			got = u.bare(p.words[x.from:x.to])
		}
		if got != c.want {
			t.Errorf("%s on %q: got %q, want %q", c.pattern, c.text, got, c.want)
		}
	}
}

func TestRuleErrorsNameTheLine(t *testing.T) {
	ear := newEar(t)
	for _, c := range []struct{ text, want string }{
		{"greet\n  (hi", `x:2: ")" is missing`},
		{"greet\n\n  hi)", `x:3: ")" closes nothing`},
		{"  hi", "x:1: a pattern before the first heading"},
		{"let x = hi\ngreet\n  @nosuch", `x:3: no pattern has the name of "@nosuch"`},
		{"greet\n  <nosuch>", `x:2: no list "nosuch"`},
		{"greet\n  {x:nosuch}", `x:2: no kind of slot "nosuch"`},
		{"greet\n  {x", "x:2: slot without a name or an end"},
	} {
		_, err := ear.parseRules("x", c.text)
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%q: got %v, want %s", c.text, err, c.want)
		}
	}
}
