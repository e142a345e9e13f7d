package main

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"math"
	"strings"

	"samantha"
	"samantha/internal/mind"
	"samantha/internal/mind/self"
)

func selfVerb() verb {
	return verb{
		name: "self", says: "who she has become: traits, words, jokes, opinions, wishes",
		more: "  samantha why ID tells where one has it from; forget ID --only takes it back, a\n" +
			"  step of a trait, too; correct ID TEXT puts yours beside hers. Traits move within\n" +
			"  limits: 0.005 a week, 0.132 a year, whatever happens.",
		run: func(ctx context.Context, c *call, a *app) error {
			r, err := a.mind(ctx, c.as)
			if err != nil {
				return err
			}
			s, err := r.mind.Self(ctx)
			if err != nil {
				return err
			}
			return c.print(s, func(out io.Writer) { plainSelf(c, out, s) })
		},
	}
}

// heard is how much of a facet is heard in her talk, in words.
func heard(degree int) string {
	switch max(degree, -degree) {
	case 0:
		return "a hair, not to be heard yet,"
	case 1:
		return "a little"
	case 2:
		return "clearly"
	}
	return "much"
}

func plainSelf(c *call, out io.Writer, s mind.Selfhood) {
	if s.Portrait != nil {
		fmt.Fprintf(out, "%-8s %s  in her words:\n  “%s”\n", s.Portrait.ID, c.stamp(s.Portrait.At), strings.Join(s.Portrait.Sentences, " "))
		plainYours(out, s.Portrait.Yours)
		fmt.Fprintln(out)
	}
	for _, t := range s.Traits {
		words := t.Words
		if t.Since != "" {
			words += ", and by now a little " + t.Since
		}
		fmt.Fprintf(out, "%s\n    %s %+.3f, born %+.3f\n", words, t.Name, t.Now, t.Born)
		for _, f := range t.Facets {
			since := ""
			if f.Since != "" {
				since = ", by now " + heard(f.Heard) + " " + f.Since + " (why " + string(f.Moved) + ")"
			}
			fmt.Fprintf(out, "      %-6s %+.3f: %s%s\n", f.Name, f.Now, f.Shows, since)
		}
	}
	t := s.Candour
	fmt.Fprintf(out, "\nin her last %d answers: %.1f words of praise in a thousand, of %d at most; went along %d, saw it otherwise %d; gave way to pressure %d of %d times\n",
		t.Answers, t.PraiseIn1000(), samantha.PraiseBound, t.Agreed, t.Differed, t.Yielded, t.Pressed)
	fmt.Fprintln(out, "\nthis week:")
	for _, step := range s.Week {
		fmt.Fprintf(out, "%-16s %s %s, because %s\n", step.ID, howFar(step.By), step.How, step.Because)
	}
	if len(s.Week) == 0 {
		fmt.Fprintln(out, "No trait has moved.")
	}
	for _, group := range []struct {
		says  string
		items []self.Item
	}{
		{"words she has from you", s.Words},
		{"jokes you share", s.Jokes},
		{"what she likes", s.Interests},
		{"what she thinks", s.Opinions},
		{"what she holds to", s.Values},
		{"what she would like", s.Wishes},
		{"what she did for the first time", s.Dares},
		{"over", s.Over},
	} {
		plainItems(c, out, group.says, group.items)
	}
}

// howFar is a step of a trait in words.
func howFar(by float64) string {
	switch by = math.Abs(by); {
	case by < 0.005:
		return "by a hair"
	case by < 0.02:
		return "a little"
	}
	return "a good deal"
}

func plainItems(c *call, out io.Writer, says string, items []self.Item) {
	if len(items) == 0 {
		return
	}
	fmt.Fprintf(out, "\n%s:\n", says)
	for _, it := range items {
		fmt.Fprintf(out, "%-8s %s  %s\n", it.ID, c.stamp(it.At), itemLine(it))
		plainYours(out, it.Yours)
	}
}

func plainYours(out io.Writer, y self.Yours) {
	if y.Text != "" {
		fmt.Fprintf(out, "%-8s   you: “%s”\n", y.ID, y.Text)
	}
}

// often is a count in words.
func often(n int) string {
	switch n {
	case 1:
		return "once"
	case 2:
		return "twice"
	}
	return fmt.Sprintf("%d times", n)
}

// itemLine is a thing of her repertoire on one line.
func itemLine(it self.Item) string {
	line := cmp.Or(it.Text, "“"+it.Word()+"”")
	if it.Because != "" {
		line += ", because " + it.Because
	}
	if it.Over != "" {
		line += fmt.Sprintf(" (%s)", it.Over)
	}
	if it.Used > 0 {
		line += "  used " + often(it.Used)
	}
	return line
}
