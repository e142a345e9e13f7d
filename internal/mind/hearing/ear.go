package hearing

import (
	"cmp"
	"embed"
	"fmt"
	"slices"
	"strings"
	"time"

	"samantha"
	"samantha/internal/mind/linear"
)

// Version is the version of the rules, for the log: what was heard is not heard
// again when they change.
const Version = 18

//go:embed ??/*.txt en/matters/*.txt en/striking.bin
var files embed.FS

// An Ear hears utterances. It holds the rules and never changes; several
// goroutines may share it.
type Ear struct {
	short    map[string][]string
	lists    map[string]*list
	class    map[string]class
	rank     map[string]int // place in common.txt, from 1
	striking linear.Model   // how likely a bit is to strike

	acts, claims, confided, cuts, elided, evening, frames, joints, keep, lengths, names, partings, people, places, plots, questions, replies, strikes, tellings, threads, times *rulebook

	uses           map[string]*uses // by word, in which rules it is
	wholes, blocks *rulebook        // the claims that only a whole utterance makes, and what blocks any

	base map[string]string // the base of a verb, by each of its forms

	single  map[string]string // one of several, by the word for several
	kin     map[string]string // the usual word of a relation, by its others
	topics  map[string]string // topic by word
	others  languages
	tongues map[string]string // what a language is called, by code
	listed  map[string]bool   // words that a list has, and that so are no names
	pairs   map[string]bool   // pairs of letters that stand in common words
}

// Context is what an utterance is heard against.
type Context struct {
	Now     time.Time // in the person's zone
	Asked   string    // what her last question was after: "name", "now", "which" of several, a slot of a fact, an "errand" set or rung a moment ago, a "list" written or read, a "letter" they are at, whether something between them is "mend"ed, or ""; "first" before anything was said
	HerName string    // "" before she has one
	Own     string    // what they are called; "" before they said
	People  []string  // names she knows
	// Missing is what nobody has told yet of the one spoken of last: "name",
	// "relation", or "" if nothing is missing or nobody was.
	Missing string
	// Whose is how one goes on about that one: the sort of a [samantha.Topic].
	Whose string
	// After is what her last question was after, be it of somebody else.
	After   Wanted
	Guest   bool    // somebody was introduced who is there now
	Off     bool    // nothing is kept: they are off the record
	Errand  bool    // an errand was set or changed a moment ago, whatever else she asked
	Unnamed Unnamed // what a name may be
}

// Unnamed is what a name may be while they told none.
type Unnamed int

const (
	NameTold  Unnamed = iota // it is known
	NameOpen                 // none was told yet
	NameEarly                // and they have only just come
	NameAlone                // and speak of nobody else: a name by itself is theirs
)

// New reads the rules. An error names the file and the line.
func New() (*Ear, error) {
	e := &Ear{class: map[string]class{}, base: map[string]string{}, rank: map[string]int{}, tongues: map[string]string{}, pairs: map[string]bool{}}
	parts, err := e.parts()
	if err != nil {
		return nil, fmt.Errorf("hearing: %w", err)
	}
	for _, p := range parts {
		text, err := files.ReadFile(p.file)
		if err != nil {
			return nil, fmt.Errorf("hearing: %w", err)
		}
		if err := p.take(p.file, string(text)); err != nil {
			return nil, fmt.Errorf("hearing: %w", err)
		}
	}
	e.listed = e.inLists()
	e.partClaims()
	e.uses = usesIn(e.books())
	if err := e.readOthers(); err != nil {
		return nil, fmt.Errorf("hearing: %w", err)
	}
	weights, err := files.ReadFile("en/striking.bin")
	if err != nil {
		return nil, fmt.Errorf("hearing: %w", err)
	}
	if e.striking, err = linear.Decode(weights, 1); err != nil {
		return nil, fmt.Errorf("hearing: en/striking.bin: %w", err)
	}
	return e, nil
}

// A part of what an ear knows is a file and how it is taken in.
type part struct {
	file string
	take func(file, text string) error
}

// parts are in the order in which they need each other: words before rules.
func (e *Ear) parts() ([]part, error) {
	matters, err := files.ReadDir("en/matters")
	if err != nil {
		return nil, err
	}
	parts := []part{
		{"en/common.txt", e.readCommon},
		{"en/short.txt", e.readShort},
		{"en/lists.txt", e.readLists},
		{"en/verbs.txt", e.readVerbs},
		{"en/relations.txt", e.readRelations},
		{"en/plurals.txt", e.readPlurals},
		{"en/topics.txt", e.readTopics},
		{"en/senses.txt", e.readSenses},
		{"en/tongues.txt", e.readTongues},
		{"en/borrowed.txt", e.readBorrowed},
		{"en/letters.txt", e.rulesInto(&e.acts)},
		{"en/errands.txt", e.rulesInto(&e.acts)},
		{"en/forgets.txt", e.rulesInto(&e.acts)},
		{"en/bounds.txt", e.rulesInto(&e.acts)},
		{"en/promises.txt", e.rulesInto(&e.acts)},
		{"en/toher.txt", e.rulesInto(&e.acts)},
		{"en/leaving.txt", e.rulesInto(&e.acts)},
		{"en/herself.txt", e.rulesInto(&e.acts)},
		{"en/opinion.txt", e.rulesInto(&e.acts)},
		{"en/asked.txt", e.rulesInto(&e.acts)},
		{"en/meeting.txt", e.rulesInto(&e.acts)},
		{"en/repair.txt", e.rulesInto(&e.acts)},
		{"en/spoken.txt", e.rulesInto(&e.acts)},
		{"en/seeming.txt", e.rulesInto(&e.acts)},
		{"en/acts.txt", e.rulesInto(&e.acts)},
		{"en/claims.txt", e.rulesInto(&e.claims)},
		{"en/passing.txt", e.rulesInto(&e.claims)},
		{"en/righted.txt", e.rulesInto(&e.claims)},
		{"en/confided.txt", e.rulesInto(&e.confided)},
		{"en/cuts.txt", e.rulesInto(&e.cuts)},
		{"en/elided.txt", e.rulesInto(&e.elided)},
		{"en/evening.txt", e.openInto(&e.evening)},
		{"en/partings.txt", e.openInto(&e.partings)},
		{"en/frames.txt", e.openInto(&e.frames)},
		{"en/tenors.txt", e.openInto(&e.frames)},
		{"en/joints.txt", e.rulesInto(&e.joints)},
		{"en/keep.txt", e.rulesInto(&e.keep)},
		{"en/lengths.txt", e.rulesInto(&e.lengths)},
		{"en/names.txt", e.rulesInto(&e.names)},
		{"en/people.txt", e.rulesInto(&e.people)},
		{"en/places.txt", e.rulesInto(&e.places)},
		{"en/questions.txt", e.rulesInto(&e.questions)},
		{"en/replies.txt", e.rulesInto(&e.replies)},
		{"en/tellings.txt", e.rulesInto(&e.tellings)},
		{"en/plots.txt", e.rulesInto(&e.plots)},
		{"en/strikes.txt", e.openInto(&e.strikes)},
		{"en/threads.txt", e.rulesInto(&e.threads)},
		{"en/times.txt", e.rulesInto(&e.times)},
	}
	for _, f := range matters {
		parts = append(parts, part{"en/matters/" + f.Name(), e.readMatters})
	}
	return parts, nil
}

// readCommon reads the common words, the most common first.
func (e *Ear) readCommon(file, text string) error {
	for i, ln := range lines(file, text) {
		e.rank[ln.Text] = i + 1
		for at := 0; at+2 <= len(ln.Text); at++ {
			e.pairs[ln.Text[at:at+2]] = true
		}
	}
	return nil
}

func (e *Ear) readShort(file, text string) (err error) {
	e.short, err = parseShort(file, text)
	return err
}

// readLists reads the lists, and which of them are classes of words.
func (e *Ear) readLists(file, text string) (err error) {
	if e.lists, _, err = parseLists(file, text, e.openAll); err != nil {
		return err
	}
	return e.classify(file)
}

// readTongues reads what languages are called: "de German".
func (e *Ear) readTongues(file, text string) error {
	for _, ln := range lines(file, text) {
		code, name, ok := strings.Cut(ln.Text, " ")
		if !ok {
			return ln.Bad("want \"code name\", have %q", ln.Text)
		}
		e.tongues[code] = name
	}
	return nil
}

// rulesInto reads rules into a book, behind those that it has.
func (e *Ear) rulesInto(book **rulebook) func(file, text string) error {
	return func(file, text string) error {
		read, err := e.parseRules(file, text)
		if err != nil || *book == nil {
			*book = read
			return err
		}
		for _, r := range read.rules {
			(*book).add(r)
		}
		return nil
	}
}

// partClaims parts the claims of a piece from those of the whole utterance. What blocks a
// claim blocks both.
func (e *Ear) partClaims() {
	blocks := func(r rule) bool { return r.kind == "block" }
	e.blocks = e.claims.those(blocks)
	e.wholes = e.claims.those(func(r rule) bool { return r.whole || blocks(r) })
	e.claims = e.claims.those(func(r rule) bool { return !r.whole || blocks(r) })
}

// books are all that she hears by.
func (e *Ear) books() []*rulebook {
	return []*rulebook{
		e.acts, e.claims, e.wholes, e.blocks, e.confided, e.cuts, e.elided, e.evening, e.frames, e.joints,
		e.keep, e.lengths, e.names, e.partings, e.people, e.places, e.plots, e.questions, e.replies, e.strikes, e.tellings, e.threads, e.times,
	}
}

// common reports whether a word, or the word it is a form of, is common.
func (e *Ear) common(w string) bool { return e.place(w) > 0 }

// place is how common a word is, 1 the most; 0 is not at all. A form counts as
// its word.
func (e *Ear) place(w string) int {
	if n := e.rank[w]; n > 0 {
		return n
	}
	for _, end := range [...]struct{ cut, add string }{
		{"ies", "y"}, {"es", ""}, {"s", ""}, {"ed", ""}, {"d", ""}, {"ing", ""}, {"ing", "e"}, {"ly", ""},
	} {
		if stem, ok := strings.CutSuffix(w, end.cut); ok && len(stem) > 1 && e.rank[stem+end.add] > 0 {
			return e.rank[stem+end.add]
		}
	}
	return 0
}

// Hear says what was meant by an utterance. Every text it quotes stands in the
// utterance letter by letter. What is clearly not English is not read further.
func (e *Ear) Hear(text string, in Context) samantha.Hearing {
	u, h := e.listen(text, in)
	if len(u.words) == 0 {
		return h
	}
	u.hear()
	h.Acts, h.Claims = u.done(), u.claims
	h.People, h.Places, h.Times = u.mentions(), u.places(), u.whens()
	h.Detail = cmp.Or(u.caught("detail"), u.detail())
	if u.kept {
		h.Detail = strings.TrimPrefix(h.Detail, "that ") // "I dreamed [that the lift]"
	} else {
		h.Topics, h.Told, h.Ends = u.topics(h.People), u.tellings(), u.ends
	}
	h.Odd, h.Terms = u.odd(), u.terms()
	return h
}

// Acts is what is done with the words of an utterance, as [Ear.Hear] has it.
func (e *Ear) Acts(text string, in Context) []samantha.Act {
	u, h := e.listen(text, in)
	if len(u.words) == 0 {
		return h.Acts
	}
	u.onlyActs = true
	u.hear()
	return u.done()
}

// listen begins an utterance. Of one without words, or not in English, there is no more
// to hear than what comes with it.
func (e *Ear) listen(text string, in Context) (utterance, samantha.Hearing) {
	words, loose := e.words(text, in), loose(text)
	h := samantha.Hearing{Language: e.language(text, loose)}
	if len(words) == 0 {
		h.Acts = wordless(text)
		return utterance{}, h
	}
	if code := e.others.asksHuman(loose, h.Language); code != "" {
		h.Language, h.Acts = code, []samantha.Act{{Kind: "ask.human", Text: text}}
	}
	if h.Language != "" && !e.bareName(text, loose, in) {
		return utterance{}, h
	}
	h.Language = ""
	e.nameFresh(words)
	return utterance{ear: e, text: text, words: words, in: in}, h
}

// done are the acts of an utterance that was heard.
func (u *utterance) done() []samantha.Act {
	u.ownName()
	settle(u.acts)
	return append(u.acts, u.confidence()...)
}

// confidence is an act of its own if anything in the utterance says that it is told in
// confidence (en/confided.txt).
func (u *utterance) confidence() []samantha.Act {
	for _, sentence := range sentences(u.words) {
		p := u.ear.piece(sentence)
		for n := range u.ear.confided.likely(sentence) {
			if _, ok := u.ear.match(u.ear.confided.rules[n].prog, p); ok && !p.asked {
				return []samantha.Act{{Kind: "confide", Text: u.quote(sentence)}}
			}
		}
	}
	return nil
}

// caught is what a rule caught under a name in the last act that did.
func (u *utterance) caught(slot string) string {
	for _, a := range slices.Backward(u.acts) {
		if strings.HasPrefix(a.Kind, "tell.") && a.Slots[slot] != "" {
			return a.Slots[slot]
		}
	}
	return ""
}

// wordless is what an utterance without a word does.
func wordless(text string) []samantha.Act {
	if strings.Contains(text, "?") {
		return []samantha.Act{{Kind: "pardon", Text: strings.TrimSpace(text), Slots: map[string]string{"lost": "yes"}}}
	}
	return []samantha.Act{{Kind: "silence", Text: strings.TrimSpace(text)}}
}
