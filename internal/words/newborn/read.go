package newborn

import (
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strconv"
	"strings"
	"unicode"
)

// longestSlot is how many words a slot may have in a line that states no
// limit of its own; of the slots that may be longer, lines take any length.
const longestSlot = 9

func anyLength(slot string) bool {
	switch slot {
	case "quote", "value", "before", "errand", "items":
		return true
	}
	return false
}

// reader gathers the blocks of a language.
type reader struct {
	voice  voice
	code   string // of another language; "" is her own
	blocks map[string]*block
	keys   map[string]string // key -> where
	block  *block
}

// readBlocks reads the lines of a language; the keys of one that is not her own begin
// with its code.
func readBlocks(dir fs.FS, v voice, code string) (map[string]*block, error) {
	names, err := lineFiles(dir)
	if err != nil {
		return nil, fmt.Errorf("list language: %w", err)
	}
	r := reader{voice: v, code: code, blocks: map[string]*block{}, keys: map[string]string{}}
	for _, name := range names {
		if slices.Contains(tables(), name) {
			continue
		}
		if err := r.file(dir, name); err != nil {
			return nil, err
		}
	}
	for act, b := range r.blocks {
		if b.last = lastWay(b); b.last == nil {
			return nil, fmt.Errorf("act %s has no line for every moment", act)
		}
	}
	return r.blocks, nil
}

// lineFiles are the files of lines: those of the acts, and behind them what she has to
// say to matters of every day, a folder of its own.
func lineFiles(dir fs.FS) ([]string, error) {
	acts, err := fs.Glob(dir, "*.txt")
	if err != nil {
		return nil, err
	}
	matters, err := fs.Glob(dir, "matters/*.txt")
	return append(acts, matters...), err
}

func (r *reader) file(dir fs.FS, name string) error {
	rows, err := readRows(dir, name)
	if err != nil {
		return err
	}
	r.block = nil
	for _, row := range rows {
		if head, ok := strings.CutPrefix(row.text, "== "); ok {
			err = r.head(row, head)
		} else if act, ok := strings.CutPrefix(row.text, "++ "); ok {
			err = r.more(row, act)
		} else {
			err = r.line(row)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// more reads "++ act": what follows are more lines of an act that was opened in a
// file before this one in the alphabet.
func (r *reader) more(at row, act string) error {
	if r.block = r.blocks[act]; r.block == nil {
		return at.errorf("no act %s before this file", act)
	}
	return nil
}

// head reads "== act : slots : marks".
func (r *reader) head(at row, text string) error {
	cells := strings.Split(text+" : : ", ":")
	act := strings.TrimSpace(cells[0])
	if r.blocks[act] != nil {
		return at.errorf("act %s again", act)
	}
	r.block = &block{act: act, keys: path.Join(r.code, act) + ".", slots: map[string]bool{}, places: map[string]int{}}
	r.blocks[act] = r.block
	for _, slot := range strings.Fields(cells[1]) {
		name, star := strings.CutSuffix(slot, "*")
		r.block.slots[name] = star
	}
	for _, mark := range strings.Fields(cells[2]) {
		switch mark {
		case "repeatable":
			r.block.repeatable = true
		case "asks":
			r.block.asks = true
		case "quiet":
			r.block.quiet = true
		default:
			return at.errorf("unknown mark %q", mark)
		}
	}
	return nil
}

// line reads "key | conditions | text".
func (r *reader) line(at row) error {
	cells, ok := splitRow(at.text, 3)
	if !ok || r.block == nil {
		return at.errorf("want: key | conditions | text, under an act")
	}
	l := &line{key: path.Join(r.code, r.block.act+"."+cells[0]), where: at.where, weight: 2, quiet: r.block.quiet}
	if first := r.keys[l.key]; first != "" {
		return at.errorf("key %s again, first at %s", l.key, first)
	}
	r.keys[l.key] = at.where
	for _, word := range strings.Fields(cells[1]) {
		if err := l.ask(word); err != nil {
			return at.errorf("%w", err)
		}
	}
	var err error
	if l.clauses, err = r.voice.texts.clauses(cells[2]); err != nil {
		return at.errorf("%w", err)
	}
	l.words = len(strings.Fields(cells[2]))
	l.question = strings.Contains(cells[2], "?")
	small := strings.ToLower(cells[2])
	l.sorry = strings.Contains(small, "sorry")
	l.invites = r.voice.invites(small)
	l.hedged = slices.ContainsFunc(strings.FieldsFunc(small, notLetter), func(w string) bool { return r.voice.words["hedge"][w] })
	if err := r.slots(l); err != nil {
		return at.errorf("%w", err)
	}
	l.place = len(r.block.lines)
	r.block.lines, r.block.places[l.key] = append(r.block.lines, l), l.place
	return nil
}

// invites: a line bids them tell more, in one of its phrases.
func (v *voice) invites(line string) bool {
	said := " " + strings.Join(strings.FieldsFunc(line, notLetter), " ") + " "
	for phrase := range v.words["invite"] {
		if strings.Contains(said, " "+strings.ReplaceAll(phrase, "_", " ")+" ") {
			return true
		}
	}
	return false
}

// notLetter parts a text into words.
func notLetter(r rune) bool { return !unicode.IsLetter(r) && r != '\'' }

// ask takes one word of the conditions of a line.
func (l *line) ask(word string) error {
	switch word {
	case "-":
	case "play":
		l.play = true
	case "quiet":
		l.quiet = true
	case "reserve":
		l.reserve, l.quiet = true, true
	case "keeps":
		l.keeps = true
	case "once":
		l.once = true
	case "often":
		l.often = true
	case "last":
		l.last = true
	default:
		if n, ok := strings.CutPrefix(word, "w:"); ok {
			var err error
			l.weight, err = strconv.Atoi(n)
			return err
		}
		c, err := parseCondition(word)
		l.conditions = append(l.conditions, c)
		return err
	}
	return nil
}

// slots checks the slots of a line against those of its act, and has the line
// ask for each that it uses.
func (r *reader) slots(l *line) error {
	for _, c := range l.conditions {
		if c.aboutSlot() && !r.known(c.name) {
			return fmt.Errorf("act %s has no slot %q", r.block.act, c.name)
		}
	}
	for _, slot := range slots(l.clauses) {
		if !r.known(slot) {
			return fmt.Errorf("act %s has no slot %q", r.block.act, slot)
		}
		if slices.Contains(l.slots, slot) {
			continue
		}
		l.slots = append(l.slots, slot)
		l.need(condition{name: slot, op: opHas})
		if !r.block.slots[slot] && !anyLength(slot) && source(slot) == slot && !shortened(l.clauses, slot) {
			l.need(condition{name: slot, op: opLess, number: longestSlot + 1})
		}
	}
	for i := range l.conditions {
		l.conditions[i].at = r.block.place(l.conditions[i].name)
	}
	return nil
}

// place is that of a name among those that the conditions of the block have.
func (b *block) place(name string) int {
	if !slices.Contains(b.names, name) {
		b.names = append(b.names, name)
	}
	return slices.Index(b.names, name)
}

// known tells whether the act has a slot, or one it is made of.
func (r *reader) known(slot string) bool {
	if class, ok := ofHers(slot); ok {
		return slices.Contains(wordClasses(), class)
	}
	_, ok := r.block.slots[source(slot)]
	return ok
}

// need adds a condition unless the line states one of its kind.
func (l *line) need(c condition) {
	if !slices.ContainsFunc(l.conditions, func(d condition) bool { return d.name == c.name && d.op == c.op }) {
		l.conditions = append(l.conditions, c)
	}
}

// lastWay is a line that may be said in every moment, for when no other may:
// one marked so, or a reserve, or any that asks nothing of the moment.
func lastWay(b *block) *line {
	for _, fit := range []func(l *line) bool{
		func(l *line) bool { return l.last },
		func(l *line) bool { return l.reserve && !l.question },
		func(*line) bool { return true },
	} {
		for _, l := range b.lines {
			if len(l.conditions) == 0 && fit(l) {
				return l
			}
		}
	}
	return nil
}
