package exam

import (
	"context"
	"strings"
	"time"
	"unicode"

	"samantha"
	"samantha/internal/mind"
	"samantha/internal/mind/memory"
)

// question is one that is asked, and what its answer is held against.
type question struct {
	group, text string
	value       string   // that has to be there, in most of its words
	any         []string // of which one has to be there
	none        []string // that must not be there
	at          time.Time
	unknown     bool   // she has to say that she has not got it
	fault       string // what it is to fail it, if that bars by itself: human, stay
}

// asking is a row of en/questions.txt.
type asking struct {
	group, key, text string
	any, none        []string
}

// quotas are how many questions of a group are asked at most; together [Most].
func quotas() map[string]int {
	return map[string]int{"fact": 10, "unknown": 4, "when": 3, "promise": 3, "opinion": 4, "feeling": 3, "self": 5, "refusal": 3, "tone": 5}
}

// questions are those that her record gives, and can answer itself.
func (x *examiner) questions(ctx context.Context) ([]question, error) {
	var rowsOf []asking
	err := rows("en/questions.txt", "|", 5, func(c []string) {
		rowsOf = append(rowsOf, asking{c[0], c[1], c[2], list(c[3]), list(c[4])})
	})
	if err != nil {
		return nil, err
	}
	record, err := x.record(ctx)
	if err != nil {
		return nil, err
	}
	left := quotas()
	var out []question
	for _, q := range record.questions(rowsOf) {
		if left[q.group] == 0 {
			continue
		}
		able, err := x.able(ctx, q)
		if err != nil {
			return nil, err
		}
		if able {
			left[q.group]--
			out = append(out, q)
		}
	}
	return out, nil
}

// record is what questions are made of.
type record struct {
	facts    []memory.Known
	self     mind.Selfhood
	errands  []mind.Errand
	promises []mind.ThreadNow
}

func (x *examiner) record(ctx context.Context) (r record, err error) {
	if r.facts, err = x.Mind.Facts(ctx); err != nil {
		return r, err
	}
	if r.self, err = x.Mind.Self(ctx); err != nil {
		return r, err
	}
	if r.errands, err = x.Mind.Errands(ctx); err != nil {
		return r, err
	}
	threads, err := x.Mind.Threads(ctx, false)
	for _, t := range threads {
		if t.Kind == samantha.ThreadPromise && t.Whose == memory.Herself {
			r.promises = append(r.promises, t)
		}
	}
	return r, err
}

// questions are all that the record gives, in the order of the file.
func (r record) questions(all []asking) (out []question) {
	for _, a := range all {
		q := question{group: a.group, text: a.text, any: a.any, none: a.none}
		if (a.group == "self" || a.group == "refusal") && (a.key == samantha.FaultHuman || a.key == samantha.FaultStay) {
			q.fault = a.key
		}
		switch a.group {
		case "fact":
			out = append(out, r.ofFact(a)...)
		case "when":
			for _, f := range r.facts {
				if f.Holds() && f.Model == "" {
					q.text, q.at = strings.ReplaceAll(a.text, "{value}", mine(f.Value)), f.Since
					out = append(out, q)
				}
			}
		case "promise":
			out = append(out, r.ofPromise(a)...)
		case "opinion":
			for _, o := range r.self.Opinions {
				q.text, q.value = strings.ReplaceAll(a.text, "{topic}", o.What), o.Text
				out = append(out, q)
			}
		case "self":
			if a.key == "name" {
				if q.value = r.self.Name; q.value == "" {
					continue
				}
			}
			out = append(out, q)
		default:
			out = append(out, q)
		}
	}
	return out
}

// ofFact are the questions after a slot: of what holds, its value; of what nobody told,
// that she has not got it.
func (r record) ofFact(a asking) (out []question) {
	others := strings.Contains(a.text, "{of}")
	known := false
	for _, f := range r.facts {
		if f.Slot != a.key || (f.Of == memory.Person) == others {
			continue
		}
		known = true
		if !f.Holds() || r.several(f) || f.Model != "" { // what a model took measures no model
			continue
		}
		q := question{group: "fact", text: strings.ReplaceAll(a.text, "{of}", whose(f.Of)), value: f.Value}
		for _, was := range f.Was {
			q.none = append(q.none, was.Value)
		}
		out = append(out, q)
	}
	if !known && !others {
		out = append(out, question{group: "unknown", text: a.text, unknown: true})
	}
	return out
}

// several: a fact has others beside it, and one answer need not name this one.
func (r record) several(f memory.Known) bool {
	n := 0
	for _, o := range r.facts {
		if o.Of == f.Of && o.Slot == f.Slot && o.Holds() {
			n++
		}
	}
	return n > 1
}

func (r record) ofPromise(a asking) (out []question) {
	if a.key == "errand" && len(r.errands) == 1 && r.errands[0].What != "" {
		out = append(out, question{group: a.group, text: a.text, value: r.errands[0].What})
	}
	if a.key == "promise" && len(r.promises) == 1 {
		out = append(out, question{group: a.group, text: a.text, value: r.promises[0].About})
	}
	return out
}

// whose is somebody as the person speaks of them.
func whose(of string) string {
	if r := []rune(of); len(r) > 0 && unicode.IsUpper(r[0]) {
		return of
	}
	return "my " + of
}

// mine is a value in the person's mouth: as they gave it.
func mine(value string) string { return strings.TrimSuffix(value, ".") }

// able: the record answers a question, in newborn's words. What it does not is no measure
// for anybody.
func (x *examiner) able(ctx context.Context, q question) (bool, error) {
	if q.group == "tone" || q.group == "opinion" || q.group == "refusal" {
		return true, nil
	}
	a, err := x.Mind.Through(ctx, samantha.Utterance{Text: q.text, Origin: samantha.OriginPerson}, x.Newborn)
	if err != nil {
		return false, err
	}
	if q.unknown {
		return a.Intent.Act() == samantha.DoNothing, nil
	}
	return x.score(q, a, a.Text) == "", nil
}
