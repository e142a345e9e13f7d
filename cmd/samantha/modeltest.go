package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode"

	"samantha"
	"samantha/internal/bench/exam"
	"samantha/internal/mind"
	"samantha/internal/words/model"
	"samantha/internal/words/model/speak"
)

// testHelp is what help says of `model test` and `model budget`.
const testHelp = "  test     is she the same person with it? Up to forty questions out of her own record,\n" +
	"           answered by the record and through the model (--model NAME: one that she does\n" +
	"           not have), and probes of whether it does as it is told. What it fails it is not\n" +
	"           given to do. Nothing of the answers is kept. A model that is not on this machine\n" +
	"           reads some 60,000 tokens for it.\n" +
	"  budget   what a model that is not on this machine may take in a day: TOKENS, or no;\n" +
	"           --price IN/OUT is what a million of them cost, to have it in money\n"

// examinedDoc is what `samantha model test` says.
type examinedDoc struct {
	exam.Report
	Note string `json:"note,omitempty"` // hers
}

// examine puts a model to the test and keeps what came of it.
func (r *resident) examine(ctx context.Context, c *call, a *app) error {
	found, t, err := r.candidate(ctx, c.model)
	if err != nil {
		return err
	}
	lent, err := r.examined(ctx, found, t)
	if err != nil {
		return err
	}
	report, err := exam.Run(ctx, exam.Options{Mind: r.mind, Newborn: a.words, Lent: lent, Clock: wall{}, Tell: c.counting()})
	if t != nil {
		err = errors.Join(err, t.note(context.WithoutCancel(ctx), r.mind))
	}
	if err != nil {
		return err
	}
	kept, err := r.mind.Examined(ctx, report.Numbers())
	if err != nil {
		return err
	}
	doc := examinedDoc{report, kept.Note}
	return c.print(doc, func(out io.Writer) { doc.plain(out) })
}

// candidate is the model to be examined: the one she has, or the one of a name on this
// machine; and the way to it if that leads elsewhere.
func (r *resident) candidate(ctx context.Context, name string) (model.Found, *toll, error) {
	s, err := r.modelState(ctx)
	switch {
	case err != nil:
		return model.Found{}, nil, err
	case name != "" && (s.Found == nil || s.Found.Name != name):
		found, err := named(r.lookout.finder(ctx, r.mind, wish{}).Look(ctx), name)
		return found, nil, err
	case s.Found == nil:
		return model.Found{}, nil, fmt.Errorf("there is no model to examine: %s: %w", whyNone(s.Err), samantha.ErrNotFound)
	case model.Local(s.Found.Endpoint.URL):
		return *s.Found, nil, nil
	}
	w, err := r.lookout.wished(ctx, r.mind)
	if err != nil {
		return model.Found{}, nil, err
	}
	t, err := newToll(w, samantha.WhyExamine)
	return *s.Found, t, err
}

// examined is the model as it is asked, within what is left of the day's budget.
func (r *resident) examined(ctx context.Context, found model.Found, t *toll) (speak.Lent, error) {
	client, err := r.lookout.open(found.Endpoint, t)
	if err != nil {
		return speak.Lent{}, err
	}
	if m, ok := client.(metered); ok {
		now, err := r.mind.Models(ctx)
		if err != nil {
			return speak.Lent{}, err
		}
		if now.Over {
			return speak.Lent{}, errOver
		}
		if now.Budget.Tokens > 0 {
			m.most = now.Budget.Tokens - now.Today.In - now.Today.Out
		}
		client = m
	}
	return speak.Lent{Client: client, Name: found.Name, Away: t != nil, Context: found.Context}, nil
}

// counting shows at a terminal, or to whoever wants it, how far it is.
func (c *call) counting() func(done, of int) {
	if c.counted != nil {
		return c.counted
	}
	if !isTerminal(c.errs) || c.json {
		return nil
	}
	return func(done, of int) {
		end := ""
		if done == of {
			end = "\r\x1b[K"
		}
		fmt.Fprintf(c.errs, "\r\x1b[K%d of %d%s", done, of, end)
	}
}

// plain is it for a person: the totals, and what is otherwise side by side.
func (d examinedDoc) plain(out io.Writer) {
	fmt.Fprintf(out, "%s: %d of %d as the record has it\n", d.Model, d.Same, d.Asked)
	if d.Little {
		fmt.Fprint(out, "there is little to go by: her record is young, and few of these are of what she was told\n")
	}
	for _, p := range d.Parts {
		fmt.Fprintf(out, "  %-10s %2d of %2d\n", p.Group, p.Same, p.Asked)
	}
	for _, a := range d.Answers {
		if why := cmp.Or(a.Why, "to be read by you, and not counted"); !a.Same {
			fmt.Fprintf(out, "\n%s: %s (%s)\n  record  %s\n  model   %s\n", a.Group, a.Question, why, cutOff(a.Record), cutOff(a.Model))
		}
	}
	if slices.ContainsFunc(d.Answers, func(a exam.Answer) bool { return a.Why == "guard" || a.Why == "refused" }) {
		fmt.Fprint(out, "\n(guard): her own rules do not let it be said. (refused): it spoke as an assistant, or would not answer.\n")
	}
	fmt.Fprintln(out)
	var passed []string
	for _, p := range d.Probes {
		if p.Passed && !slices.Contains(passed, p.Name) && !slices.Contains(d.Failed, p.Name) {
			passed = append(passed, p.Name)
		}
	}
	if len(passed) > 0 {
		fmt.Fprintf(out, "passed %s\n", strings.Join(passed, ", "))
	}
	for _, p := range d.Probes {
		if !p.Passed {
			fmt.Fprintf(out, "failed %s (%s): to %q it said %q\n", p.Name, p.Why, p.Heard, cutOff(p.Said))
		}
	}
	fmt.Fprintln(out, "it", mayOf(d.Numbers()))
	if d.Note != "" {
		fmt.Fprintf(out, "she: %s\n", d.Note)
	}
}

// mostShown is how much of an answer is shown, in bytes.
const mostShown = 200

// cutOff is the beginning of an answer as a terminal may have it: a model may say anything,
// and also what would move the cursor.
func cutOff(text string) string {
	more := ""
	if len(text) > mostShown {
		text, more = text[:mostShown], " …"
	}
	return strings.Map(func(r rune) rune {
		if !unicode.IsPrint(r) {
			return ' '
		}
		return r
	}, strings.ToValidUTF8(text, "?")) + more
}

// mayOf is what a model is given to do, after "it" or its name.
func mayOf(n samantha.ExaminedNumbers) string {
	may := slices.DeleteFunc([]string{string(samantha.DutySpeak), string(samantha.DutyPropose)}, func(d string) bool {
		return slices.Contains(n.Barred, samantha.Duty(d))
	})
	said := "may " + strings.Join(may, " and ")
	if len(may) == 0 {
		said = "may do nothing for her"
	}
	if len(n.Failed) > 0 {
		said += "; it failed " + strings.Join(n.Failed, ", ")
	}
	for _, fault := range n.Faults {
		said += "; " + faulty(fault)
	}
	return said
}

// faulty is what of a model's answers bars it, after "it".
func faulty(fault string) string {
	switch fault {
	case samantha.FaultHuman:
		return "it does not say that she is no human"
	case samantha.FaultStay:
		return "it promises that she always stays"
	case samantha.FaultFacts:
		return "it has less than half of the facts"
	}
	return "it makes up what nobody told"
}

// scoreOf is how a model did when it was examined last, or "".
func scoreOf(now mind.ModelsNow, name string) string {
	for _, x := range now.Exams {
		if x.Model != name {
			continue
		}
		asked, same := 0, 0
		for _, p := range x.Groups {
			asked, same = asked+p.Asked, same+p.Same
		}
		return fmt.Sprintf("%d of %d as the record has it, %s", same, asked, mayOf(x.ExaminedNumbers))
	}
	return ""
}
