package bond

import (
	"slices"
	"strings"

	"samantha"
)

// Deepest is the deepest a telling can go.
const Deepest = 4

// depth is one line of depth.txt.
type depth struct {
	side  string // theirs, says, left, hers
	depth int
	words []string
}

func (r *Room) readDepth(l samantha.Line) error {
	f := strings.Fields(l.Text)
	if len(f) < 3 || !slices.Contains([]string{"theirs", "says", "left", "hers"}, f[0]) {
		return l.Bad("want: theirs, says, left or hers, a depth, and what has it")
	}
	n, err := l.Float(f[1], 1, Deepest)
	if err != nil {
		return err
	}
	d := depth{side: f[0], depth: int(n), words: f[2:]}
	if d.side == "says" {
		d.words = asSaid(d.words)
	}
	r.depths = append(r.depths, d)
	return nil
}

// Theirs is how deep what the person told goes, 0 (small talk) to 4 (fears,
// secrets).
func (r *Room) Theirs(h samantha.Hearing, left []samantha.ThreadKind, facts int) int {
	deepest, said := min(facts, 1), said(h)
	for _, d := range r.depths {
		if d.depth > deepest && d.told(h, said, left) {
			deepest = d.depth
		}
	}
	return deepest
}

func (d depth) told(h samantha.Hearing, said []string, left []samantha.ThreadKind) bool {
	switch d.side {
	case "theirs":
		return slices.ContainsFunc(d.words, h.Has)
	case "left":
		return slices.ContainsFunc(left, func(k samantha.ThreadKind) bool { return slices.Contains(d.words, string(k)) })
	case "says":
		return slices.ContainsFunc(d.words, func(w string) bool { return says(said, w) })
	}
	return false
}

// evenDepth is how deep it goes to say that one feels nothing in particular.
const evenDepth = 1

// Hers is how deep what she means to tell of herself goes.
func (r *Room) Hers(in samantha.Intent) int {
	deepest := 0
	for _, m := range in.Moves {
		if m.Act == samantha.DoTells {
			deepest = max(deepest, len(m.Slots["depth"])) // see [State.Telling]
		}
		for _, d := range r.depths {
			if d.side != "hers" || !slices.Contains(d.words, m.Act) {
				continue
			}
			tells := d.depth
			if m.Slots["felt"] == "none" {
				tells = min(tells, evenDepth)
			}
			deepest = max(deepest, tells)
		}
	}
	return deepest
}

// said is what was said, act by act, as words are compared with it.
func said(h samantha.Hearing) []string {
	var all []string
	for _, a := range h.Acts {
		all = append(all, " "+samantha.SentenceKey(a.Text)+" ")
	}
	return all
}

// asSaid are phrases, with _ between their words, as they are compared with what was said.
func asSaid(phrases []string) []string {
	out := make([]string, len(phrases))
	for i, p := range phrases {
		out[i] = " " + samantha.SentenceKey(strings.ReplaceAll(p, "_", " ")) + " "
	}
	return out
}

// says reports whether a phrase stands in what was said, as words.
func says(said []string, phrase string) bool {
	return slices.ContainsFunc(said, func(s string) bool { return strings.Contains(s, phrase) })
}
