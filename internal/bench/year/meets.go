package year

import (
	"context"
	"slices"
	"strings"
)

// befalls has them see, on a day, those whom they see by themselves. It is the same
// whatever she said before.
func (t *talker) befalls() {
	for i, g := range t.p.groups {
		if g.meets != "" && t.fate.IntN(100) < g.byItself {
			t.see(i)
		}
	}
}

// turned may have them see somebody of theirs whom a reply brings up and they had not.
func (t *talker) turned(reply string) {
	heard := strings.ToLower(reply)
	for i, g := range t.p.groups {
		if g.meets != "" && strings.Contains(heard, g.meets) && !strings.Contains(t.mine, g.meets) && t.happens(g.chance) {
			t.see(i)
		}
	}
}

// see has them see somebody before they come again; once is enough.
func (t *talker) see(group int) {
	if !slices.Contains(t.meet, group) {
		t.meet = append(t.meet, group)
		t.met++
	}
}

// seen is what they tell of whom they saw.
func (t *talker) seen() []line {
	var out []line
	for _, i := range t.meet {
		g := t.p.groups[i]
		for _, part := range parts(t.draw("meets "+g.meets, g.lines)) {
			out = append(out, line{part, g.sore})
		}
	}
	t.meet = nil
	return out
}

// Beside lives a life, and where the person has people to see, the same one once more
// in which she turns towards nobody: how often they see them is the difference she makes.
func Beside(ctx context.Context, o Options) (Report, error) {
	r, err := Live(ctx, o)
	people := slices.ContainsFunc(o.Person.groups, func(g group) bool { return g.meets != "" })
	if err != nil || !people {
		return r, err
	}
	o.Apart, o.Transcript, o.Ask, o.Each = true, nil, nil, nil
	apart, err := Live(ctx, o)
	r.Apart = &apart.Met
	return r, err
}
