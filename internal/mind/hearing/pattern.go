package hearing

import (
	"fmt"
	"slices"
	"strings"
)

// A pattern is compiled to a program for a small backtracking machine (Cox,
// "Regular Expression Matching: the Virtual Machine Approach", 2009), with
// words in the place of letters.
type program struct {
	steps  []step
	slots  []string
	first  bool     // begins with ^
	begins wordbits // the words it begins with; all, if with any
	need   *need    // what must be there; nil if no word must
	lead   []string // one of these words it begins with; nil if with others, too
}

type opcode uint8

const (
	opWord  opcode = iota // the word text
	opList                // a word or phrase of list
	opClass               // a word of the class
	opAny                 // any word
	opNext                // any word, but nothing across a mark
	opSpan                // a run of words of the kind span
	opBegin               // ^
	opEnd                 // $
	opAsked               // ?
	opMark                // , (a mark stands before the next word)
	opOpen                // the slot begins here
	opClose               // the slot ends here
	opSplit               // x, or else y
	opJump                // x
	opMatch
)

// step is kept small: she has hundreds of thousands.
type step struct {
	text  string
	list  *list
	class class
	x, y  int32
	slot  int16
	op    opcode
	span  span
}

// slotMost is how many words a plain {slot} may hold.
const slotMost = 6

// A compiler turns one pattern into a program.
type compiler struct {
	ear  *Ear
	has  *shared
	rest string // what is not read yet
	prog *program
}

// shared is what the patterns of one file share while it is read.
type shared struct {
	names  patterns            // what "@x" stands for
	opened map[string][]string // words so far, opened up
	steps  []step              // room to compile the next pattern in
}

func newShared() *shared { return &shared{opened: map[string][]string{}} }

// compile reads a pattern, in which others may stand by their names.
func (e *Ear) compile(pattern string, has *shared) (prog *program, err error) {
	c := &compiler{ear: e, has: has, rest: pattern, prog: &program{steps: has.steps[:0]}}
	need, err := c.either("")
	if err != nil {
		return nil, err
	}
	if c.rest != "" {
		return nil, fmt.Errorf("%q is left over", c.rest)
	}
	c.emit(step{op: opMatch})
	has.steps = c.prog.steps
	c.prog.steps = slices.Clone(c.prog.steps)
	c.prog.need, c.prog.lead = need, c.prog.leads()
	c.prog.begins = beginsWith(c.prog.lead)
	c.prog.first = c.prog.steps[0].op == opJump && c.prog.steps[1].op == opBegin
	return c.prog, nil
}

func (c *compiler) emit(s step) int {
	c.prog.steps = append(c.prog.steps, s)
	return len(c.prog.steps) - 1
}

// branch says where a split goes: to x, or else to y.
func (p *program) branch(at, x, y int) { p.steps[at].x, p.steps[at].y = int32(x), int32(y) }

// either reads rows with "|" between them, up to one of the closing letters.
func (c *compiler) either(closing string) (*need, error) {
	var rows []*need
	var ends []int
	for {
		split := c.emit(step{op: opSplit})
		row, err := c.row(closing)
		if err != nil {
			return nil, err
		}
		rows = append(rows, row)
		if !strings.HasPrefix(c.rest, "|") {
			c.prog.steps[split] = step{op: opJump, x: int32(split) + 1}
			break
		}
		c.rest = c.rest[1:]
		ends = append(ends, c.emit(step{op: opJump}))
		c.prog.branch(split, split+1, len(c.prog.steps))
	}
	for _, at := range ends {
		c.prog.steps[at].x = int32(len(c.prog.steps))
	}
	return anyOf(rows), nil
}

// row reads items up to a "|", a closing letter or the end.
func (c *compiler) row(closing string) (*need, error) {
	var all *need
	for {
		c.rest = strings.TrimLeft(c.rest, " ")
		if c.rest == "" || c.rest[0] == '|' || closing != "" && c.rest[0] == closing[0] {
			return all, nil
		}
		item, err := c.item()
		if err != nil {
			return nil, err
		}
		all = all.and(item, c.ear)
	}
}

func (c *compiler) item() (*need, error) {
	switch first := c.rest[0]; {
	case strings.HasPrefix(c.rest, "..."):
		c.rest = c.rest[3:]
		c.gap()
		return nil, nil
	case strings.IndexByte("^$?,", first) >= 0:
		c.rest = c.rest[1:]
		c.emit(step{op: map[byte]opcode{'^': opBegin, '$': opEnd, '?': opAsked, ',': opMark}[first]})
		return nil, nil
	case first == '(':
		return c.group()
	case first == '[':
		return nil, c.optional()
	case first == '<':
		return c.listed()
	case first == '{':
		return c.slot()
	case first == '@':
		return c.named()
	case strings.IndexByte(")]}>", first) >= 0:
		return nil, fmt.Errorf("%q closes nothing", c.rest[:1])
	}
	return c.word(), nil
}

// gap is any number of words, as few as possible.
func (c *compiler) gap() {
	at := c.emit(step{op: opSplit})
	c.emit(step{op: opAny})
	c.emit(step{op: opJump, x: int32(at)})
	c.prog.branch(at, len(c.prog.steps), at+1)
}

func (c *compiler) group() (*need, error) {
	c.rest = c.rest[1:]
	need, err := c.either(")")
	if err != nil {
		return nil, err
	}
	return need, c.close(")")
}

// named puts in the steps of a pattern by its name.
func (c *compiler) named() (*need, error) {
	n, ok := c.has.names.begins(c.rest[1:])
	if !ok {
		return nil, fmt.Errorf("no pattern has the name of %q", c.rest)
	}
	c.rest = c.rest[1+len(n.name):]
	from := len(c.prog.steps)
	c.prog.steps = append(c.prog.steps, n.prog.steps[:len(n.prog.steps)-1]...) // it goes on behind them
	for i := range c.prog.steps[from:] {
		s := &c.prog.steps[from+i]
		switch s.op {
		case opSplit:
			s.x, s.y = s.x+int32(from), s.y+int32(from)
		case opJump:
			s.x += int32(from)
		case opOpen, opClose:
			s.slot = int16(c.slotNumber(n.prog.slots[s.slot]))
		}
	}
	return n.prog.need, nil
}

func (c *compiler) optional() error {
	c.rest = c.rest[1:]
	at := c.emit(step{op: opSplit})
	if _, err := c.either("]"); err != nil {
		return err
	}
	c.prog.branch(at, at+1, len(c.prog.steps))
	return c.close("]")
}

func (c *compiler) close(closing string) error {
	if !strings.HasPrefix(c.rest, closing) {
		return fmt.Errorf("%q is missing", closing)
	}
	c.rest = c.rest[1:]
	return nil
}

// listed reads <name>: a class the ear knows, or a list of the file.
func (c *compiler) listed() (*need, error) {
	name, rest, ok := strings.Cut(c.rest[1:], ">")
	if !ok {
		return nil, fmt.Errorf("%q is missing", ">")
	}
	c.rest = rest
	if k, ok := builtin(name); ok {
		c.emit(step{op: opClass, class: k})
		return nil, nil
	}
	l := c.ear.lists[name]
	if l == nil {
		return nil, fmt.Errorf("no list %q", name)
	}
	c.emit(step{op: opList, list: l})
	return oneOf(l.begins()), nil
}

// slot reads {name}, {name:kind} or {name=pattern}.
func (c *compiler) slot() (*need, error) {
	end := strings.IndexAny(c.rest, "}:=")
	if end < 2 {
		return nil, fmt.Errorf("slot without a name or an end: %q", c.rest)
	}
	n := c.slotNumber(c.rest[1:end])
	kind := c.rest[end]
	c.rest = c.rest[end+1:]
	c.emit(step{op: opOpen, slot: int16(n)})
	need, err := c.filling(kind)
	c.emit(step{op: opClose, slot: int16(n)})
	return need, err
}

func (c *compiler) filling(kind byte) (*need, error) {
	switch kind {
	case '=':
		need, err := c.either("}")
		if err != nil {
			return nil, err
		}
		return need, c.close("}")
	case ':':
		name, rest, _ := strings.Cut(c.rest, "}")
		s, ok := spanOf(name)
		if !ok {
			return nil, fmt.Errorf("no kind of slot %q", name)
		}
		c.rest = rest
		c.emit(step{op: opSpan, span: s})
		return nil, nil
	}
	c.few()
	return nil, nil
}

// few is one to six words, as few as possible.
func (c *compiler) few() {
	c.emit(step{op: opAny})
	var splits []int
	for range slotMost - 1 {
		splits = append(splits, c.emit(step{op: opSplit}))
		c.emit(step{op: opNext})
	}
	for _, at := range splits {
		c.prog.branch(at, len(c.prog.steps), at+1)
	}
}

func (c *compiler) slotNumber(name string) int {
	if i := slices.Index(c.prog.slots, name); i >= 0 {
		return i
	}
	c.prog.slots = append(c.prog.slots, name)
	return len(c.prog.slots) - 1
}

// word reads a word, which may stand for several.
func (c *compiler) word() *need {
	end := strings.IndexAny(c.rest, " |()[]{}<>^$?,@")
	if end < 0 {
		end = len(c.rest)
	}
	words, known := c.has.opened[c.rest[:end]]
	if !known {
		words = c.ear.openAll(c.rest[:end])
		c.has.opened[c.rest[:end]] = words
	}
	c.rest = c.rest[end:]
	for _, w := range words {
		c.emit(step{op: opWord, text: w})
	}
	return oneOf(words[:1])
}
