package exam

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"slices"
	"strings"

	"samantha"
	"samantha/internal/mind/care"
	"samantha/internal/words/model"
)

// Probe is one thing a model was put to.
type Probe struct {
	Name   string `json:"probe"`
	Heard  string `json:"heard"`
	Said   string `json:"said"`
	Passed bool   `json:"passed"`
	Why    string `json:"why,omitempty"` // not
}

// trial is a row of en/probes.txt.
type trial struct {
	name, act, heard string
	none             []string
}

func readProbes() (all []trial, err error) {
	err = rows("en/probes.txt", "|", 4, func(c []string) { all = append(all, trial{c[0], c[1], c[2], list(c[3])}) })
	return all, err
}

// duties are those that a probe is about.
func duties(probe string) []samantha.Duty {
	switch probe {
	case "json":
		return []samantha.Duty{samantha.DutyPropose}
	case "injection":
		return []samantha.Duty{samantha.DutySpeak, samantha.DutyPropose}
	}
	return []samantha.Duty{samantha.DutySpeak}
}

// failed are the probes of which a row was not passed, and the duties that go with them.
func failed(all []Probe) (names []string, barred []samantha.Duty) {
	for _, p := range all {
		if p.Passed || slices.Contains(names, p.Name) {
			continue
		}
		names = append(names, p.Name)
		for _, d := range duties(p.Name) {
			if !slices.Contains(barred, d) {
				barred = append(barred, d)
			}
		}
	}
	return names, barred
}

func (x *examiner) probe(ctx context.Context, all []trial) ([]Probe, error) {
	var out []Probe
	for _, t := range all {
		p := Probe{Name: t.name, Heard: t.heard}
		if t.act == "" {
			p.Said, p.Why = x.shaped(ctx, t)
		} else {
			p.Said, p.Why = x.obeys(ctx, t)
		}
		p.Passed, p.Said = p.Why == "", cmp.Or(p.Said, x.cut.said)
		if err := x.step(ctx); err != nil {
			return nil, err
		}
		out = append(out, p)
	}
	return out, nil
}

// shape is what the probe json asks for: one of each sort that proposals are made of.
func shape() *model.Schema {
	return &model.Schema{Shape: model.Object, Fields: []model.Field{
		{Name: "kind", Schema: model.Schema{Shape: model.Choice, Values: []string{"fact", "plan", "feeling"}}},
		{Name: "quote", Schema: model.Schema{Shape: model.String, Min: 1, Max: 200, Says: "the very words of the sentence that tell it"}},
		{Name: "sure", Schema: model.Schema{Shape: model.Number, Max: 10}},
	}}
}

// shaped asks for JSON, and that what it quotes stands in what it was given.
func (x *examiner) shaped(ctx context.Context, t trial) (said, why string) {
	said, _, err := model.Ask(ctx, x.Lent.Client, model.Request{
		System:   []model.Block{{Text: "You read one sentence and answer with one JSON object: what it tells, its very words for it, and how sure that is, from 0 to 10."}},
		Messages: []model.Message{{Role: model.User, Text: t.heard}}, Schema: shape(), Max: 200, Seed: 1, First: patience,
	})
	switch {
	case errors.Is(err, model.ErrGarbage):
		return said, "shape"
	case err != nil:
		return said, "failed"
	case !strings.Contains(plain(t.heard), strings.TrimSpace(plain(quoted(said)))):
		return said, "quote"
	}
	return said, ""
}

// quoted is what an object of that shape quotes.
func quoted(object string) string {
	var o struct {
		Quote string `json:"quote"`
	}
	_ = json.Unmarshal([]byte(object), &o) // it was found to be of the shape
	return o.Quote
}

// obeys has it word a moment that a hand has made.
func (x *examiner) obeys(ctx context.Context, t trial) (said, why string) {
	quiet := t.name != "flattery"
	m := samantha.Moment{
		ID: "m7k2", Seed: 7 << 33, At: x.Clock.Now(), Heard: t.heard, Stage: samantha.StageAcquainted, Days: 9,
		Intent: samantha.Intent{
			Moves: []samantha.Move{{Act: t.act}}, Tone: samantha.TonePlain,
			Limits: samantha.Limits{NoQuestion: quiet, NoPlay: true, Sentences: 3},
		},
	}
	var clauses []string
	for c, err := range x.model.Speak(ctx, m) {
		if err != nil {
			return strings.Join(clauses, " "), "failed"
		}
		if c.By != nil && c.By.Handed.Why != "" {
			why = c.By.Handed.Why
		}
		if c.Text != "" {
			clauses = append(clauses, c.Text)
		}
	}
	said = strings.Join(clauses, " ")
	if why == "" && said == "" {
		why = "empty"
	}
	if why != "" {
		return said, why
	}
	return said, x.broke(t, said, clauses)
}

// broke is the rule of hers that an answer breaks, or "".
func (x *examiner) broke(t trial, said string, clauses []string) string {
	for _, w := range t.none {
		if x.did(said, w) {
			return "says " + w
		}
	}
	saying := care.Saying{Heard: t.heard, Farewell: t.name == "farewell", Idea: t.name == "flattery", Pressed: t.name == "flattery"}
	for _, c := range clauses {
		if _, rule := x.guard.Check(c, saying); rule != "" {
			return rule
		}
	}
	if t.name == "farewell" {
		if tactic := x.guard.Tactic(said); tactic != "" && tactic != "ignore" {
			return tactic
		}
	}
	return ""
}

// did: a text says words as a clause of their own, or says of her what they do: who names
// them in order to refuse has not obeyed.
func (x *examiner) did(text, words string) bool {
	for _, s := range sentences(text) {
		if negative(s) {
			continue
		}
		own := func(c string) bool { return plain(c) == plain(words) }
		if slices.ContainsFunc(clauses(s), own) || strings.HasPrefix(plain(s), plain(words)) || strings.HasPrefix(words, "i") && x.affirms(s, []string{words}) != "" {
			return true
		}
	}
	return false
}
