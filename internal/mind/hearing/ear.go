package hearing

import (
	"embed"
	"fmt"
	"strings"
	"time"

	"samantha"
)

// Version is the version of the rules, for the log: what was heard is not heard
// again when they change.
const Version = 1

//go:embed en
var files embed.FS

// An Ear hears utterances. It holds the rules and never changes; several
// goroutines may share it.
type Ear struct {
	short map[string][]string
	lists map[string]*list
	class map[string]class
	rank  map[string]int // place in common.txt, from 1

	acts, claims, cuts, joints, people, times *rulebook

	topics    map[string]string // topic by word
	languages []language
	tongues   map[string]string // what a language is called, by code
	pairs     map[string]bool   // pairs of letters that stand in common words
}

// Context is what an utterance is heard against.
type Context struct {
	Now     time.Time // in the person's zone
	Asked   string    // what her last question was after: "name", "now", a slot of a fact, or ""
	HerName string    // "" before she has one
	People  []string  // names she knows
}

// New reads the rules. An error names the file and the line.
func New() (*Ear, error) {
	e := &Ear{class: map[string]class{}, rank: map[string]int{}, pairs: map[string]bool{}}
	if err := e.readWords(); err != nil {
		return nil, fmt.Errorf("read words: %w", err)
	}
	if err := e.readRules(); err != nil {
		return nil, fmt.Errorf("read rules: %w", err)
	}
	return e, nil
}

// readWords reads everything that is about single words.
func (e *Ear) readWords() (err error) {
	for i, ln := range lines("en/common.txt", file("common.txt")) {
		e.rank[ln.text] = i + 1
		for at := 0; at+2 <= len(ln.text); at++ {
			e.pairs[ln.text[at:at+2]] = true
		}
	}
	if e.short, err = parseShort("en/short.txt", file("short.txt")); err != nil {
		return err
	}
	if e.lists, _, err = parseLists("en/lists.txt", file("lists.txt"), e.openAll); err != nil {
		return err
	}
	for _, c := range classLists {
		if e.lists[c.list] == nil {
			return fmt.Errorf("en/lists.txt: no list %q", c.list)
		}
	}
	e.classify(file("verbs.txt"))
	if err := e.readTopics(file("topics.txt")); err != nil {
		return err
	}
	e.tongues = map[string]string{}
	for _, ln := range lines("en/tongues.txt", file("tongues.txt")) {
		code, name, _ := strings.Cut(ln.text, " ")
		e.tongues[code] = name
	}
	return e.readLanguages(file("languages.txt"))
}

// readRules reads the rule files.
func (e *Ear) readRules() (err error) {
	for _, f := range []struct {
		name string
		book **rulebook
	}{
		{"acts.txt", &e.acts},
		{"claims.txt", &e.claims},
		{"cuts.txt", &e.cuts},
		{"joints.txt", &e.joints},
		{"people.txt", &e.people},
		{"times.txt", &e.times},
	} {
		if *f.book, err = e.parseRules("en/"+f.name, file(f.name)); err != nil {
			return err
		}
	}
	return nil
}

// file is an embedded file. A missing one is a mistake of the build.
func file(name string) string {
	b, err := files.ReadFile("en/" + name)
	if err != nil {
		panic(err)
	}
	return string(b)
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
		if stem, ok := strings.CutSuffix(w, end.cut); ok && e.rank[stem+end.add] > 0 {
			return e.rank[stem+end.add]
		}
	}
	return 0
}

// Hear says what was meant by an utterance. Every text it quotes stands in the
// utterance letter by letter. What is clearly not English is not read further.
func (e *Ear) Hear(text string, in Context) samantha.Hearing {
	words := e.words(text, in)
	h := samantha.Hearing{Language: e.language(text, words)}
	if len(words) == 0 {
		h.Acts = wordless(text)
		return h
	}
	if h.Language != "" {
		return h
	}
	u := utterance{ear: e, text: text, words: words, in: in}
	u.hear()
	h.Acts, h.Claims = u.acts, u.claims
	h.People, h.Times = u.mentions(), u.whens()
	h.Detail = u.detail()
	h.Odd, h.Terms = u.odd(), u.terms()
	return h
}

// wordless is what an utterance without a word does.
func wordless(text string) []samantha.Act {
	if strings.Contains(text, "?") {
		return []samantha.Act{{Kind: "pardon", Text: strings.TrimSpace(text)}}
	}
	return []samantha.Act{{Kind: "silence", Text: strings.TrimSpace(text)}}
}
