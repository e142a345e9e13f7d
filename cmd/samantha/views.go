package main

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"strings"

	"samantha"
	"samantha/internal/mind"
)

// moodsShown is how many moments `feelings` looks back unless -n says otherwise.
const moodsShown = 40

func feelingsVerb() verb {
	return verb{
		name: "feelings", says: "what she feels now, since when and why",
		more:  "  -n N   how many moments of the past --json has (40)",
		flags: []string{"n"},
		run: func(ctx context.Context, c *call, a *app) error {
			r, err := a.mind(ctx, c.as)
			if err != nil {
				return err
			}
			f, err := r.mind.Feelings(ctx, cmp.Or(c.number, moodsShown))
			if err != nil {
				return err
			}
			return c.print(f, func(out io.Writer) { plainFeelings(c, out, f) })
		},
	}
}

// plainFeelings has the plain sentence first; the figures stand below, for who wants
// them.
func plainFeelings(c *call, out io.Writer, f mind.Feelings) {
	fmt.Fprintf(out, "%s\n\n", cmp.Or(f.Sentence, "Nothing in particular."))
	for _, k := range f.Now {
		fmt.Fprintf(out, "%-16s %s  %-12s %.2f  because %s%s\n", k.ID, c.stamp(k.At), k.Emotion, k.Intensity, k.Because, besides(k))
	}
	fmt.Fprintf(out, "mood: pleasure %+.2f, arousal %+.2f, dominance %+.2f (%s)\n", f.Mood.P, f.Mood.A, f.Mood.D, f.Word)
	for _, w := range f.Wonders {
		fmt.Fprintf(out, "%-16s %s  asks herself %s\n", w.ID, c.stamp(w.At), w.Asks)
		for _, t := range w.Steps {
			fmt.Fprintf(out, "%-16s %s    %s\n", t.ID, c.stamp(t.At), cmp.Or(t.Says, "you said what you think of it"))
		}
	}
	for _, r := range f.Reads {
		fmt.Fprintf(out, "reads %s less readily in you: %d times you said it was not that (undo: \"read me as you did at first\")\n", r.Emotion, r.Times)
	}
}

// besides is what else there is to say of a feeling: held back, or gone back to.
func besides(k mind.FeltNow) string {
	said := ""
	if k.Display != "" {
		said += fmt.Sprintf("; shown %.2f: %s", k.Shown, k.Display)
	}
	if k.Dwells > 0 {
		said += "; she goes back to it"
	}
	return said
}

func encountersVerb() verb {
	return verb{
		name: "encounters", says: "the times you met, and what they were about",
		run: func(ctx context.Context, c *call, a *app) error {
			r, err := a.mind(ctx, c.as)
			if err != nil {
				return err
			}
			met, err := r.mind.Encounters(ctx)
			if err != nil {
				return err
			}
			return c.print(met, func(out io.Writer) {
				for _, e := range met {
					about := strings.Join(e.Details, ", ")
					fmt.Fprintf(out, "%s  %3d moments  %s\n", c.stamp(e.Since), e.Moments, about)
				}
				if len(met) == 0 {
					fmt.Fprintln(out, "You have not met yet.")
				}
			})
		},
	}
}

func leftVerb() verb {
	return verb{
		name: "left", says: "what ever left this machine: where to, how much, why, and who allowed it",
		run: func(ctx context.Context, c *call, a *app) error {
			r, err := a.mind(ctx, c.as)
			if err != nil {
				return err
			}
			left, err := r.mind.Left(ctx)
			if err != nil {
				return err
			}
			return c.print(left, func(out io.Writer) {
				for _, l := range left {
					fmt.Fprintf(out, "%-10s %s  %s to %s (%s)%s, allowed by your choice %q\n", l.ID, c.stamp(l.At), amount(l), l.To, whereTo(l), reason(l), l.Choice)
				}
				if len(left) == 0 {
					fmt.Fprintln(out, "Nothing has left this machine.")
				}
			})
		},
	}
}

// amount is how much left.
func amount(d mind.Departure) string {
	if d.Seconds > 0 {
		return fmt.Sprintf("%.0f seconds of %s", d.Seconds, d.What)
	}
	if d.Bytes == 0 {
		return d.What // noted before it went
	}
	return fmt.Sprintf("%d bytes of %s", d.Bytes, d.What)
}

// whereTo is the address that it went to, as far as this program saw it.
func whereTo(d mind.Departure) string {
	switch {
	case d.Address != "":
		return d.Address
	case d.Choice == samantha.ChoiceRecogniser || d.Choice == samantha.ChoiceRemoteVoice:
		return "sent by your browser, which alone knows the address"
	}
	return "no address noted"
}

// reason is why it left, as a sentence goes on.
func reason(d mind.Departure) string {
	return map[string]string{
		samantha.WhyRecognise: " to have what you spoke turned into text",
		samantha.WhyVoice:     " to have her words spoken",
		samantha.WhyTry:       " to see whether the model answers, with no word of yours",
		samantha.WhyLook:      " to see whether the model is there still, with no word of yours",
		samantha.WhyNight:     " to have the model go over what you told her, at night",
		samantha.WhyExamine:   " to have the model examined, on what you told her",
		samantha.WhyAnswer:    " to have the model word an answer of hers",
		samantha.WhyFetch:     " to ask for that file",
	}[d.Why]
}
