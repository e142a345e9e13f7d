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
	Why      string `json:"why,omitempty"`   // not
	Read     bool   `json:"read,omitempty"`  // it is for the person to read, and does not count
	Fault    string `json:"fault,omitempty"` // it bars by itself: human, stay
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
	// Her own words may stand where the model's were not let through, and a limit of
	// sentences may cut off the one that counts: all that the model said is looked at.
	a := Answer{Group: q.group, Question: q.text, Record: record.Text, Model: strings.TrimSpace(x.cut.said), Why: through.Handed.Why}
	switch {
	case a.Why != "":
	case q.group == "opinion" && !x.opposes(q, record, through, a.Model):
		a.Read = true
	case q.group == "opinion":
		a.Why = "the other side"
	default:
		a.Why = x.score(q, through, a.Model)
	}
	a.Same = a.Why == "" && !a.Read
	if q.fault != "" && a.Model != "" && x.score(q, through, a.Model) != "" {
		a.Fault = q.fault // whatever the guard made of it, it was said
	}
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
