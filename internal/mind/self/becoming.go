package self

import (
	"errors"
	"fmt"
	"strings"
	"time"

	"samantha"
)

// Becoming is how she becomes who she is: the rules of a night, read once.
type Becoming struct {
	facets    []facet
	pushes    []push
	values    []value
	births    map[samantha.Trait]string
	called    map[samantha.Trait]string
	moves     map[string]moved // "e+"
	words     wordList
	argues    map[string][]string // en/reasons.txt, by list
	subjects  []subject
	interests []kept
	leanings  []kept
	dares     []dare
	wishes    wishes
	portrait  map[string][]string
	kinds     []string // of the portrait, in the order of its file
}

// moved is how a trait is named that has moved.
type moved struct{ name, how string }

// kept is a key and how she says it.
type kept struct{ key, says string }

// NewBecoming reads the rules. An error names file and line.
func NewBecoming() (*Becoming, error) {
	r := &Becoming{births: map[samantha.Trait]string{}, called: map[samantha.Trait]string{}, moves: map[string]moved{}, portrait: map[string][]string{}}
	var errs []error
	for _, f := range []struct {
		name string
		read func(file, text string) error
	}{
		{"facets.txt", r.readFacets},
		{"pushes.txt", r.readPushes},
		{"en/values.txt", r.readValues},
		{"en/traits.txt", r.readTraits},
		{"en/words.txt", r.readWords},
		{"en/opinions.txt", r.readOpinions},
		{"en/reasons.txt", r.readReasons},
		{"en/interests.txt", r.readInterests},
		{"en/dares.txt", r.readDares},
		{"en/wishes.txt", r.readWishes},
		{"en/portrait.txt", r.readPortrait},
	} {
		text, err := files.ReadFile(f.name)
		if err == nil {
			err = f.read(f.name, string(text))
		}
		errs = append(errs, err)
	}
	if err := errors.Join(errs...); err != nil {
		return nil, fmt.Errorf("self: %w", err)
	}
	return r, nil
}

func (r *Becoming) readPushes(file, text string) (err error) {
	r.pushes, err = r.pushesOf(file, text)
	return err
}

func (r *Becoming) readTraits(file, text string) error {
	for _, line := range samantha.Lines(file, text) {
		switch c := cells(line.Text); {
		case line.Text == "":
		case len(c) == 3 && len(c[0]) == 1:
			r.called[samantha.Trait(c[0])], r.births[samantha.Trait(c[0])] = c[1], c[2]
		case len(c) == 3:
			r.moves[c[0]] = moved{c[1], c[2]}
		default:
			return line.Bad("want: trait | called | born, or trait+ | name | how")
		}
	}
	return nil
}

// rows calls for each line with so many columns that is not empty.
func rows(file, text string, columns int, take func(samantha.Line, []string) error) error {
	for _, line := range samantha.Lines(file, text) {
		if line.Text == "" {
			continue
		}
		c := cells(line.Text)
		if len(c) != columns {
			return line.Bad("want %d columns, have %d", columns, len(c))
		}
		if err := take(line, c); err != nil {
			return err
		}
	}
	return nil
}

// Moment is one exchange of a day as a night sees it: what was heard, and what
// she said, if she did. Nothing forgotten is among them.
type Moment struct {
	ID    samantha.ID
	Seq   uint64
	At    time.Time
	Heard *samantha.Heard
	Said  *samantha.Said
	Topic string // of what was heard: hearing/en/topics.txt
	Asked bool   // her answer before it had asked something
	Nth   int    // in its stretch of talk, from 1
	Hour  int    // of the person's day

	key   string            // its words as they are compared, between blanks
	words map[string]string // those of them that she may take up, and where they fit
}

// Moment is what a night sees of something heard. It is looked at for two weeks and
// worked out once.
func (r *Becoming) Moment(e samantha.Event, h *samantha.Heard, topic string) Moment {
	return Moment{
		ID: e.ID, Seq: e.Seq, At: e.At, Heard: h, Topic: topic,
		key:   " " + samantha.SentenceKey(h.Words.Text) + " ",
		words: r.words.in(h.Words.Text, h.Words.Hearing.Odd),
	}
}

// theirs: it was the person who spoke, beyond doubt; with "this is Tom" somebody
// else is there.
func (m Moment) theirs() bool { return !m.Heard.Numbers.Guest && !m.Heard.Words.Hearing.Has("guest") }

// heavy: something hard was told in it, or a life was in danger.
func (m Moment) heavy() bool {
	h := m.Heard.Words.Hearing
	return m.Heard.Numbers.Care.Level > 0 || h.Has("tell.loss") || h.Has("tell.hard") || h.Has("quiet")
}

// has reports whether a text holds a word or a phrase, whole.
func has(text, phrase string) bool {
	return strings.Contains(" "+samantha.SentenceKey(text)+" ", " "+samantha.SentenceKey(phrase)+" ")
}

// Thread is something the person left open that is open still.
type Thread struct {
	ID    samantha.ID
	Thing string
	Form  string
	Grave bool // told in sorrow, or nothing to be asked after
}

// Night is all that a night may look at.
type Night struct {
	Seed    uint64
	At      time.Time // when it is dated to
	Zone    *time.Location
	Day     string // that it looks back on
	Until   uint64
	Today   []Moment                        // since the night before, two weeks at most
	Lately  []Moment                        // of the last two weeks, today's included
	Week    []Moment                        // since the traits were last looked at, two weeks at most
	Threads []Thread                        // open now
	Ended   map[samantha.ID]samantha.Ending // of threads that wishes of hers are about, if they are closed
}

// firstLook is how long they know each other when she first looks at herself;
// from then on it is once a week.
const firstLook = 6 * 24 * time.Hour

// dueWeek: it is a week since she last looked at her traits.
func (s *State) dueWeek(at time.Time) bool {
	if s.Week.IsZero() {
		return at.Sub(s.Born) >= firstLook
	}
	return at.Sub(s.Week) >= week
}

// Night decides what a night makes of her: first the event that stands for the
// night, with the steps of her traits if a week is over; then one for each thing
// that came or went; last a portrait, if a week is over. It is the same for the
// same state, seed and days.
func (r *Becoming) Night(s *State, n Night) []*samantha.Became {
	night := &samantha.Became{Numbers: samantha.BecameNumbers{Day: n.Day, Until: n.Until, Week: s.dueWeek(n.At), Version: Version}}
	if night.Numbers.Week {
		night.Numbers.Steps = r.steps(s, n)
	}
	out := []*samantha.Became{night}
	for _, find := range []func(*State, Night) []*samantha.Became{
		r.takesWords, r.sharesJokes, r.takesInterest, r.forms, r.holdsTo, r.dared, r.fulfils, r.wishesFor,
	} {
		out = append(out, find(s, n)...)
	}
	return out
}

// item is a thing of her repertoire, with the memories it came from.
func item(kind samantha.ItemKind, class string, from []samantha.ID) *samantha.Became {
	b := &samantha.Became{Numbers: samantha.BecameNumbers{Kind: kind, Class: class, Version: Version}}
	b.Numbers.Sources = from
	return b
}

// sourcesMost is how many memories a thing names at most.
const sourcesMost = 6

// once are the ids, each once, the newest few.
func once(ids []samantha.ID) []samantha.ID {
	var out []samantha.ID
	seen := map[samantha.ID]bool{}
	for _, id := range ids {
		if !seen[id] {
			seen[id] = true
			out = append(out, id)
		}
	}
	return samantha.Newest(out, sourcesMost)
}
