package hearing

// sentences cuts the words after a stop.
func sentences(words []word) [][]word {
	var out [][]word
	start := 0
	for i, w := range words {
		if isStop(w.mark) || i == len(words)-1 {
			out = append(out, words[start:i+1])
			start = i + 1
		}
	}
	return out
}

// longest is how many words a piece may have; more would make rules slow and
// say nothing more.
const longest = 60

// cut cuts a sentence into pieces of one act each. Where, en/cuts.txt says, for
// places behind a mark and for speech that has none; there nothing is cut behind
// the words of en/joints.txt, which need what follows.
func (e *Ear) cut(sentence []word) []piece {
	asked := sentence[len(sentence)-1].mark == '?'
	var out []piece
	start := 0
	for i := 1; i <= len(sentence); i++ {
		if i < len(sentence) && i-start < longest && !e.cutsAt(sentence, start, i) {
			continue
		}
		p := e.piece(sentence[start:i])
		p.asked = asked && i == len(sentence)
		out = append(out, p)
		start = i
	}
	return out
}

// cutsAt reports whether a new piece begins at a word.
func (e *Ear) cutsAt(sentence []word, start, at int) bool {
	m, ok := e.firstAt(e.cuts, sentence, at)
	if !ok || m.rule.kind == "never" {
		return false
	}
	if sentence[at].gap {
		return true
	}
	before := sentence[max(start, at-window):at]
	switch m.rule.kind {
	case "comma":
		return false
	case "hard":
		return !e.joins(before, "joined")
	case "loose":
		return hasVerb(before) && !e.joins(before, "")
	}
	return !e.joins(before, "")
}

// piece makes a piece of words, and counts the fillers at both ends.
func (e *Ear) piece(words []word) piece {
	p := piece{words: words, tail: len(words)}
	for p.head < len(words) && words[p.head].is(classFiller|classHer) {
		p.head++
	}
	for p.tail > 0 && (words[p.tail-1].is(classHer) || e.lists["trailer"].has(words[p.tail-1].norm)) {
		p.tail--
	}
	if n := len(words); n > 0 {
		p.asked = words[n-1].mark == '?'
	}
	return p
}

// joins reports whether the words need what follows ("do you know | what"), by the rules
// of one kind or, if that is "", of any.
func (e *Ear) joins(before []word, kind string) bool {
	in := piece{words: before, tail: len(before)}
	for n := range e.joints.likely(before) {
		r := &e.joints.rules[n]
		if kind != "" && r.kind != kind {
			continue
		}
		if _, ok := e.match(r.prog, in); ok {
			return true
		}
	}
	return false
}

func hasVerb(words []word) bool {
	for _, w := range words {
		if w.is(classVerb) {
			return true
		}
	}
	return false
}
