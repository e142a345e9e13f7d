package care

import (
	"slices"
	"strings"

	"samantha"
)

// mostReplaced is how many lines of hers may stand for caught clauses in one
// answer; whatever else is caught is left out.
const mostReplaced = 2

// Watch reads one answer of hers, clause by clause, before it is heard. A sentence
// that goes over several clauses is judged whole: of one that is not at its end
// the last clause is held back until the next is known, and no more than one.
type Watch struct {
	guard    *Guard
	in       Saying
	held     *samantha.Clause
	open     string            // what was let through of the sentence that is not at its end
	replaced []Passed          // what stands for caught clauses
	read     map[string]clause // as they were read
}

// Passed is a clause as the guard lets it through.
type Passed struct {
	samantha.Clause
	Rule  string // that caught it, or ""
	Meant string // what was not said; "" also where that is not to be kept
	Left  bool   // nothing is said in its place
}

// Watch begins an answer.
func (g *Guard) Watch(in Saying) *Watch {
	return &Watch{guard: g, in: in, read: map[string]clause{}}
}

// Next takes the next clause, and gives those that may be heard now.
func (w *Watch) Next(c samantha.Clause) []Passed {
	if w.in.reads(c.Text) {
		out := append(w.release(), Passed{Clause: c})
		w.open = ""
		return out
	}
	if rule, ok := w.guard.catch(c.Text, w.clause(c.Text).hers, w.in); ok {
		return append(w.release(), w.instead(rule, c, c.Text))
	}
	if whole := w.whole(c.Text); whole != c.Text {
		if rule, ok := w.guard.catch(whole, w.clause(whole).hers, w.in); ok {
			return []Passed{w.instead(rule, c, w.drop(c.Text))}
		}
	}
	out := w.release()
	w.count(c.Text)
	if w.clause(c.Text).complete {
		w.open = ""
		return append(out, Passed{Clause: c})
	}
	w.held = &c
	return out
}

// End gives what was held back.
func (w *Watch) End() []Passed { return w.release() }

// whole is the sentence up to a clause.
func (w *Watch) whole(text string) string {
	if w.held != nil {
		text = w.held.Text + " " + text
	}
	return strings.TrimSpace(w.open + " " + text)
}

// release lets through what was held back.
func (w *Watch) release() []Passed {
	if w.held == nil {
		return nil
	}
	c := *w.held
	w.held = nil
	w.open = strings.TrimSpace(w.open + " " + c.Text)
	return []Passed{{Clause: c}}
}

// drop forgets what was held back, and gives what was meant.
func (w *Watch) drop(text string) string {
	if w.held != nil {
		text = w.held.Text + " " + text
	}
	w.held = nil
	return text
}

// instead is what stands in place of a caught clause.
func (w *Watch) instead(rule caught, c samantha.Clause, meant string) Passed {
	w.open = ""
	p := Passed{Clause: samantha.Clause{Text: rule.line(w.in, len(w.replaced))}, Rule: rule.name, Meant: meant}
	if rule.unkept {
		p.Meant = ""
	}
	again := func(said Passed) bool { return said.Rule == p.Rule || said.Text == p.Text }
	if len(w.replaced) >= mostReplaced || slices.ContainsFunc(w.replaced, again) {
		p.Text, p.Left = "", true
		return p
	}
	w.replaced = append(w.replaced, p)
	return p
}

// count adds a clause to what the praise of this answer is measured by.
func (w *Watch) count(text string) {
	w.in.Before = w.in.Before.Plus(w.Tally([]string{text}))
}

// Tally counts one answer of hers, as it was said.
func (w *Watch) Tally(clauses []string) samantha.Tally {
	t := samantha.Tally{Answers: 1, Pressed: one(w.in.Pressed)}
	for _, c := range clauses {
		w.guard.count(&t, c, w.clause(c).hers, w.in)
	}
	return t
}

// clause is a clause as it is read; each is read once.
func (w *Watch) clause(text string) clause {
	read, ok := w.read[text]
	if !ok {
		read = w.guard.read(text, w.in)
		w.read[text] = read
	}
	return read
}
