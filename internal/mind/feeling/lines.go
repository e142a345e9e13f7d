package feeling

import (
	"fmt"
	"strings"

	"samantha"
)

// readLines are the lines of an embedded file; empty ones part rules.
func readLines(file string) ([]samantha.Line, error) {
	data, err := files.ReadFile(file)
	if err != nil {
		return nil, fmt.Errorf("feeling: %w", err)
	}
	return samantha.Lines(file, string(data)), nil
}

// table is an embedded file and how it is read.
type table struct {
	file  string
	parse func([]samantha.Line) error
}

// readAll reads embedded files, each into its place.
func readAll(tables []table) error {
	for _, t := range tables {
		lines, err := readLines(t.file)
		if err != nil {
			return err
		}
		if err := t.parse(lines); err != nil {
			return fmt.Errorf("feeling: %w", err)
		}
	}
	return nil
}

// readTable reads "kind p a d" lines.
func (h *Heart) readTable(lines []samantha.Line) error {
	h.pad = map[samantha.Emotion]samantha.Mood{}
	for _, l := range lines {
		f := strings.Fields(l.Text)
		if len(f) == 0 {
			continue
		}
		if len(f) != 4 {
			return l.Bad("want: kind p a d")
		}
		var m samantha.Mood
		for i, x := range []*float64{&m.P, &m.A, &m.D} {
			var err error
			if *x, err = l.Float(f[i+1], -1, 1); err != nil {
				return err
			}
		}
		h.pad[samantha.Emotion(f[0])] = m
	}
	return nil
}

// readHalfLives reads "kind hours" lines.
func (h *Heart) readHalfLives(lines []samantha.Line) error {
	h.halfLives = map[samantha.Emotion]float64{}
	for _, l := range lines {
		f := strings.Fields(l.Text)
		if len(f) == 0 {
			continue
		}
		if len(f) != 2 {
			return l.Bad("want: kind hours")
		}
		hours, err := l.Float(f[1], 0.1, 24*365)
		if err != nil {
			return err
		}
		h.halfLives[samantha.Emotion(f[0])] = hours
	}
	return nil
}

// readMoods reads "octant = word" lines.
func (h *Heart) readMoods(lines []samantha.Line) error {
	h.moods = map[string]string{}
	for _, l := range lines {
		if octant, word, ok := strings.Cut(l.Text, " = "); ok {
			h.moods[octant] = word
		} else if l.Text != "" {
			return l.Bad("want: octant = word")
		}
	}
	return nil
}

// readShown reads "display rule = clause" lines.
func (h *Heart) readShown(lines []samantha.Line) error {
	h.withheld = map[string]string{}
	for _, l := range lines {
		if rule, clause, ok := strings.Cut(l.Text, " = "); ok {
			h.withheld[rule] = clause
		} else if l.Text != "" {
			return l.Bad("want: rule = clause")
		}
	}
	return nil
}

// readWords reads "kind = words | noun" lines.
func (h *Heart) readWords(lines []samantha.Line) error {
	h.words, h.nouns = map[samantha.Emotion]string{}, map[samantha.Emotion]string{}
	for _, l := range lines {
		if l.Text == "" {
			continue
		}
		kind, words, ok := strings.Cut(l.Text, " = ")
		if !ok {
			return l.Bad("want: kind = words | noun")
		}
		words, noun, ok := strings.Cut(words, " | ")
		if !ok {
			return l.Bad("no noun")
		}
		h.words[samantha.Emotion(kind)], h.nouns[samantha.Emotion(kind)] = words, noun
	}
	return nil
}
