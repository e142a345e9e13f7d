package mind

import (
	"context"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
	"time"

	"samantha"
	"samantha/internal/mind/shelf"
)

// Shelve puts a book on her shelf. The second time the same book changes nothing,
// and known is set. Off the record it fails: nothing is kept there.
func (m *Mind) Shelve(ctx context.Context, b *samantha.Shelved) (book shelf.Book, known bool, err error) {
	if err := m.take(ctx); err != nil {
		return book, false, err
	}
	defer m.give()
	if m.offRecord() {
		return book, false, fmt.Errorf("off the record nothing is kept; samantha resume lets her remember again: %w", samantha.ErrInvalid)
	}
	if book, known = m.state.Shelf.Has(b.Numbers.Mark); known {
		return book, true, nil
	}
	if _, err := m.append(ctx, samantha.Draft{At: m.clock.Now(), Origin: samantha.OriginFile, Body: b}); err != nil {
		return book, false, fmt.Errorf("keep the book: %w", err)
	}
	book, _ = m.state.Shelf.Has(b.Numbers.Mark)
	return book, false, nil
}

// Shelf is what stands on her shelf, in the order it came.
func (m *Mind) Shelf(ctx context.Context) ([]shelf.Book, error) {
	if err := m.take(ctx); err != nil {
		return nil, err
	}
	defer m.give()
	return slices.Clone(m.state.Shelf.Books), nil
}

// leaf is what she reads in the night that began on an evening (2006-01-02): nil
// if this is none of the nights she reads, or nothing is left to read.
func (m *Mind) leaf(ctx context.Context, evening string) (*samantha.Leafed, error) {
	book, ok := m.state.Shelf.Current()
	at, _ := book.ID.Seq()
	seed := chance(m.state.Seed, at) ^ chance(m.state.Seed, dayNumber(evening))
	if !ok || !shelf.Tonight(seed) {
		return nil, nil
	}
	e, err := m.find(ctx, book.ID)
	if err != nil {
		return nil, fmt.Errorf("read in %s: %w", book.ID, err)
	}
	body, ok := e.Body.(*samantha.Shelved)
	if !ok || e.Forgotten {
		return nil, nil
	}
	sat := m.rooms.eye.Read(shelf.Paragraphs(body.Words.Text), book.End, m.taste(book, seed))
	l := &samantha.Leafed{
		Words: samantha.LeafedWords{Struck: sat.Struck},
		Numbers: samantha.LeafedNumbers{
			Book: book.ID, Begin: book.End, End: sat.End, Words: sat.Words, Night: evening, Version: shelf.Version,
		},
	}
	for _, p := range sat.Struck {
		if p.By != "" {
			l.Numbers.By = append(l.Numbers.By, p.By.Event())
		}
	}
	return l, nil
}

// dayNumber counts days, so that each evening has a chance of its own.
func dayNumber(evening string) uint64 {
	at, err := time.Parse(time.DateOnly, evening)
	if err != nil {
		return 0
	}
	return uint64(at.Unix() / (24 * 60 * 60))
}

// taste is what she brings to a book: the rare words she has from the person that
// did not stop her in it before, and what she leaves alone.
func (m *Mind) taste(b shelf.Book, seed uint64) shelf.Taste {
	t := shelf.Taste{Theirs: map[string]samantha.ID{}, Leave: m.state.Memory.Unmentioned, Seed: seed}
	for _, o := range m.state.Memory.Odd {
		if !strings.Contains(o.Word, " ") {
			t.Theirs[strings.ToLower(o.Word)] = o.ID
		}
	}
	for _, p := range b.Passages() {
		delete(t.Theirs, p.Word)
	}
	return t
}

// ofTheBook: "and do you like it?" or "what is it about?", right after she spoke of what she reads.
func (s *situation) ofTheBook(a samantha.Act) bool {
	x, ok := s.last()
	read := slices.Contains([]string{samantha.DoReading, samantha.DoPassage, samantha.DoBook, samantha.DoLeafed}, x.Act)
	return ok && !s.opens() && read && strings.Contains(" "+samantha.SentenceKey(a.Text)+" ", " it ")
}

// ofShelf answers what is asked of her reading; nil is not for it.
func (s *situation) ofShelf(a samantha.Act) []samantha.Move {
	var m samantha.Move
	switch a.Kind {
	case "ask.shelf":
		m = s.onShelf()
	case "ask.reading":
		m = s.whatSheReads()
	case "ask.passage":
		m = s.readsOut()
	case "ask.book":
		m = s.viewOf(s.book())
	case "ask.latest":
		b, ok := s.state.Shelf.By(a.Slots["topic"])
		if !ok {
			return nil
		}
		m = s.viewOf(b)
	case "ask.human":
		if !s.ofTheBook(a) {
			return nil
		}
		m = s.viewOf(s.book())
	case "ask.view":
		if s.ofTheBook(a) {
			m = s.viewOf(s.book())
			break
		}
		b, ok := s.state.Shelf.Titled(a.Slots["topic"])
		if !ok {
			return nil
		}
		m = s.viewOf(b)
	default:
		return nil
	}
	return []samantha.Move{m}
}

// book is the one they speak of when they name none: the one she read in last.
func (s *situation) book() shelf.Book {
	if b, ok := s.state.Shelf.Titled(s.text); ok {
		return b
	}
	return s.state.Shelf.Last()
}

// mostShelved is how many titles she tells at a time.
const mostShelved = 3

func (s *situation) onShelf() samantha.Move {
	books := s.state.Shelf.Books
	if len(books) == 0 {
		return samantha.Move{Act: samantha.DoNoBook}
	}
	m := samantha.Move{Act: samantha.DoShelf, Slots: slots("count", strconv.Itoa(len(books)), "more", yes(len(books) > mostShelved))}
	for i, b := range books[:min(len(books), mostShelved)] {
		s.recall(&m, "item."+strconv.Itoa(i+1), b.ID)
	}
	return m
}

// of begins a move about a book.
func (s *situation) of(b shelf.Book, act string, pairs ...string) samantha.Move {
	m := samantha.Move{Act: act, Slots: slots(pairs...)}
	s.recall(&m, "title", b.ID)
	return m
}

// whatSheReads is the book she is in, how far, and where she stopped last.
func (s *situation) whatSheReads() samantha.Move {
	b := s.book()
	if len(b.Nights) == 0 {
		next, ok := s.state.Shelf.Current()
		if !ok {
			return samantha.Move{Act: samantha.DoNoBook}
		}
		b = next
	}
	m := s.of(b, samantha.DoReading, "far", far(b), "percent", strconv.Itoa(int(math.Round(100*b.Part()))))
	if b.Author != "" {
		s.recall(&m, "author", b.ID.Part("author", 1))
	}
	if p := b.Passages(); len(p) > 0 {
		s.recall(&m, "quote", p[len(p)-1].ID)
	}
	return m
}

func far(b shelf.Book) string {
	switch part := b.Part(); {
	case len(b.Nights) == 0:
		return "unopened"
	case b.Finished():
		return "done"
	case part < 0.2:
		return "early"
	case part < 0.75:
		return "middle"
	}
	return "late"
}

// readsOut reads a sentence she stopped at: the newest that she has not read out
// lately, or else the newest.
func (s *situation) readsOut() samantha.Move {
	b := s.book()
	stops := b.Passages()
	if len(stops) == 0 {
		return s.whatSheReads()
	}
	newest := stops[len(stops)-1]
	for _, p := range slices.Backward(stops) {
		if !s.state.saidLately(p.Text) {
			newest = p
			break
		}
	}
	m := s.of(b, samantha.DoPassage, "why", newest.Why)
	s.recall(&m, "quote", newest.ID)
	if newest.By != "" {
		s.recall(&m, "word", newest.By)
	}
	return m
}

// saidLately: a sentence is in one of her last answers.
func (s *State) saidLately(sentence string) bool {
	key := samantha.SentenceKey(sentence)
	return slices.ContainsFunc(s.Spoken, func(p Spoken) bool { return strings.Contains(samantha.SentenceKey(p.Text), key) })
}

// viewOf is what she thinks of a book: what her stops in it have in common, with
// one of them. Without enough of them she has no opinion yet, and says so.
func (s *situation) viewOf(b shelf.Book) samantha.Move {
	if b.ID == "" {
		return s.whatSheReads()
	}
	m := s.of(b, samantha.DoBook, "far", far(b))
	why, stops := b.View()
	if why == "" {
		return m
	}
	m.Slots["why"], m.Slots["count"] = why, strconv.Itoa(len(stops))
	best := stops[0]
	for _, p := range stops {
		if !s.state.saidLately(p.Text) {
			best = p
			break
		}
	}
	s.recall(&m, "quote", best.ID)
	return m
}

// passages are the sentences she stopped at in a night.
func passages(l *samantha.Leafed) string {
	var all []string
	for _, p := range l.Words.Struck {
		all = append(all, p.Text)
	}
	return strings.Join(all, " ")
}

// leafed explains a night with a book, or one sentence of it.
func (x *explanation) leafed(e samantha.Event, b *samantha.Leafed) error {
	x.why.Sentence = x.says("leafed", "night", b.Numbers.Night)
	x.step(e.ID, "read", fmt.Sprintf("%d words, paragraphs %d to %d", b.Numbers.Words, b.Numbers.Begin+1, b.Numbers.End))
	for i, p := range b.Words.Struck {
		id := e.ID.Part("struck", i+1)
		if x.why.ID.IsPart() && x.why.ID != id {
			continue
		}
		x.step(id, "struck", fmt.Sprintf("%s (%s)", p.Text, strings.TrimSpace(p.Why+" "+p.Word)))
	}
	return x.sources(b.From())
}
