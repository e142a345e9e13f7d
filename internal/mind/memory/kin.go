package memory

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"samantha"
)

// kinship is how facts about people are told apart.
type kinship struct {
	partner, apart, alone map[string]bool
	none                  map[string][]string // relations that "no siblings" denies
	among                 map[string][]string // relations of which a word means any
	made                  []madeOf
	having                map[string]bool   // words by which somebody has kin
	count                 []string          // "one" and up
	sort                  map[string]string // "he" or "she", by relation or first name
}

// madeOf is a relation that is another one's: a grandchild is a son's girl.
type madeOf struct {
	relation string
	of, by   []string // whose, and by which words they are told of
}

// read takes one line of kin.txt.
func (k *kinship) read(line samantha.Line) error {
	kind, rest, _ := strings.Cut(line.Text, " ")
	words := strings.Fields(rest)
	if kind == "made" || kind == "among" {
		return k.readMade(line, kind, rest)
	}
	set := map[string]map[string]bool{"partner": k.partner, "apart": k.apart, "alone": k.alone, "having": k.having}[kind]
	switch {
	case kind == "he" || kind == "she":
		for _, w := range words {
			k.sort[w] = kind
		}
		return nil
	case kind == "count":
		k.count = words
		return nil
	case kind == "none" && len(words) > 1:
		k.none[words[0]] = words[1:]
		return nil
	case set == nil || len(words) == 0:
		return line.Bad("want: partner, apart, alone, he, she, none, having, count, among or made, and words")
	}
	for _, w := range words {
		set[w] = true
	}
	return nil
}

// readMade takes a line of relations that others make up.
func (k *kinship) readMade(line samantha.Line, kind, rest string) error {
	names, means, ok := strings.Cut(rest, "=")
	if !ok || strings.TrimSpace(names) == "" {
		return line.Bad("want: words = relations")
	}
	of, by, _ := strings.Cut(means, ":")
	for _, name := range strings.Fields(names) {
		if kind == "among" {
			k.among[name] = strings.Fields(of)
			continue
		}
		k.made = append(k.made, madeOf{name, strings.Fields(of), strings.Fields(by)})
	}
	return nil
}

// Number is a small number as a word, a larger one in digits.
func (l *Lore) Number(n int) string {
	if n < 1 || n > len(l.kin.count) {
		return strconv.Itoa(n)
	}
	return l.kin.count[n-1]
}

// CountsKin is the relation of which a question asks how many the person has:
// "grandchildren".
func (l *Lore) CountsKin(question string) (string, bool) {
	words := strings.Fields(key(question))
	n := len(words)
	if n < 6 || words[0] != "how" || words[1] != "many" || words[n-1] != "have" && words[n-1] != "got" {
		return "", false
	}
	_, many := l.kin.among[words[2]]
	return words[2], many
}

// Among are the relations that a word for several may mean: sons and daughters for
// "my children", the one of the plural for "my sons", else the word itself.
func (l *Lore) Among(relation string) []string {
	relation = plain(relation)
	if rels, ok := l.kin.among[relation]; ok {
		return rels
	}
	return []string{relation}
}

// Made are the relations of which a relation is made, and by which words somebody's
// is told of: of a nephew, brother and sister, "boy" and "son".
func (l *Lore) Made(relation string) (of, by []string) {
	for _, m := range l.kin.made {
		if m.relation == plain(relation) {
			of, by = append(of, m.of...), append(by, m.by...)
		}
	}
	return of, by
}

// sortOf is how one goes on about a topic; of a name by what they are known to be to
// somebody, else by the name itself.
func (k *kinship) sortOf(s *State, t Topic) string {
	if t.Name == "" || t.Sort != "any" {
		return t.Sort
	}
	for _, f := range s.Known() {
		rel := f.Slot
		switch {
		case f.Slot == "name" && Same(f.Value, t.Name):
			rel = f.Of
		case f.Slot == "relation" && Same(f.Of, t.Name):
			rel = f.Value
		case !Same(f.Value, t.Name):
			continue
		}
		words := strings.Fields(rel)
		if sort := k.sort[words[len(words)-1]]; sort != "" {
			return sort
		}
	}
	return cmp.Or(k.sort[strings.ToLower(strings.Fields(t.Name)[0])], t.Sort)
}

// Partner is whom the person is with, as far as it is known.
func (l *Lore) Partner(s *State) []Known {
	return filter(s.Known(), func(k Known) bool {
		return k.Slot == "name" && l.kin.partner[k.Of] || k.Slot == "partner" && k.Of == Person ||
			k.Slot == "relation" && l.kin.partner[k.Value]
	})
}

// Whom is the somebody that a fact of [Lore.Partner] names.
func (k Known) Whom() string {
	if k.Slot == "relation" {
		return k.Of
	}
	return k.Value
}

// Contradicts is what a fact, told without a word of change, cannot be true
// beside: another value of a kind that keeps its value, or anything else than
// what they only think; a second name where one is likely; one name of two
// relations; somebody of whom they say there is none.
// What was asked about once is not found again.
func (l *Lore) Contradicts(s *State, f samantha.Fact) (Known, bool) {
	k, ok := l.contradicts(s, f)
	if d, asked := s.Doubted(k); asked && d.Slot == f.Slot && Same(d.Value, f.Value) {
		return Known{}, false
	}
	return k, ok
}

func (l *Lore) contradicts(s *State, f samantha.Fact) (Known, bool) {
	switch {
	case f.Way == samantha.WayChange, f.Way == samantha.WayOver, f.Way == samantha.WayProposed, f.Like != "":
		return Known{}, false
	case f.Slot == "name" && f.Of != Person:
		return l.named(s, f)
	case f.Slot == "has" && f.Of == Person:
		return l.denied(s, f)
	case Stable(f.Slot), f.Way == samantha.WayHedged:
		if k, ok := s.Differs(f); ok && k.Slot == f.Slot && !k.was(f.Value) && !Alike(k.Value, f.Value) {
			return k, true
		}
	}
	return Known{}, false
}

// was: the value stood here before, or was asked about and put aside.
func (k Known) was(value string) bool {
	return slices.ContainsFunc(k.Was, func(c Closed) bool { return Same(c.Value, value) })
}

// named is what the name of somebody contradicts. A second one of a relation that
// many may have is no surprise if it comes in passing.
func (l *Lore) named(s *State, f samantha.Fact) (Known, bool) {
	var other Known
	for _, k := range s.Known() {
		switch {
		case k.Slot != "name" || k.Of == Person:
		case Same(k.Of, f.Of) && Same(k.Value, f.Value):
			return Known{}, false
		case Same(k.Of, f.Of) && (k.was(f.Value) || Alike(k.Value, f.Value)):
			return Known{}, false
		case Same(k.Of, f.Of) && !(f.Beside && f.Way == samantha.WayPassing && !l.kin.alone[plain(f.Of)]):
			other = k
		case Same(k.Value, f.Value) && l.kin.apart[plain(k.Of)] && l.kin.apart[plain(f.Of)] && !Same(k.Of, f.Of):
			other = k
		}
	}
	return other, other.ID != ""
}

// denied is the somebody of whom "no sisters" says that they are not there.
func (l *Lore) denied(s *State, f samantha.Fact) (Known, bool) {
	what, no := strings.CutPrefix(strings.ToLower(f.Value), "no ")
	if !no {
		return Known{}, false
	}
	var rels []string
	for _, w := range strings.Fields(what) {
		rels = append(rels, l.kin.none[w]...)
	}
	for _, k := range s.Known() {
		some := k.Of == Person && k.Slot == "has" && slices.ContainsFunc(rels, func(rel string) bool { return stands(rel, wordsOf(k.Value)) })
		if some || slices.Contains(rels, plain(k.Of)) || k.Slot == "relation" && slices.Contains(rels, plain(k.Value)) {
			return k, !s.Dead(k.Of)
		}
	}
	return Known{}, false
}

// HasKin reports whether a text tells that somebody has kin of a kind: "Erik's girl",
// "Tomas has twins", "my brother and his wife had a baby boy".
func (l *Lore) HasKin(text, who, kind string) bool {
	for _, sentence := range samantha.Sentences(text) {
		_, after, ok := strings.Cut(" "+key(sentence)+" ", " "+key(who)+" ")
		between, _, found := strings.Cut(" "+after, " "+kind+" ")
		if !ok {
			_, after, ok = strings.Cut(" "+key(sentence)+" ", " "+key(who)+"s ") // "Eriks girl"
			between, _, found = strings.Cut(" s "+after, " "+kind+" ")
		}
		if !ok || !found {
			continue
		}
		words := strings.Fields(between)
		if len(words) > mostBetween {
			continue
		}
		if len(words) > 0 && words[0] == "s" && len(words) <= 2 || slices.ContainsFunc(words, func(w string) bool { return l.kin.having[w] }) {
			return true
		}
	}
	return false
}

// mostBetween is how many words may stand between somebody and their kin.
const mostBetween = 7

// twice: somebody they are with is known by relation and name already.
func (k Known) twice(all []Known) bool {
	return k.Slot == "partner" && k.Of == Person && slices.ContainsFunc(all, func(o Known) bool {
		return o.Slot == "name" && o.Of != Person && len(o.Sources) > 0 && o.Holds() && Same(o.Value, k.Value)
	})
}
