package mind

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"samantha"
	"samantha/internal/mind/letter"
	"samantha/internal/mind/memory"
)

// Parts of a moment that letters know: a sentence of what was said in it, and all
// lines that it put into a letter.
const (
	sentencePart = "sentence"
	addedPart    = "added"
)

// known is what a letter takes from elsewhere: the texts of memories, and names.
func (s *State) known(l letter.Letter, index *memory.Index) letter.Known {
	k := letter.Known{Name: capitals(s.Memory.Name()), Words: func(id samantha.ID) (string, bool) {
		found, ok := index.Get(id)
		return found.Text, ok
	}}
	to := strings.ToLower(l.To)
	for _, own := range []string{"my ", "our ", "the "} {
		to = strings.TrimPrefix(to, own)
	}
	k.Relation = to
	if found := s.Memory.WhoIs(to); len(found) == 1 {
		k.Relation = or(found[0].Relation, to)
		if len(found[0].Names) > 0 {
			k.To = capitals(found[0].Names[0])
		}
	}
	return k
}

// written is a letter as it stands.
func (s *situation) written(l letter.Letter) letter.Written {
	return s.rooms.letters.Write(l, 0, s.state.known(l, s.index))
}

// reader is whom a letter is to, as the person speaks of them.
func (s *situation) reader(l letter.Letter) letter.Reader {
	k := s.state.known(l, s.index)
	own := []string{strings.ToLower(l.To)}
	if k.Relation != "" {
		own = append(own, "my "+k.Relation, "our "+k.Relation)
	}
	if k.To != "" {
		name := strings.ToLower(k.To)
		own = append(own, name, "my "+k.Relation+" "+name)
	}
	names := slices.Clone(s.state.Memory.Names())
	for _, p := range s.heard.People {
		names = append(names, p.Name)
	}
	var others []string
	for _, name := range names {
		if name = strings.ToLower(name); name != "" && !slices.Contains(own, name) {
			others = append(others, name)
		}
	}
	return letter.Reader{As: letter.LongestFirst(own), Sort: or(s.rooms.letters.Sort(k.Relation), l.Sort), Others: others}
}

// whichLetter is the letter to somebody, the newest of several; without a name the one
// they were at last.
func (s *situation) whichLetter(to string) (letter.Letter, bool) {
	all := s.state.Letters.All
	if to = s.addressee(to); to == "" {
		l, ok := s.state.Letters.Get(s.state.Letters.Open)
		return l, ok
	}
	for _, l := range slices.Backward(all) {
		if slices.Contains(s.reader(l).As, strings.ToLower(to)) {
			return l, true
		}
	}
	return letter.Letter{}, false
}

// mostWhom is how many words somebody a letter is to may have.
const mostWhom = 5

// addressee is whom a letter is to, out of what they said; "" if it names nobody.
func (s *situation) addressee(said string) string {
	said = strings.Trim(said, " .!?,")
	for _, lead := range []string{"it's ", "it is ", "its ", "to ", "for "} {
		if len(said) > len(lead) && strings.EqualFold(said[:len(lead)], lead) {
			said = said[len(lead):]
		}
	}
	switch strings.ToLower(said) {
	case "him", "her", "them", "somebody", "someone", "it":
		return ""
	}
	if len(strings.Fields(said)) > mostWhom {
		return ""
	}
	return said
}

// toWhom is a move that names whom a letter is to.
func (s *situation) toWhom(l letter.Letter, act string, pairs ...string) samantha.Move {
	m := samantha.Move{Act: act, Slots: slots(pairs...)}
	switch {
	case l.ToIn != "":
		s.recall(&m, "who", l.ToIn.Part("to", 1))
	case l.To != "":
		m.Slots["who"] = l.To
	}
	return m
}

// recallLetter has a move say all of a letter, and names all that it is from.
func (s *situation) recallLetter(m *samantha.Move, l letter.Letter) {
	s.recall(m, "text", l.ID)
	m.From = append(m.From, l.Sources()...)
}

// Bounds of a sentence that she offers for a letter, in words, and how many memories
// she looks at.
const (
	leastShared  = 5
	mostShared   = 28
	sharedLooked = 24
)

// shared is a sentence of theirs, told earlier, in which they and whom the letter is to
// are together, and which can be said to them.
func (s *situation) shared(l letter.Letter) (letter.Source, bool) {
	if len(l.Offered) >= lettersOffered {
		return letter.Source{}, false
	}
	to := s.reader(l)
	about := memory.Question{Text: strings.Join(to.As, " "), Owner: samantha.OriginPerson}
	for _, h := range s.index.Recall(about, sharedLooked) {
		if h.By != samantha.OriginPerson || s.ofALetter(h.ID) {
			continue
		}
		for n := 1; ; n++ {
			text, ok := letter.Nth(h.Text, n)
			if !ok {
				break
			}
			from := letter.Source{ID: h.ID, Nth: n}
			if s.mayOffer(text, from, to) && !slices.Contains(l.Offered, from) {
				return from, true
			}
		}
	}
	return letter.Source{}, false
}

// mayOffer: a sentence tells of the two of them, is not too long, and it is plain how
// it is said to whom it is about.
func (s *situation) mayOffer(text string, from letter.Source, to letter.Reader) bool {
	words := len(strings.Fields(text))
	if words < leastShared || words > mostShared || strings.HasSuffix(text, "?") || !s.mayBringUp(text, from.ID) {
		return false
	}
	forms, doubt := s.rooms.letters.Turn(text, "", to)
	return doubt == "" && len(forms) > 0 && to.Named(text) == 1 && s.rooms.letters.Together(text)
}

// ofALetter: the moment was one at a letter.
func (s *situation) ofALetter(id samantha.ID) bool {
	for _, l := range s.state.Letters.All {
		if slices.ContainsFunc(l.Steps, func(p letter.Step) bool { return p.ID == id.Event() }) {
			return true
		}
	}
	return false
}

// letterWords are the words of a letter, or of a part of one, as it stands.
func (m *Mind) letterWords(id samantha.ID) (string, bool) {
	state := m.inMind()
	name, n := id.Nth()
	switch name {
	case "to":
		return state.Letters.Words(id)
	case sentencePart:
		found, ok := m.index.Get(id.Event())
		if !ok {
			return "", false
		}
		text, ok := letter.Nth(found.Text, n)
		return strings.TrimRight(text, ".!"), ok
	case "letter", "line", addedPart:
	default:
		return "", false
	}
	if name == addedPart {
		id = id.Event().Part("line", 1)
	}
	l, ok := state.Letters.Get(id)
	if !ok {
		return "", false
	}
	known := state.known(l, m.index)
	if name == "letter" {
		return m.rooms.letters.Write(l, 0, known).Aloud(), true
	}
	var said []string
	for _, line := range l.Lines {
		if line.ID == id || name == addedPart && line.ID.Event() == id.Event() {
			if text, ok := line.Now(known); ok {
				said = append(said, text)
			}
		}
	}
	return strings.Join(said, " "), len(said) > 0
}

// Letter is a letter as it can be read, and its earlier versions.
type Letter struct {
	letter.Written
	Versions []Version `json:"versions"` // the first at the front; the last is as it stands

	earlier []letter.Written
}

// InVersion is the letter as it was in a version, from 1; 0 is as it stands. Of one
// that there is not it fails with [samantha.ErrNotFound].
func (l Letter) InVersion(n int) (letter.Written, error) {
	switch {
	case n == 0:
		return l.Written, nil
	case n < 0 || n > len(l.earlier):
		return letter.Written{}, fmt.Errorf("%s has %d versions and none of number %d: %w", l.ID, len(l.earlier), n, samantha.ErrNotFound)
	}
	return l.earlier[n-1], nil
}

// Version is one version of a letter.
type Version struct {
	N    int    `json:"n"`
	Text string `json:"text"`
}

// Letters are all letters of the person's, in the order they were begun.
func (m *Mind) Letters(ctx context.Context) ([]Letter, error) {
	if err := m.take(ctx); err != nil {
		return nil, err
	}
	defer m.give()
	all := []Letter{}
	for _, l := range m.state.Letters.All {
		known := m.state.known(l, m.index)
		out := Letter{Written: m.rooms.letters.Write(l, 0, known), Versions: []Version{}}
		for n := 1; n <= l.Versions(); n++ {
			w := m.rooms.letters.Write(l, n, known)
			out.Versions, out.earlier = append(out.Versions, Version{n, w.Body()}), append(out.earlier, w)
		}
		all = append(all, out)
	}
	return all, nil
}

// letter explains a letter: its lines as they stand, and what they are from.
func (x *explanation) letter() []samantha.ID {
	l, _ := x.m.state.Letters.Get(x.why.ID)
	x.why.Sentence = x.says("letter")
	for _, s := range x.m.rooms.letters.Write(l, 0, x.m.state.known(l, x.m.index)).Sentences {
		x.step(s.ID, "line", s.Text)
	}
	return without(l.Sources(), x.why.ID.Event())
}

// lineOfLetter explains a line of a letter: who said it, where.
func (x *explanation) lineOfLetter(b *samantha.Heard, n int) (from samantha.ID, ok bool) {
	if b.Words.Letter == nil {
		return "", false
	}
	line, ok := nth(b.Words.Letter.Lines, n)
	if !ok {
		return "", false
	}
	x.why.Sentence = x.says("letter.line")
	text, _ := x.m.letterWords(x.why.ID)
	x.step(x.why.ID, "line", text)
	for _, f := range line.Forms {
		x.step(x.why.ID, "form", fmt.Sprintf("%q for %q", f.Now, f.Was))
	}
	return line.From, true
}
