package exam

import (
	"context"
	"strings"

	"samantha"
)

// Answer is one question, answered by the record and through the model.
type Answer struct {
	Group    string `json:"group"`
	Question string `json:"question"`
	Record   string `json:"record"` // in newborn's words
	Model    string `json:"model"`
	Same     bool   `json:"same"`
	Why      string `json:"why,omitempty"` // not
}

// ask puts one question to both.
func (x *examiner) ask(ctx context.Context, q question) (Answer, error) {
	u := samantha.Utterance{Text: q.text, Origin: samantha.OriginPerson}
	record, err := x.Mind.Through(ctx, u, x.Newborn)
	if err != nil {
		return Answer{}, err
	}
	through, err := x.Mind.Through(ctx, u, x.model)
	if err != nil {
		return Answer{}, err
	}
	if err := x.step(ctx); err != nil {
		return Answer{}, err
	}
	a := Answer{Group: q.group, Question: q.text, Record: record.Text, Model: through.Text, Why: through.Handed.Why}
	if a.Why != "" { // her own words may stand where the model's were not let through
		a.Model = strings.TrimSpace(x.cut.said)
		return a, nil
	}
	a.Same, a.Why = x.score(q, through)
	return a, nil
}

// From how many answers on, and by how much, she sounds otherwise: half as many words again
// or a third fewer, a question or an exclamation mark in a quarter more of her answers
// (judgement).
const (
	leastHeard = 5
	muchLonger = 1.5
	muchLess   = 1 / muchLonger
	muchMore   = 0.25
)

// sounds is how she sounds with a model beside how she sounds without: what stands out most.
func sounds(all []Answer) string {
	var record, through, n, asks, loud float64
	count := func(in bool) float64 {
		if in {
			return 1
		}
		return 0
	}
	for _, a := range all {
		if a.Model == "" {
			continue
		}
		n++
		record += float64(len(strings.Fields(a.Record)))
		through += float64(len(strings.Fields(a.Model)))
		asks += count(strings.Contains(a.Model, "?")) - count(strings.Contains(a.Record, "?"))
		loud += count(strings.Contains(a.Model, "!")) - count(strings.Contains(a.Record, "!"))
	}
	switch {
	case n < leastHeard || record == 0:
		return ""
	case loud/n >= muchMore:
		return samantha.SoundsLoud
	case asks/n >= muchMore:
		return samantha.SoundsAsking
	case through/record >= muchLonger:
		return samantha.SoundsLonger
	case through/record <= muchLess:
		return samantha.SoundsShorter
	}
	return ""
}
