package main

import (
	"context"
	"fmt"
	"io"
	"time"

	"samantha"
	"samantha/internal/mind"
	"samantha/internal/mind/care"
)

// cared is `samantha care`.
type cared struct {
	Card  care.Card       `json:"card"`
	Years []mind.CareYear `json:"years"`
	Time  mind.Together   `json:"time"`
}

func careVerb() verb {
	return verb{
		name: "care", args: "[time|show|hide|turn|stay]", most: 1, choose: []string{"time", "show", "hide", "turn", "stay"},
		says: "whom to call where you are, how often she was worried for a life, and the time with her: counts, no words",
		more: "  The counts are what a yearly report to an authority asks for. What was forgotten\n  or off the record counts, too; nothing of what was said is in them.\n  The time with her is that of four weeks, beside the people you told her of; it is\n  shown here and, if you ask for it, on the page Us.\n  time         that alone\n  show | hide  on the page Us, or not (\"show me how much time I spend with you\")\n  turn | stay  she may turn you towards people of yours once in a while, or not\n  Bounds you set by telling her: \"not more than half an\n  hour a day\", \"send me to bed at eleven\", \"take off the limit\".",
		run: func(ctx context.Context, c *call, a *app) error {
			r, err := a.mind(ctx, c.as)
			if err != nil {
				return err
			}
			if len(c.args) > 0 {
				return c.timeWithHer(ctx, r.mind)
			}
			years, err := r.mind.CareYears(ctx)
			if err != nil {
				return err
			}
			together, err := r.mind.Together(ctx)
			if err != nil {
				return err
			}
			card, err := r.mind.HelpCard(ctx)
			if err != nil {
				return err
			}
			doc := cared{card, years, together}
			return c.print(doc, func(out io.Writer) { plainCare(out, doc) })
		},
	}
}

// timeWithHer makes a choice about it, and shows it.
func (c *call) timeWithHer(ctx context.Context, m *mind.Mind) error {
	choices := map[string][2]string{
		"show": {samantha.ChoiceTogether, samantha.ChoiceYes}, "hide": {samantha.ChoiceTogether, samantha.ChoiceNo},
		"turn": {samantha.ChoiceCompass, samantha.ChoiceYes}, "stay": {samantha.ChoiceCompass, samantha.ChoiceNo},
	}
	if choice, ok := choices[c.args[0]]; ok {
		if err := m.Choose(ctx, choice[0], choice[1]); err != nil {
			return err
		}
	}
	t, err := m.Together(ctx)
	if err != nil {
		return err
	}
	return c.print(t, func(out io.Writer) { plainTogether(out, t) })
}

func plainCare(out io.Writer, doc cared) {
	fmt.Fprintf(out, "In danger: %s\n", doc.Card.Emergency)
	for _, l := range doc.Card.Lines {
		fmt.Fprintf(out, "%s   (%s, checked: %s)\n", l, l.Source, l.Checked)
	}
	fmt.Fprintf(out, "\n%-6s %8s %8s %8s %8s %8s %8s %8s\n", "year", "none", "level 1", "level 2", "level 3", "others", "referred", "off")
	for _, y := range doc.Years {
		fmt.Fprintf(out, "%-6d %8d %8d %8d %8d %8d %8d %8d\n", y.Year, y.Levels[0], y.Levels[1], y.Levels[2], y.Levels[3], y.Others, y.Referred, y.Off)
	}
	fmt.Fprintln(out)
	plainTogether(out, doc.Time)
}

// plainTogether is the time with her, and what she makes of it.
func plainTogether(out io.Writer, t mind.Together) {
	late, others := 0, 0
	for _, d := range t.Days {
		late += d.Late
		if d.Others {
			others++
		}
	}
	fmt.Fprintf(out, "The last four weeks: talk on %d days, %s in all; %d things said after midnight;\nof other people on %d of these days; longest pause %d days.\n",
		len(t.Days), t.Spent.Round(time.Minute), late, others, t.Pause)
	for _, p := range t.People {
		fmt.Fprintf(out, "  %-20s told of on %d days\n", p.Who, p.Days)
	}
	if t.Daily != "" {
		fmt.Fprintf(out, "You set %s minutes a day.\n", t.Daily)
	}
	if t.Bed != "" {
		fmt.Fprintf(out, "You set bed at %s.\n", t.Bed)
	}
	if len(t.Signs) > 0 {
		fmt.Fprintf(out, "What shows in it: %v. With two such signs she asks after your people once a week;\nwith four she says so once, and is short at night.\n", t.Signs)
	}
	fmt.Fprintf(out, "What she makes of it: %s\n", t.View)
	fmt.Fprintf(out, "On the page Us: %s. Turning you towards people of yours: %s.\n", onOff(t.Shown), onOff(t.Turns))
}

func onOff(on bool) string {
	if on {
		return "on"
	}
	return "off"
}
