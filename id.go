package samantha

import (
	"fmt"
	"strconv"
	"strings"
)

// ID names an event, or a part of one: "m7k2" is a moment (its [Heard]),
// "m7k2.said" what she answered, "m7k2.felt.1" the first feeling in it. An id
// is made from the event's sequence: short, speakable, never random.
type ID string

const (
	idLetters = "bcdfghjkmnpqrstvwxyz" // no l: it looks like 1
	idDigits  = "23456789"             // no 0 and 1: they look like o and l
	idPair    = uint64(len(idLetters) * len(idDigits))
)

// NewID names the event with sequence seq: letter and digit by turns, at least
// two pairs, lowest pair first so that neighbours sound different.
func NewID(seq uint64) ID {
	var b strings.Builder
	for n, pairs := seq, 0; n > 0 || pairs < 2; pairs++ {
		p := n % idPair
		n /= idPair
		b.WriteByte(idLetters[p/uint64(len(idDigits))])
		b.WriteByte(idDigits[p%uint64(len(idDigits))])
	}
	return ID(b.String())
}

// Seq is the sequence that [NewID] made the id from, and false for an id that
// it never makes: that of an answer, of a part, or of nothing.
func (id ID) Seq() (uint64, bool) {
	if len(id) > 18 || !isBase(string(id)) { // 18 places hold every uint64
		return 0, false
	}
	var seq uint64
	for i := len(id) - 2; i >= 0; i -= 2 {
		letter := strings.IndexByte(idLetters, id[i])
		digit := strings.IndexByte(idDigits, id[i+1])
		seq = seq*idPair + uint64(letter*len(idDigits)+digit)
	}
	return seq, NewID(seq) == id
}

// ParseID reads an id as a person types it: case and surrounding space do not
// matter. It fails with [ErrInvalid].
func ParseID(s string) (ID, error) {
	id := ID(strings.ToLower(strings.TrimSpace(s)))
	bad := fmt.Errorf("%q is no id (they look like m7k2 or m7k2.fact.1): %w", s, ErrInvalid)
	if !isBase(string(id.Moment())) {
		return "", bad
	}
	switch parts := strings.Split(string(id), ".")[1:]; len(parts) {
	case 0:
		return id, nil
	case 1:
		if parts[0] == "said" {
			return id, nil
		}
	case 2:
		n, err := strconv.Atoi(parts[1])
		if err == nil && n > 0 && parts[0] != "" && strings.Trim(parts[0], "abcdefghijklmnopqrstuvwxyz") == "" {
			return id, nil
		}
	}
	return "", bad
}

func isBase(s string) bool {
	if len(s) < 4 || len(s)%2 != 0 {
		return false
	}
	for i := range len(s) {
		set := idLetters
		if i%2 == 1 {
			set = idDigits
		}
		if !strings.Contains(set, s[i:i+1]) {
			return false
		}
	}
	return true
}

// Moment is the id up to the first dot: the moment, or the event that stands
// alone.
func (id ID) Moment() ID {
	base, _, _ := strings.Cut(string(id), ".")
	return ID(base)
}

// Said is the id of her answer in the moment.
func (id ID) Said() ID { return id.Moment() + ".said" }

// IsSaid reports whether id names an answer of hers or a part of it.
func (id ID) IsSaid() bool {
	_, part, _ := strings.Cut(string(id), ".")
	return part == "said" || strings.HasPrefix(part, "said.")
}

// Event is the id of the event that holds the part: "m7k2" for "m7k2.felt.1",
// "m7k2.said" for "m7k2.said.2".
func (id ID) Event() ID {
	moment := id.Moment()
	if id.IsSaid() {
		return id[:len(moment)+len(".said")]
	}
	return moment
}

// Part names the nth part (from 1) of the event: Part("fact", 1) is
// "m7k2.fact.1". Clauses of an answer are "m7k2.said.1".
func (id ID) Part(name string, n int) ID {
	if name == "said" {
		return id.Said() + "." + ID(strconv.Itoa(n))
	}
	return id + ID("."+name+"."+strconv.Itoa(n))
}

// IsPart reports whether id names a part of an event rather than an event.
func (id ID) IsPart() bool { return id != id.Event() }

// Nth is which part of an event the id names: "fact" and 1 for "m7k2.fact.1". Of an
// event it is "" and 0.
func (id ID) Nth() (name string, n int) {
	name, number, _ := strings.Cut(strings.TrimPrefix(string(id), string(id.Moment())+"."), ".")
	n, err := strconv.Atoi(number)
	if err != nil {
		return "", 0
	}
	return name, n
}
