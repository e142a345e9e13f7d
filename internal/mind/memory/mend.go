package memory

import (
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"samantha"
)

// mending is what is known, and by which words a value is of which sort (en/sorts.txt).
type mending struct {
	*State
	sorts map[string]string
}

// Mend makes facts of what puts right in passing what was told since a time: "not
// thursday, friday", "her aunt, not her sister", "no i mean kofi drives a tram". What
// it cannot be about is left: nothing is put right by a guess. A value that says not
// what is wrong is given's, if something was given.
func (l *Lore) Mend(h samantha.Hearing, known *State, given *Known, since time.Time) []samantha.Fact {
	s := mending{known, l.sorts}
	var out []samantha.Fact
	for i, c := range h.Claims {
		switch {
		case s.mendsWithin(h.Claims[:i], c):
		case c.Slot == spelled:
			out = append(out, s.mendName(c, since)...)
		case c.Slot == "" && c.Not != "":
			out = append(out, s.mendWord(c, since)...)
		case c.Slot == "" && given == nil:
			out = append(out, s.mendSort(c, since)...)
		case c.Instead:
			out = append(out, s.instead(c, since)...)
		}
	}
	return out
}

// mendWord puts another word in the place of one: of a relation, a value or a part of
// it, or what somebody is called.
func (s mending) mendWord(c samantha.Claim, since time.Time) []samantha.Fact {
	not, is := unowned(c.Not), unowned(c.Value)
	var out []samantha.Fact
	for _, k := range s.toldSince(since) {
		deny := samantha.Fact{Way: samantha.WayDenied, Like: k.ID, Quote: c.Text}
		switch {
		case k.Slot == not:
			out = append(out, deny, samantha.Fact{Of: k.Of, Slot: is, Value: k.Value, Quote: c.Text, Beside: k.Beside})
		case plain(k.Of) == not && k.Slot == "name":
			out = append(out, deny, samantha.Fact{Of: is, Slot: k.Slot, Value: k.Value, Quote: c.Text, Beside: k.Beside})
		case plain(k.Of) == not:
			out = append(out, samantha.Fact{Of: is, Like: k.ID, Quote: c.Text})
		}
	}
	if len(out) > 0 {
		return out
	}
	for _, k := range slices.Backward(s.Known()) {
		if value, ok := setRight(k.Value, not, c.Value); ok {
			return []samantha.Fact{{Value: value, Like: k.ID, Quote: c.Text}}
		}
	}
	bears := func(m Spoken) bool { return plain(m.Name) == not }
	if slices.ContainsFunc(s.Known(), func(k Known) bool { return plain(k.Of) == not }) || slices.ContainsFunc(s.Spoken, bears) {
		return []samantha.Fact{{Of: c.Not, Slot: "called", Value: c.Value, Quote: c.Text}}
	}
	return nil
}

// rightedBy: a claim may put this right. One that names what is wrong puts right only
// what has that in it: "Ida, not Ada" is no other name for a Tom.
func (k Known) rightedBy(c samantha.Claim) bool {
	if c.Not == "" {
		return true
	}
	_, has := setRight(k.Value, unowned(c.Not), c.Value)
	return has || Same(k.Of, unowned(c.Not)) || Alike(k.Value, c.Not)
}

// spelled is the slot of a claim that says how a name is written.
const spelled = "spelled"

// mendName writes the name told last as it is spelled: one that begins alike.
func (s mending) mendName(c samantha.Claim, since time.Time) []samantha.Fact {
	for _, k := range slices.Backward(s.toldSince(since)) {
		if v, w := plain(k.Value), plain(c.Value); k.Of != Person && v != "" && w != "" && v[0] == w[0] && s.sortOfValue(k.Value) == "" && Single(k.Slot) {
			return []samantha.Fact{{Value: c.Value, Like: k.ID, Quote: c.Text}}
		}
	}
	return nil
}

// mendSort puts a value right that says not what is wrong: the one told last of its
// sort, a number for a number, a day for a day, a name for a name.
func (s mending) mendSort(c samantha.Claim, since time.Time) []samantha.Fact {
	for _, k := range slices.Backward(s.toldSince(since)) {
		if value, ok := s.sameSort(k.Value, c.Value); ok {
			return []samantha.Fact{{Value: value, Like: k.ID, Quote: c.Text}}
		}
		if k.Slot == "name" && k.Of != Person && proper(c.Value) && s.sortOfValue(c.Value) == "" {
			return []samantha.Fact{{Value: c.Value, Like: k.ID, Quote: c.Text}}
		}
	}
	return nil
}

// Within puts right what an utterance takes back itself: "it's on the 5th of May. No
// wait, the 6th". Of the facts told before, the last of the same sort is meant.
func (l *Lore) Within(text string, h samantha.Hearing, facts []samantha.Fact) {
	s := mending{sorts: l.sorts}
	for _, c := range h.Claims {
		at := strings.Index(text, c.Text)
		if c.Slot != "" || c.Not != "" || at < 0 {
			continue
		}
		for i, f := range slices.Backward(facts) {
			value, ok := s.sameSort(f.Value, c.Value)
			ok = ok || proper(f.Value) && proper(c.Value)
			if before := strings.Index(text, f.Quote); ok && f.Like == "" && before >= 0 && before <= at {
				facts[i].Value, facts[i].Quote = value, c.Text
				break
			}
		}
	}
}

// mendsWithin: a claim puts right what was told before it in the same utterance.
func (s mending) mendsWithin(before []samantha.Claim, c samantha.Claim) bool {
	return c.Slot == "" && c.Not == "" && slices.ContainsFunc(before, func(o samantha.Claim) bool {
		_, ok := s.sameSort(o.Value, c.Value)
		return o.Slot != "" && (ok || proper(o.Value) && proper(c.Value))
	})
}

// sameSort is a value in the place of another, if both are a day or both a number and
// they differ. A day of the month keeps the month that it does not say.
func (s mending) sameSort(old, value string) (string, bool) {
	was, is := s.sortOfValue(old), s.sortOfValue(value)
	if _, month, ok := strings.Cut(old, " of "); ok && was == "day" && is == "number" && ordinal(value) {
		return value + " of " + month, !strings.HasPrefix(old, value+" ")
	}
	return value, is != "" && is == was && !Same(old, value)
}

// proper: a value is written as a name is, of somebody or of a place.
func proper(value string) bool {
	r, _ := utf8.DecodeRuneInString(value)
	return unicode.IsUpper(r)
}

// ordinal: a value is a day of the month, "the 6th".
func ordinal(value string) bool {
	n := strings.TrimPrefix(value, "the ")
	end := strings.TrimLeft(n, "0123456789")
	return n != end && (end == "st" || end == "nd" || end == "rd" || end == "th")
}

// instead takes back what was told of another, if a claim tells the same of somebody
// instead.
func (s mending) instead(c samantha.Claim, since time.Time) []samantha.Fact {
	for _, k := range slices.Backward(s.toldSince(since)) {
		if k.Slot == c.Slot && !s.called(k.Of)[plain(c.Of)] && k.Of != Person && Alike(k.Value, c.Value) {
			return []samantha.Fact{{Way: samantha.WayDenied, Like: k.ID, Quote: c.Text}}
		}
	}
	return nil
}

// toldSince is what holds and was told since a time, in the order of [State.Known].
func (s mending) toldSince(since time.Time) []Known {
	return filter(s.Known(), func(k Known) bool { return !k.Last.Before(since) })
}

// MayBe reports whether a value may stand in the place of what is known: a number for
// a number, a day for a day.
func (l *Lore) MayBe(k Known, value string) bool {
	s := mending{sorts: l.sorts}
	return s.sortOfValue(k.Value) == s.sortOfValue(value)
}

// unowned are words for somebody without whose they are: "her aunt" is an aunt.
func unowned(who string) string {
	who = plain(who)
	for _, whose := range []string{"his ", "her ", "their ", "our "} {
		who = strings.TrimPrefix(who, whose)
	}
	return plain(who)
}

// setRight is a value with a word of it, or all of it, put right.
func setRight(value, not, is string) (string, bool) {
	if plain(value) == not {
		return is, true
	}
	at := strings.Index(" "+strings.ToLower(value)+" ", " "+not+" ")
	if at < 0 || not == "" {
		return "", false
	}
	if strings.HasSuffix(strings.ToLower(value[:at]), "the ") {
		is = strings.TrimPrefix(is, "the ")
	}
	return value[:at] + is + value[at+len(not):], true
}

// sortOfValue is "day" for one with a day of the week or a month in it, "number" for
// one with a number, "" for any other.
func (s mending) sortOfValue(value string) string {
	sort := ""
	for w := range wordsIn(value) {
		switch found := s.sorts[w]; {
		case found == "day":
			return found
		case found != "":
			sort = found
		case w[0] >= '0' && w[0] <= '9':
			sort = "number"
		}
	}
	return sort
}
