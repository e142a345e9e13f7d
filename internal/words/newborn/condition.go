package newborn

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// condition is one thing a line asks of the moment.
type condition struct {
	name   string // a slot, or one of mood, tone, part, weekday, days, after, next, stage, grown
	op     string // one of the ops
	values []string
	number int
	at     int // the place of the name among those of its block
}

// The ops of conditions, as GRAMMAR.md explains them.
const (
	opHas   = "has:" // the slot is known
	opNo    = "no:"  // the slot is not known
	opIs    = "="    // it is one of the values
	opShape = "~"    // it has one of the shapes
	opLess  = "<"    // fewer words; days<3: they met less than 3 days ago
	opMore  = ">"    // days>3 only
)

// ofMoment tells the names that are not slots.
func ofMoment(name string) bool {
	switch name {
	case "mood", "tone", "part", "weekday", "days", "after", "next", "stage", "grown":
		return true
	}
	return false
}

// ofHers: the slot is a word that she took from the person, by where it fits:
// "my-good". Lines of any act may use it.
func ofHers(slot string) (class string, ok bool) { return strings.CutPrefix(slot, "my-") }

func parseCondition(word string) (condition, error) {
	for _, op := range []string{opHas, opNo} {
		if slot, ok := strings.CutPrefix(word, op); ok {
			return condition{name: slot, op: op}, nil
		}
	}
	at := strings.IndexAny(word, opIs+opShape+opLess+opMore)
	if at < 1 {
		return condition{}, fmt.Errorf("unknown condition %q", word)
	}
	c := condition{name: word[:at], op: word[at : at+1], values: values(word[at+1:])}
	var err error
	if c.op == opLess || c.op == opMore {
		c.number, err = strconv.Atoi(word[at+1:])
	}
	if c.op == opShape && slices.ContainsFunc(c.values, func(v string) bool { return !isShape(v) }) {
		err = fmt.Errorf("unknown shape in %q", word)
	}
	if c.op == opMore && c.name != "days" {
		err = fmt.Errorf("only days can be more: %q", word)
	}
	return c, err
}

// values are parted by commas; an underscore stands for a space.
func values(text string) []string {
	return strings.Split(strings.ReplaceAll(text, "_", " "), ",")
}

func (c *condition) holds(s *scene) bool {
	if c.name == "grown" {
		return slices.ContainsFunc(s.grown, func(how string) bool { return slices.Contains(c.values, how) })
	}
	value := s.asked(c)
	switch c.op {
	case opHas:
		return value != ""
	case opNo:
		return value == ""
	case opIs:
		return slices.Contains(c.values, strings.ToLower(value))
	case opShape:
		return slices.ContainsFunc(c.values, func(shape string) bool { return s.hasShape(c, shape) })
	case opMore:
		return s.days > c.number
	}
	if c.name == "days" {
		return s.days < c.number
	}
	return wordCount(value) < c.number
}

func wordCount(text string) (n int) {
	for range strings.FieldsSeq(text) {
		n++
	}
	return n
}

// wordClasses are where a word taken from the person may fit.
func wordClasses() []string {
	return []string{"hello", "bye", "good", "bad", "wow", "yes", "fuss", "tired"}
}

// aboutSlot tells whether a condition tests a slot rather than the moment.
func (c condition) aboutSlot() bool {
	return !ofMoment(c.name)
}
