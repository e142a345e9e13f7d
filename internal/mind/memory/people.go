package memory

import (
	"slices"
	"strings"
	"time"

	"samantha"
)

// Spoken is one time that somebody was spoken of.
type Spoken struct {
	samantha.Mention
	ID  samantha.ID `json:"id"` // part "person"
	At  time.Time   `json:"at"`
	Met bool        `json:"met,omitempty"` // introduced to her
	// Felt is her strongest feeling in that moment, and Seemed how the person
	// seemed, if she was sure.
	Felt   *Touched         `json:"felt,omitempty"`
	Seemed samantha.Emotion `json:"seemed,omitempty"`
}

// Touched is a feeling of hers when somebody was spoken of.
type Touched struct {
	ID        samantha.ID      `json:"id"`
	Emotion   samantha.Emotion `json:"emotion"`
	Intensity float64          `json:"intensity"` // 0..1, when it arose
}

// sureSeemed is how sure a reading is at least that is kept of somebody.
const sureSeemed = 0.6

// hearPeople keeps who was spoken of in something told. Asking after somebody,
// or having a page opened on them, is no telling, nor is a dream; and while a guest is there it
// may not have been the person who spoke.
func (s *State) hearPeople(e samantha.Event, b *samantha.Heard) {
	h := b.Words.Hearing
	if onlyAsks(h) || len(b.Words.Notes) > 0 || b.Numbers.Guest && !h.Has("guest.here") {
		return
	}
	guest, _ := h.Act("guest.here")
	for i, m := range h.People {
		s.Spoken = append(s.Spoken, Spoken{
			Mention: m, ID: e.ID.Part("person", i+1), At: e.At,
			Met:  isOf(m, guest.Slots["name"]) || isOf(m, guest.Slots["rel"]),
			Felt: strongest(e.ID, b.Numbers.Felt), Seemed: seemed(b.Numbers.Reading),
		})
	}
}

// Mentioned are the people of an utterance, those whom it only points at with
// the mention before that is meant, and whoever died marked as dead. This is
// decided when it is heard: when the mention before is forgotten, nobody else is
// meant.
func (s *State) Mentioned(h samantha.Hearing, now time.Time) []samantha.Mention {
	people := slices.Clone(h.People)
	loss, lost := h.Act("tell.loss")
	found := false
	for i, m := range people {
		if m.Name == "" && m.Relation == "" && m.As == "" {
			people[i].Like = s.lastSpoken(now)
		}
		if lost && isOf(m, loss.Slots["who"]) {
			people[i].Late, found = true, true
		}
	}
	if !lost || found {
		return people
	}
	if like := s.spokenBefore(loss.Slots["who"]); like != "" {
		people = append(people, samantha.Mention{Like: like, Late: true})
	}
	return people
}

// spokenBefore is an earlier mention of whoever is called by these words: "my
// dog", "she"; "" if nobody is, or one of several.
func (s *State) spokenBefore(who string) samantha.ID {
	if found := s.WhoIs(who); len(found) == 1 {
		return found[0].ID
	}
	return s.meantBy(who)
}

// onlyAsks: nothing in it was told.
func onlyAsks(h samantha.Hearing) bool {
	return !slices.ContainsFunc(h.Acts, func(a samantha.Act) bool {
		switch kind, _, _ := strings.Cut(a.Kind, "."); kind {
		case "ask", "request", "vow", "greet", "pardon", "mhm":
			return false
		}
		return true
	})
}

func strongest(moment samantha.ID, felt []samantha.Feeling) *Touched {
	var most *Touched
	for i, f := range felt {
		if most == nil || f.Intensity > most.Intensity {
			most = &Touched{moment.Part("felt", i+1), f.Emotion, f.Intensity}
		}
	}
	return most
}

func seemed(r samantha.Reading) samantha.Emotion {
	if r.Emotion == samantha.Unsure || r.Confidence < sureSeemed {
		return ""
	}
	return r.Emotion
}

// isOf: somebody is called by these words of the person's.
func isOf(m samantha.Mention, who string) bool {
	who = plain(who)
	return who != "" && slices.Contains([]string{plain(m.Name), plain(m.Relation), plain(m.As), plain(m.Relation + " " + m.Name)}, who)
}

// lastSpoken is the mention before, of this encounter.
func (s *State) lastSpoken(now time.Time) samantha.ID {
	if n := len(s.Spoken); n > 0 && now.Sub(s.Spoken[n-1].At) <= EncounterPause {
		return s.Spoken[n-1].ID
	}
	return ""
}

// meantBy is the mention of whoever a pronoun means, or "".
func (s *State) meantBy(pronoun string) samantha.ID {
	t, ok := s.Meant(pronoun)
	if !ok {
		return ""
	}
	for _, m := range slices.Backward(s.Spoken) {
		if m.ID.Event() == t.ID.Event() && (isOf(m.Mention, t.Name) || isOf(m.Mention, t.Relation) || isOf(m.Mention, t.Text)) {
			return m.ID
		}
	}
	return ""
}

// wordOf is the id of another word of a mention than its name: "kin" of the
// relation, "as", or "also".
func wordOf(mention samantha.ID, part string) samantha.ID {
	return samantha.ID(strings.Replace(string(mention), ".person.", "."+part+".", 1))
}

// wordsOfSpoken are the words that an id of a mention, or of a word of one,
// stands for.
func (s *State) wordsOfSpoken(id samantha.ID) (string, bool) {
	if !id.IsPart() {
		return "", false
	}
	event := string(id.Event()) + "."
	for i := len(s.Spoken) - 1; i >= 0; i-- {
		m := &s.Spoken[i]
		if !strings.HasPrefix(string(m.ID), event) || m.ID.Event() != id.Event() {
			continue
		}
		words := map[samantha.ID]string{
			wordOf(m.ID, "kin"): m.Relation, wordOf(m.ID, "as"): m.As, wordOf(m.ID, "also"): m.Also, m.ID: m.Name,
		}
		if w := words[id]; w != "" {
			return w, true
		}
	}
	return "", false
}

// Somebody is one person or animal of the person's, joined from all that was
// said of them. Nothing of it is guessed: who was only called "she" is nobody,
// and two of one name stay two.
type Somebody struct {
	ID       samantha.ID `json:"id"`                 // the first mention
	Names    []string    `json:"names"`              // the one that holds stands first
	Relation string      `json:"relation,omitempty"` // to the person
	As       string      `json:"as,omitempty"`       // who they are otherwise: "the neighbour's dog"
	First    time.Time   `json:"first"`
	Last     time.Time   `json:"last"`
	LastID   samantha.ID `json:"last_id"` // the moment they were spoken of last
	FirstID  samantha.ID `json:"first_id"`
	Mentions int         `json:"mentions"`
	Died     samantha.ID `json:"died,omitempty"` // the moment that first told of their death
	Met      samantha.ID `json:"met,omitempty"`  // the moment they were introduced to her

	Facts   []samantha.ID `json:"facts"`   // oldest first
	Threads []samantha.ID `json:"threads"` // oldest first
	Felt    []Touched     `json:"felt"`    // her feelings when they were spoken of, strongest first
	Avoided bool          `json:"avoided,omitempty"`
	Passing bool          `json:"passing,omitempty"` // a name that was heard once, and nothing else

	// The ids of the words for them, for [State.Words]; "" if there are none.
	NameID     samantha.ID `json:"-"`
	RelationID samantha.ID `json:"-"`
	AsID       samantha.ID `json:"-"`
	// Told is the moment that last told something of them, and not only what else
	// they are called.
	Told samantha.ID `json:"-"`

	relations []string // all words for what they are to the person
	called    []string // all that they answer to, plain
	mentions  []samantha.ID
	events    map[samantha.ID]bool // in which they were spoken of
}

// words are all that they are called.
func (p *Somebody) words() []string {
	words := slices.Concat(p.Names, p.relations)
	if p.As != "" {
		words = append(words, p.As)
	}
	return words
}

// answersTo: these words of the person's may mean them.
func (p *Somebody) answersTo(words string) bool {
	return slices.Contains(p.called, plain(words))
}

// call works out all that they answer to, once they are called something else.
func (p *Somebody) call() {
	p.called = plainly(p.words())
	for _, r := range p.relations {
		for _, n := range p.Names {
			p.called = append(p.called, plain(r+" "+n))
		}
	}
}

// Names are those she knows when she hears them again, however they are written:
// of everybody whose name was told as such, and of whoever was spoken of by it
// more than in passing, or is known something of. The list is hers, to be read and
// not changed.
func (s *State) Names() []string {
	j := s.join()
	if j.names == nil {
		j.names = slices.Clip(append([]string{}, s.names(j)...))
	}
	return j.names
}

func (s *State) names(j *people) []string {
	names := s.People()
	for _, p := range s.folk() {
		if !p.passing() || slices.ContainsFunc(s.Known(), func(k Known) bool { return j.owns(p, k) }) {
			names = append(names, p.Names...)
		}
	}
	return names
}

// passing: a name that was heard once, and nothing else of them.
func (p *Somebody) passing() bool {
	return p.Mentions == 1 && p.Relation == "" && p.As == "" && p.Met == "" && p.Died == ""
}

// Everyone is everybody who was spoken of, in the order they first were.
func (s *State) Everyone() []Somebody {
	all := []Somebody{}
	for _, p := range s.folk() {
		all = append(all, s.whole(p))
	}
	return all
}

// WhoIs is whoever the person calls by these words: a name, "my sister", "my
// sister Ruth", "the neighbour's dog". Several may answer to them; the one spoken
// of last stands first.
func (s *State) WhoIs(words string) []Somebody {
	var found []Somebody
	words = plain(words)
	for _, p := range s.folk() {
		if slices.Contains(p.called, words) {
			found = append(found, s.whole(p))
		}
	}
	slices.SortStableFunc(found, func(a, b Somebody) int { return b.Last.Compare(a.Last) })
	return found
}
