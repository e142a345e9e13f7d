package newborn

import (
	"slices"
	"strings"
	"testing"
	"time"

	"samantha"
)

// samples are fillings of every shape.
var samples = []string{
	"toast", "the bike", "the bikes", "moving", "long", "redo it", "over there", "Bergen",
	"toast over the sink", "the bike chain", "cold and wet",
}

// Every line can be said: there is a moment in which it is among those she
// chooses from, or it is the way out of a moment for which there is no line.
func TestEveryLineCanBeSaid(t *testing.T) {
	n := open(t)
	each(n, func(b *block, s written) {
		if s.last || s.weight < 1 {
			return
		}
		m := momentFor(n, b, s.line)
		a := n.begin(m)
		if !slices.Contains(a.open(b, sceneOf(n, m, s.line), bounds{mayAsk: true}), s.line) {
			t.Errorf("%s: no moment for it: %v", s.where, s.conditions)
		}
	})
}

// sceneOf is the scene of the only move of a moment, between what the line asks.
func sceneOf(n *Newborn, m samantha.Moment, l *line) *scene {
	sc := n.voice.scene(&m, m.Intent.Moves[0], n.block(m.Intent.Act()))
	for _, c := range l.conditions {
		if c.name == "after" && c.op == opIs {
			sc.after = c.values[0]
		}
		if c.name == "next" && c.op == opIs {
			sc.next = c.values[0]
		}
	}
	return sc
}

// momentFor makes a moment that a line asks for.
func momentFor(n *Newborn, b *block, l *line) samantha.Moment {
	m := moment(1, samantha.Move{Act: b.act, Slots: map[string]string{}})
	for _, c := range l.conditions {
		if c.aboutSlot() {
			name := source(c.name)
			if class, ok := ofHers(name); ok {
				m.Self.Words = map[string]string{class: "grand"}
				continue
			}
			if filling := fillingFor(n, b, l, name); filling != "" {
				m.Intent.Moves[0].Slots[name] = filling
			}
			if name == "slot" && m.Intent.Moves[0].Slots["value"] == "" {
				m.Intent.Moves[0].Slots["value"] = "toast"
			}
			continue
		}
		m = bend(m, c)
	}
	return m
}

// bend makes a moment that meets a condition on the moment.
func bend(m samantha.Moment, c condition) samantha.Moment {
	if c.op == opNo {
		return m
	}
	switch c.name {
	case "mood":
		m.Mood = map[string]samantha.Mood{moodBright: {P: 0.5, A: 0.5}, moodLow: {P: -0.5}}[c.values[0]]
	case "tone":
		m.Intent.Tone = samantha.Tone(c.values[0])
	case "part":
		m.At = m.At.Add(map[string]time.Duration{"morning": -4, "evening": 6, "night": 10}[c.values[0]] * time.Hour)
	case "grown":
		m.Self.Grown = c.values
	case "weekday":
		for strings.ToLower(m.At.Weekday().String()) != c.values[0] {
			m.At = m.At.AddDate(0, 0, 1)
		}
	case "stage":
		m.Stage = samantha.Stage(c.values[0])
	case "days":
		if c.op == opMore {
			m.Days = c.number + 1
		}
	}
	return m
}

// fillingFor is the first filling of a slot that meets all that a line asks of
// it, or "" if it asks for none.
func fillingFor(n *Newborn, b *block, l *line, slot string) string {
	tries := slices.Clone(samples)
	for _, c := range l.conditions {
		switch {
		case c.name == slot && c.op == opNo:
			return ""
		case c.name == slot && c.op == opIs:
			tries = append(c.values, tries...)
		}
	}
	tries = append(tries, "joy", "0", "1", "work")
	for _, filling := range tries {
		move := samantha.Move{Act: b.act, Slots: map[string]string{slot: filling, "value": "toast"}}
		if slot == "value" {
			delete(move.Slots, "value")
			move.Slots["value"] = filling
		}
		s := n.voice.scene(&samantha.Moment{At: noon}, move, b)
		fits := func(c condition) bool {
			return c.name != slot && source(c.name) != slot || c.holds(s)
		}
		if !slices.ContainsFunc(l.conditions, func(c condition) bool { return !fits(c) }) {
			return filling
		}
	}
	return ""
}
