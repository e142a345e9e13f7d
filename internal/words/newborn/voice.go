package newborn

import (
	"bufio"
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"unicode"
)

// voice is what all lines share: tables of words, and how to say a fact.
type voice struct {
	texts    texts
	mirror   mirror
	words    map[string]map[string]bool // shapes.txt: lists of words
	emotions map[feltAs]feltWords
	facts    map[string][]factRow // by slot; "" is any
	quotes   *strings.Replacer    // takes quotes and brackets out of the person's words
	stops    *strings.Replacer    // and what would end a sentence of hers
}

// feltAs is an emotion in a strength: faint, some or strong.
type feltAs struct{ emotion, strength string }

// feltWords are her plain words for it: "I'm {feel}", "It's {thing}".
type feltWords struct{ feel, thing string }

// factRow is one way to say a fact, for values of some shapes.
type factRow struct {
	shapes     []string // none: any
	own, other clause
}

// tables are those of a language; every other .txt is a file of lines.
func tables() []string {
	return []string{"mirror.txt", "shapes.txt", "emotions.txt", "facts.txt"}
}

func readVoice(dir fs.FS) (voice, error) {
	v := voice{
		texts: newTexts(), words: map[string]map[string]bool{}, emotions: map[feltAs]feltWords{}, facts: map[string][]factRow{},
		quotes: strings.NewReplacer("’", "'", "“", "", "”", "", `"`, "", "…", "", "(", "", ")", ""),
		stops:  strings.NewReplacer("? ", ", ", "! ", ", ", "?", "", "!", ""),
	}
	take := [...]func([]row) error{v.takeMirror, v.takeShapes, v.takeEmotions, v.takeFacts}
	for i, name := range tables() {
		rows, err := readRows(dir, name)
		if err == nil {
			err = take[i](rows)
		}
		if err != nil {
			return voice{}, err
		}
	}
	return v, nil
}

func (v *voice) takeMirror(rows []row) (err error) {
	v.mirror, err = newMirror(rows)
	return err
}

func (v *voice) takeShapes(rows []row) error {
	for _, r := range rows {
		cells, ok := splitRow(r.text, 2)
		if !ok {
			return r.errorf("want: list | words")
		}
		if v.words[cells[0]] == nil {
			v.words[cells[0]] = map[string]bool{}
		}
		for _, word := range strings.Fields(cells[1]) {
			v.words[cells[0]][word] = true
		}
	}
	return nil
}

func (v *voice) takeEmotions(rows []row) error {
	for _, r := range rows {
		cells, ok := splitRow(r.text, 4)
		if !ok {
			return r.errorf("want: emotion | strength | feel | thing")
		}
		v.emotions[feltAs{cells[0], cells[1]}] = feltWords{cells[2], cells[3]}
		if cells[1] == "some" {
			v.emotions[feltAs{cells[0], ""}] = feltWords{cells[2], cells[3]}
		}
	}
	return nil
}

func (v *voice) takeFacts(rows []row) error {
	for _, r := range rows {
		cells, ok := splitRow(r.text, 4)
		if !ok {
			return r.errorf("want: slot | shapes | own | other")
		}
		own, err := v.texts.pieces(cells[2])
		if err != nil {
			return r.errorf("%w", err)
		}
		other, err := v.texts.pieces(cells[3])
		if err != nil {
			return r.errorf("%w", err)
		}
		f := factRow{own: clause{pieces: own}, other: clause{pieces: other}}
		if cells[1] != "any" {
			f.shapes = values(cells[1])
		}
		slot := strings.TrimPrefix(cells[0], "any")
		v.facts[slot] = append(v.facts[slot], f)
	}
	return nil
}

// tell makes the slot fact: the fact of a move as a clause, "you work at the
// harbour".
func (v *voice) tell(s *scene) {
	value := s.said["value"]
	if s.raw["slot"] == "name" { // typed in small letters, a name is still one
		value = capital(value)
		s.said["value"] = value
	}
	if s.raw["slot"] == "name" && s.said["of"] == "" {
		return // whose name it is nobody said
	}
	slot, anySlot := s.raw["slot"], ""
	if s.raw["past"] != "" && slot != "died" {
		slot, anySlot = slot+was, anySlot+was
	}
	for _, f := range slices.Concat(v.facts[slot], v.facts[anySlot]) {
		if f.shapes != nil && !slices.ContainsFunc(f.shapes, func(shape string) bool { return v.hasShape(value, shape) }) {
			continue
		}
		s.said["fact"] = f.fill(s)
		return
	}
}

// was marks the rows of facts.txt for what was so and is no more.
const was = " was"

// owner is what a fact's "of" says when it is the person's: whose it is, not an
// origin of words.
const owner = "person"

// fill says the fact of the person or of another.
func (f factRow) fill(s *scene) string {
	who := s.said["of"]
	about := &scene{voice: s.voice, raw: s.raw, said: map[string]string{"value": s.said["value"], "slot": s.said["slot"]}}
	if who == "" || who == owner {
		return f.own.fill(about, nil)
	}
	about.said["who"], about.said["whose"] = who, whose(who)
	about.plural = s.voice.many(who) && !(unicode.IsUpper(firstRune(who)) && !strings.Contains(who, " ")) // Carys is one
	return f.other.fill(about, nil)
}

// whose is the possessive: Mara's, James's, your parents'.
func whose(who string) string {
	if strings.HasSuffix(who, "s") && strings.HasPrefix(who, "your ") {
		return who + "'"
	}
	return who + "'s"
}

// row is a line of a file that is neither empty nor a comment.
type row struct {
	where string
	text  string
}

func (r row) errorf(format string, args ...any) error {
	return fmt.Errorf(r.where+": "+format, args...)
}

func readRows(dir fs.FS, name string) ([]row, error) {
	f, err := dir.Open(name)
	if err != nil {
		return nil, fmt.Errorf("open language: %w", err)
	}
	defer f.Close()
	var rows []row
	lines := bufio.NewScanner(f)
	for n := 1; lines.Scan(); n++ {
		text := strings.TrimSpace(lines.Text())
		if text != "" && !strings.HasPrefix(text, "#") {
			rows = append(rows, row{fmt.Sprintf("%s:%d", name, n), text})
		}
	}
	return rows, lines.Err()
}
