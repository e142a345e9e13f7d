package errand

import (
	"embed"
	"fmt"
	"math/big"
	"strings"

	"samantha"
)

//go:embed en
var files embed.FS

// Room holds the words and tables, and never changes; several goroutines may
// share it.
type Room struct {
	said    map[string]string          // en/when.txt
	names   map[string]map[string]bool // en/names.txt
	numbers []spelled                  // en/numbers.txt, longest first
	units   map[string]unit            // en/units.txt, by each of their names
}

// New reads the tables. An error names the file and the line.
func New() (*Room, error) {
	r := &Room{said: map[string]string{}, names: map[string]map[string]bool{}, units: map[string]unit{}}
	for _, part := range []struct {
		file string
		take func(samantha.Line) error
	}{
		{"en/when.txt", r.takeSaid}, {"en/names.txt", r.takeNames}, {"en/numbers.txt", r.takeNumber}, {"en/units.txt", r.takeUnit},
	} {
		text, err := files.ReadFile(part.file)
		if err != nil {
			return nil, fmt.Errorf("errand: %w", err)
		}
		for _, line := range samantha.Lines(part.file, string(text)) {
			if line.Text == "" {
				continue
			}
			if err := part.take(line); err != nil {
				return nil, fmt.Errorf("errand: %w", err)
			}
		}
	}
	sortSpelled(r.numbers)
	return r, nil
}

// pair cuts "key = text".
func pair(line samantha.Line) (key, text string, err error) {
	key, text, ok := strings.Cut(line.Text+" ", " = ")
	if !ok {
		return "", "", line.Bad("want \"words = meaning\", have %q", line.Text)
	}
	return strings.Join(strings.Fields(key), " "), strings.TrimSpace(text), nil
}

func (r *Room) takeSaid(line samantha.Line) error {
	key, text, err := pair(line)
	r.said[key] = text
	return err
}

func (r *Room) takeNames(line samantha.Line) error {
	key, text, err := pair(line)
	r.names[key] = map[string]bool{}
	for word := range strings.FieldsSeq(text) {
		r.names[key][word] = true
	}
	return err
}

func (r *Room) takeNumber(line samantha.Line) error {
	words, sign, err := pair(line)
	r.numbers = append(r.numbers, spelled{strings.Fields(words), sign})
	return err
}

// takeUnit reads "kind factor [offset] | one | many | others".
func (r *Room) takeUnit(line samantha.Line) error {
	cells := strings.Split(line.Text, "|")
	head := strings.Fields(cells[0])
	if len(cells) != 4 || len(head) < 2 || len(head) > 3 {
		return line.Bad("want \"kind factor | one | many | others\", have %q", line.Text)
	}
	u := unit{kind: head[0], factor: new(big.Rat), offset: new(big.Rat), one: strings.TrimSpace(cells[1]), many: strings.TrimSpace(cells[2])}
	for i, into := range []*big.Rat{u.factor, u.offset}[:len(head)-1] {
		if _, ok := into.SetString(head[i+1]); !ok {
			return line.Bad("%q is no number", head[i+1])
		}
	}
	for name := range strings.SplitSeq(cells[1]+","+cells[2]+","+cells[3], ",") {
		if name = strings.TrimSpace(name); name != "" {
			r.units[strings.ToLower(name)] = u
		}
	}
	return nil
}

// fill puts parts into one of her phrases.
func (r *Room) fill(key string, parts ...string) string {
	return strings.NewReplacer(parts...).Replace(r.said[key])
}
