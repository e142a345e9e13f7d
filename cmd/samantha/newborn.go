package main

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"samantha"
	"samantha/internal/mind"
	"samantha/internal/senses"
)

// repliesTried is how many ways to say it `newborn try` shows unless -n says
// otherwise.
const repliesTried = 5

func newbornVerb() verb {
	return verb{
		name: "newborn", args: "try TEXT", says: "what she would make of a line, and ways she might answer; nothing is kept", least: 2, most: -1,
		choose: []string{"try"},
		more:   "  For whoever writes lines of hers: what was heard, read and recalled, what she\n  would mean to do, and the lines she would choose from.\n  -n N   how many answers (5)",
		flags:  []string{"n"},
		run: func(ctx context.Context, c *call, a *app) error {
			if c.args[0] != "try" {
				return fmt.Errorf("usage: samantha newborn try TEXT: %w", samantha.ErrInvalid)
			}
			text, err := senses.Listenable(c.text(1))
			if err != nil {
				return err
			}
			r, err := a.mind(ctx, c.as)
			if err != nil {
				return err
			}
			t, err := r.mind.Try(ctx, samantha.Utterance{Text: text, Origin: samantha.OriginPerson, Zone: c.zone}, cmp.Or(c.number, repliesTried))
			if err != nil {
				return err
			}
			return c.print(t, func(out io.Writer) { plainTrial(out, t) })
		},
	}
}

func plainTrial(out io.Writer, t mind.Trial) {
	for _, a := range t.Hearing.Acts {
		fmt.Fprintf(out, "act       %s %q%s\n", a.Kind, a.Text, plainSlots(a.Slots))
	}
	for _, told := range t.Hearing.Told {
		fmt.Fprintf(out, "told      %s who=%q verb=%q what=%q\n", cmp.Or(told.Kind, "-"), told.Who, told.Verb, told.What)
	}
	for _, f := range t.Facts {
		fmt.Fprintf(out, "fact      %s, %s: %s\n", f.Of, f.Slot, f.Value)
	}
	for _, th := range t.Threads {
		fmt.Fprintf(out, "thread    %s: %s\n", th.Kind, th.About)
	}
	if t.Hearing.Detail != "" {
		fmt.Fprintf(out, "detail    %q\n", t.Hearing.Detail)
	}
	fmt.Fprintf(out, "reading   %s, %.2f sure, valence %+.2f\n", t.Reading.Emotion, t.Reading.Confidence, t.Reading.Valence)
	if t.Care.Level > 0 {
		fmt.Fprintf(out, "care      level %d (%s)\n", t.Care.Level, t.Care.Rule)
	}
	for _, m := range t.Recalled {
		fmt.Fprintf(out, "recalled  %s %q\n", m.ID, m.Text)
	}
	for _, move := range t.Intent.Moves {
		fmt.Fprintf(out, "intent    %s%s\n", move.Act, plainSlots(move.Slots))
	}
	fmt.Fprintf(out, "tone      %s\n", t.Intent.Tone)
	for _, r := range t.Replies {
		fmt.Fprintf(out, "\n%s\n          %s\n", r.Text, strings.Join(r.Lines, ", "))
	}
}

// plainSlots are the slots of an act or a move in the order of their names.
func plainSlots(slots map[string]string) string {
	var line strings.Builder
	for _, name := range slices.Sorted(maps.Keys(slots)) {
		fmt.Fprintf(&line, " %s=%q", name, slots[name])
	}
	return line.String()
}
