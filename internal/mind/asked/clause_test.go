package asked_test

import (
	"strings"
	"testing"

	"samantha/internal/mind/asked"
)

func TestTheClauseThatAnswers(t *testing.T) {
	r, w := reader(t), plainly()
	for _, c := range []struct{ question, told, want string }{
		{"who filmed it", "his dad filmed the whole thing", "his dad"},
		{"who reckons i should go to court", "my sister donna reckons i should go to court", "my sister donna"},
		{"who did she give the grapes to", "i took her grapes / she gave them to the man opposite", "the man opposite"},
		{"what does she never open", "she never opens attachments", "attachments"},
		{"what did she say", "all she said was nice jumper", "nice jumper"},
		{"how many sausages did she give me", "my wife made the sausage, she gave me twelve of them", "twelve"},
		{"who baked the cake", "my friend Aoife drove me in, she baked a cake", "my friend Aoife"},
		{"what did maureen lend me", "maureen from number nine lent me her cardigan", "her cardigan"},
	} {
		var told []asked.Said
		lines := strings.Split(c.told, " / ")
		for i := range lines {
			told = append(told, asked.Said{Text: lines[len(lines)-1-i]})
		}
		got := ""
		if f, ok := r.Clause(c.question, told, w); ok {
			got = strings.Join(strings.Fields(told[f.Telling].Text)[f.From:f.To], " ")
		}
		if got != c.want {
			t.Errorf("%q of %q: have %q, want %q", c.question, c.told, got, c.want)
		}
	}
}
