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
		{"who built it with me", "dad and me built it together", "dad"},
		{"where does she hide them", "she hides biscuits for me in her handbag", "in her handbag"},
		{"what did she ask me", "she asked me if the war is over and i said yes", "if the war is over"},
		{"how many times did it pee on my bag", "it has peed on my gym bag twice", "twice"},
		{"what do i do for a living", "I translate for a living", "translate"},
		{"what was wrong with him", "he was in for three weeks with his hip", "his hip"},
		{"what is my brother called", "what did i say my brother was called", ""},
		{"what shall i text him back", "i asked him is he eating", ""},
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
