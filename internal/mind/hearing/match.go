package hearing

// A piece is the words of one act.
type piece struct {
	words []word
	head  int  // fillers at the beginning
	tail  int  // where the fillers at the end begin
	asked bool // its sentence ends in a question mark
	put   bool // its subject was put back
}

// A match is where a rule matched and what it kept.
type match struct {
	rule     *rule
	from, to int            // words of the piece
	slots    map[string]run // by slot
}

// A run is some words of a piece: from, up to and without to.
type run struct{ from, to int }

// A machine runs one program over one piece.
type machine struct {
	ear  *Ear
	prog *program
	in   piece
	kept []run    // by slot
	seen []uint64 // bits of (step, word) that led nowhere
	end  int
}

// room is what a machine needs for most programs over most pieces: it stands on the
// stack, so that nothing is allocated for a rule that does not match.
type room struct {
	kept [8]run
	seen [96]uint64
}

// match finds the first place where the program matches.
func (e *Ear) match(p *program, in piece) (match, bool) {
	var r room
	m := r.machine(e, p, in)
	last := len(in.words)
	if p.first {
		last = min(last, in.head)
	}
	for at := 0; at <= last; at++ {
		if at < len(in.words) && !p.begins.has(in.words[at].bit) {
			continue
		}
		if m.run(0, at) {
			return m.result(at), true
		}
	}
	return match{}, false
}

// window is how many words a rule sees that is tried at every word.
const window = 14

// firstAt is the match of the first rule that matches right at a word and takes
// some.
func (e *Ear) firstAt(book *rulebook, words []word, at int) (match, bool) {
	in := piece{words: words[at:min(len(words), at+window)]}
	in.tail = len(in.words)
	for n := range book.beginning(in.words) {
		r := &book.rules[n]
		if m, ok := e.right(r.prog, in); ok {
			return m.moved(r, at), true
		}
	}
	return match{}, false
}

// right is the match right at the beginning, if it takes some words.
func (e *Ear) right(p *program, in piece) (match, bool) {
	var r room
	m := r.machine(e, p, in)
	if !m.run(0, 0) || m.end == 0 {
		return match{}, false
	}
	return m.result(0), true
}

// moved is the match counted from a word further back.
func (m match) moved(r *rule, by int) match {
	m.rule = r
	m.from, m.to = m.from+by, m.to+by
	for k, s := range m.slots {
		m.slots[k] = run{s.from + by, s.to + by}
	}
	return m
}

// machine is one that runs a program over a piece, in this room if it is enough.
func (r *room) machine(e *Ear, p *program, in piece) machine {
	m := machine{ear: e, prog: p, in: in, kept: r.kept[:], seen: r.seen[:]}
	if n := len(p.slots); n > len(m.kept) {
		m.kept = make([]run, n)
	}
	if n := len(p.steps)*(len(in.words)+1)/64 + 1; n > len(m.seen) {
		m.seen = make([]uint64, n)
	}
	return m
}

func (m *machine) result(at int) match {
	out := match{from: at, to: m.end}
	for i, name := range m.prog.slots {
		if m.kept[i].to > m.kept[i].from {
			if out.slots == nil {
				out.slots = map[string]run{}
			}
			out.slots[name] = m.kept[i]
		}
	}
	return out
}

// been notes that a choice was made at a word. What failed there once fails
// again, so every choice is made once a word and a match takes linear time.
func (m *machine) been(pc, at int) bool {
	bit := pc*(len(m.in.words)+1) + at
	old := m.seen[bit/64]
	m.seen[bit/64] = old | 1<<(bit%64)
	return old&(1<<(bit%64)) != 0
}

// run tries the program from a step on, at a word.
func (m *machine) run(pc, at int) bool {
	for {
		s := &m.prog.steps[pc]
		pc++
		switch s.op {
		case opMatch:
			m.end = at
			return true
		case opSplit:
			if m.been(pc, at) {
				return false
			}
			if m.may(int(s.x), at) && m.run(int(s.x), at) {
				return true
			}
			pc = int(s.y)
		case opJump:
			pc = int(s.x)
		case opOpen, opClose:
			return m.keep(s, pc, at)
		case opList:
			return m.phrase(s.list, pc, at)
		case opSpan:
			return m.spread(s.span, pc, at)
		case opBegin, opEnd, opAsked, opMark:
			if !m.holds(s.op, at) {
				return false
			}
		default:
			if at >= len(m.in.words) || !m.takes(s, at) {
				return false
			}
			at++
		}
	}
}

// may reports whether going on with a step can lead anywhere, as far as one sees at once.
func (m *machine) may(pc, at int) bool {
	s := &m.prog.steps[pc]
	return s.op != opWord || at < len(m.in.words) && m.takes(s, at)
}

// takes reports whether a step takes the word.
func (m *machine) takes(s *step, at int) bool {
	w := &m.in.words[at]
	switch s.op {
	case opWord:
		return w.norm == s.text || s.text == "is" && w.norm == "'s"
	case opClass:
		return w.is(s.class)
	case opNext:
		return !w.gap
	}
	return true
}

// holds reports whether a step that takes no word holds.
func (m *machine) holds(op opcode, at int) bool {
	switch op {
	case opBegin:
		return at <= m.in.head
	case opEnd:
		return at >= m.in.tail
	case opMark:
		return at < len(m.in.words) && m.in.words[at].gap
	}
	return m.in.asked
}

// keep notes where a slot begins or ends, and takes it back if that fails.
func (m *machine) keep(s *step, pc, at int) bool {
	old := m.kept[s.slot]
	if s.op == opOpen {
		m.kept[s.slot] = run{at, at}
	} else {
		m.kept[s.slot].to = at
	}
	if m.run(pc, at) {
		return true
	}
	m.kept[s.slot] = old
	return false
}

// phrase tries the phrases of a list, longest first.
func (m *machine) phrase(l *list, pc, at int) bool {
	if at >= len(m.in.words) {
		return false
	}
	for _, phrase := range l.phrases[m.in.words[at].norm] {
		if stands(m.in.words, phrase, at) && m.run(pc, at+len(phrase)) {
			return true
		}
	}
	return false
}

// stands reports whether a phrase stands at a place of some words.
func stands(words []word, phrase []string, at int) bool {
	if at+len(phrase) > len(words) {
		return false
	}
	for i, w := range phrase {
		if words[at+i].norm != w {
			return false
		}
	}
	return true
}

// spread tries a run of words, longest first.
func (m *machine) spread(s span, pc, at int) bool {
	for end := m.ear.spanEnd(s, m.in, at); end > at; end-- {
		if m.run(pc, end) {
			return true
		}
	}
	return false
}
