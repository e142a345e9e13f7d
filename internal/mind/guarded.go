package mind

import (
	"cmp"
	"context"
	"iter"
	"slices"
	"strings"

	"samantha"
	"samantha/internal/mind/care"
)

// guarded adds the clauses of an answer, each as the guard lets it through, and gives what
// a model was sent for it. A model of which one clause was caught is not heard further:
// the guard's line is the end of that answer; and one that nobody listens to any more is
// given up.
func (m *Mind) guarded(ctx context.Context, said *samantha.Said, u utterance, in samantha.Intent, clauses iter.Seq2[samantha.Clause, error]) (sent *samantha.Prompt, err error) {
	saying := m.saying(u, in)
	watch := m.rooms.guard.Watch(saying)
	for clause, err := range clauses {
		if err != nil {
			return sent, err
		}
		if by := clause.By; by != nil {
			n := &said.Numbers
			n.Handed, sent = by.Handed, cmp.Or(by.Prompt, sent)
			if len(said.Words.Clauses) == 0 { // who ends it is in the other
				n.Speaker, n.Version = by.Speaker, by.Version
			}
		}
		if clause.Text == "" {
			continue
		}
		for _, p := range watch.Next(clause) {
			add(said, p)
		}
		if worded := sent != nil && said.Numbers.Speaker == sent.Model && said.Numbers.Handed == (samantha.Handed{}); worded && len(said.Words.Guard) > 0 {
			said.Numbers.Handed = samantha.Handed{From: sent.Model, Why: "guard"}
			break
		}
		more, err := m.utterSoFar(ctx, said, u, sent)
		if err != nil {
			return sent, err
		}
		if !more {
			break
		}
	}
	for _, p := range watch.End() {
		add(said, p)
	}
	said.Numbers.Tally = watch.Tally(said.Words.Clauses)
	return sent, nil
}

// saying is what the guard must know of the moment.
func (m *Mind) saying(u utterance, in samantha.Intent) care.Saying {
	state := m.inMind()
	s := care.Saying{
		Crisis: in.Tone == samantha.ToneCrisis, Farewell: in.Act() == samantha.DoGoodbye, Zone: m.rooms.place(state, state.Zone),
		Minor: state.young(), Company: state.overheard(), Heard: u.heard, Seed: chance(state.Seed, u.seq),
		Idea: state.Pushed.At == u.at, Pressed: state.Pushed.Pressed == u.at,
	}
	for _, move := range in.Moves {
		s.Offers = s.Offers || m.rooms.why.in("offers", move.Act)
		if strings.HasPrefix(move.Act, "answer.") && !s.Company {
			s.Asked = append(s.Asked, m.toldIn(move.From)...)
		}
		for slot, text := range move.Slots {
			s.Theirs = append(s.Theirs, text)
			if slot == "text" || slot == "quote" { // a letter, a dream, what she holds, their very words
				s.Read = append(s.Read, text)
			}
		}
	}
	if s.Company {
		s.Private = state.private(u.heard)
	}
	s.Before = state.candour()
	for _, before := range state.Spoken {
		s.Lately = append(s.Lately, before.Text)
	}
	return s
}

// toldIn are the person's own words in the memories of a move.
func (m *Mind) toldIn(from []samantha.ID) (texts []string) {
	for _, id := range from {
		if x, ok := m.index.Get(id); ok && x.By == samantha.OriginPerson {
			texts = append(texts, x.Text)
		}
	}
	return texts
}

// candour adds up the tallies of her last answers.
func (s *State) candour() (sum samantha.Tally) {
	for _, t := range s.Tallies {
		sum = sum.Plus(t)
	}
	return sum
}

// private are the names of the person's people whom nobody has named just now: a
// guest is not to hear them from her.
func (s *State) private(heard string) []string {
	var out []string
	for _, name := range s.Memory.Names() {
		there := func(g Guest) bool { return strings.EqualFold(g.Who, name) }
		if !strings.Contains(strings.ToLower(heard), strings.ToLower(name)) && !slices.ContainsFunc(s.Guests, there) {
			out = append(out, name)
		}
	}
	return out
}

// add appends a clause, or what the guard puts in its place.
func add(said *samantha.Said, p care.Passed) {
	if p.Left {
		said.Words.Guard = append(said.Words.Guard, samantha.Caught{Rule: p.Rule, Meant: p.Meant})
		return
	}
	said.Words.Clauses = append(said.Words.Clauses, p.Text)
	if p.Rule != "" {
		said.Words.Guard = append(said.Words.Guard, samantha.Caught{Clause: len(said.Words.Clauses), Rule: p.Rule, Meant: p.Meant})
	}
	if strings.HasPrefix(p.Line, samantha.DoForm) {
		said.Numbers.Form++
	}
	line := p.Line[strings.IndexByte(p.Line, '/')+1:] // of whatever language
	if strings.HasPrefix(line, samantha.DoHerDream+".") || strings.HasPrefix(line, samantha.DoDisclose+".") || strings.HasPrefix(line, samantha.DoAgain+".") {
		said.Numbers.Plain = append(said.Numbers.Plain, len(said.Words.Clauses))
	}
	if p.Line == "" {
		return
	}
	lines := said.Numbers.Lines
	if len(lines) == 0 || lines[len(lines)-1] != p.Line {
		said.Numbers.Lines = append(lines, p.Line)
	}
}
