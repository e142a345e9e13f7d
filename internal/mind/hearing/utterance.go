package hearing

import (
	"maps"
	"slices"
	"strings"

	"samantha"
)

// An utterance is what is being heard, and what has been made of it so far.
type utterance struct {
	ear      *Ear
	text     string
	words    []word
	in       Context
	acts     []samantha.Act
	claims   []samantha.Claim
	told     []piece      // those that tell something
	felt     []bool       // of these, those that only tell a feeling
	marked   []mark       // the times spoken of
	span     string       // how long something was, if that was said
	opened   int          // acts of the sentences before
	begin    int          // where the last act begins in the text
	known    int          // claims of the pieces before
	way      samantha.Way // how the piece tells
	mends    bool         // the piece puts right what was said
	joked    bool         // it was no earnest
	kept     bool         // a dream or a note: what follows tells nothing
	errand   bool         // something was asked of her
	ends     []samantha.Act
	about    string // whom the last clause was about
	ahead    *found // what was found for a sentence before it was cut
	onlyActs bool   // nothing else is heard
}

// A found rule is the first that holds for a piece, if any does.
type found struct {
	rule  *rule
	match match
	any   bool
}

// hear reads sentence by sentence.
func (u *utterance) hear() {
	u.marked, u.about = u.marks(), u.in.After.Of
	for _, m := range u.marked {
		for i := m.from; i < m.to; i++ {
			u.words[i].kind |= classWhen
		}
	}
	for _, sentence := range sentences(u.words) {
		if sentence = u.keeping(sentence); len(sentence) == 0 {
			continue
		}
		u.opened = len(u.acts)
		for _, p := range u.cut(sentence) {
			u.act(p)
			if !u.onlyActs {
				u.claim(p, sentence)
				u.end(p)
			}
		}
	}
	if !u.onlyActs {
		u.claimWhole()
		u.replies()
	}
}

// cut cuts a sentence, unless a rule marked "whole" takes it as it is. What was found for
// one that stays in one piece is not looked for again.
func (u *utterance) cut(sentence []word) []piece {
	u.ahead = nil
	if len(sentence) <= longest {
		p := u.ear.piece(sentence)
		r, m, ok := u.first(p)
		u.ahead = &found{r, m, ok}
		if ok && r.whole {
			return []piece{p}
		}
	}
	pieces := u.ear.cut(sentence)
	if len(pieces) > 1 {
		u.ahead = nil
	}
	if len(pieces) < 2 || !u.goesWithQuestion(pieces[1]) {
		return pieces
	}
	if _, _, ok := u.asks(pieces[0]); ok { // "who has my dog when I'm away" tells nobody that they are
		return pieces[:1]
	}
	return pieces
}

// goesWithQuestion: a piece only says when or if what is asked before it is so.
func (u *utterance) goesWithQuestion(p piece) bool {
	return len(p.words) > 0 && u.ear.lists["clausal"].has(p.words[0].norm)
}

// quote is the text of some words, with the mark that ends a sentence.
func (u *utterance) quote(words []word) string {
	if len(words) == 0 {
		return ""
	}
	last := words[len(words)-1]
	to := last.to
	for isStop(last.mark) && to < len(u.text) && (u.text[to] == '.' || u.text[to] == '?' || u.text[to] == '!') {
		to++
	}
	return u.text[words[0].from:to]
}

// bare is the text of some words without marks.
func (u *utterance) bare(words []word) string {
	for len(words) > 0 && words[len(words)-1].norm == "'s" { // "the wedding's off": the 's is a verb
		words = words[:len(words)-1]
	}
	if len(words) == 0 {
		return ""
	}
	return u.text[words[0].from:words[len(words)-1].to]
}

// valueOf is what a claim holds: the same, but that an 's behind which nothing of its
// clause follows belongs to the name before it: "a nurse at St Ann's".
func (u *utterance) valueOf(words []word) string {
	n := len(words) - 1
	if n > 0 && words[n].norm == "'s" && proper(words[n-1]) {
		if rest := strings.TrimSpace(u.text[words[n].to:]); rest == "" || strings.ContainsAny(rest[:1], ".,;!?") {
			return u.text[words[0].from:words[n].to]
		}
	}
	return u.bare(words)
}

// act hears one piece. A rule marked "+" takes its words, and the rest is heard
// again.
func (u *utterance) act(p piece) {
	for len(p.words) > 0 {
		r, m, ok := u.begun(p)
		if !ok {
			return
		}
		rest := p.words[m.to:]
		if !r.more || len(rest) == 0 || u.ear.piece(rest).head >= len(rest) {
			u.add(r, m, p, p.words)
			return
		}
		u.add(r, m, p, p.words[:m.to])
		p = u.ear.piece(rest)
	}
}

// begun is the first rule that holds for a piece, as it was found ahead or looked for now.
func (u *utterance) begun(p piece) (*rule, match, bool) {
	if f := u.ahead; f != nil {
		u.ahead = nil
		return f.rule, f.match, f.any
	}
	return u.first(p)
}

// first is the first rule that holds for a piece.
func (u *utterance) first(p piece) (*rule, match, bool) {
	if u.ear.gibberish(p.words) && !u.answersName() {
		return &rule{kind: "nonsense"}, match{to: len(p.words)}, true
	}
	for n := range u.ear.acts.within(p) {
		r := &u.ear.acts.rules[n]
		if r.guest && !u.in.Guest || r.off && !u.in.Off || r.unnamed > u.in.Unnamed {
			continue
		}
		if r.asked != "" && !u.answers(r) {
			continue
		}
		if r.asked == "name" && r.kind == "tell.name" && (u.tells() || len(u.words) == 1 && u.ear.ordinary(u.words[0])) {
			continue // one word in the middle of a story is no name, nor is "soup"
		}
		if r.kind == "insult" && u.remarks(p) {
			continue
		}
		if m, ok := u.ear.match(r.prog, p); ok {
			if firm, asked, ok := u.asks(p); ok && yields(r.kind) {
				return firm, asked, true
			}
			return r, m, true
		}
	}
	return nil, match{}, false
}

// answers: the talk stands where a rule needs it, and the utterance has not answered so
// already; of a list things are put and taken one after the other.
func (u *utterance) answers(r *rule) bool {
	switch r.asked {
	case "list":
		return u.in.Asked == "list" || u.in.Asked == "items" || u.ofList()
	case "lately":
		return u.in.Asked == "list" || u.in.Asked == "items" || u.in.Asked == "lately" || u.ofList()
	case "errand":
		if r.kind == "errand.move" { // "nine is fine. Or no, make it ten"
			return u.in.Asked == "errand" || u.in.Errand
		}
	}
	if r.asked == "items" {
		return u.in.Asked == "items" && u.mayBeItems()
	}
	return r.asked == u.in.Asked && (len(u.acts) == 0 || u.acts[len(u.acts)-1].Kind != r.kind) || r.kind == "errand.every" && u.asksErrand()
}

// ofList: what stands before it in the utterance was about a list.
func (u *utterance) ofList() bool {
	n := len(u.acts)
	return n > 0 && slices.Contains([]string{"errand.begin", "errand.put", "errand.off", "ask.list"}, u.acts[n-1].Kind)
}

// mayBeItems: nothing in it is said rather than named.
func (u *utterance) mayBeItems() bool {
	return !slices.ContainsFunc(u.words, func(w word) bool {
		return w.mark == '?' || w.is(classPronoun|classAuxiliary|classQuestion) || u.ear.lists["no item"].has(w.norm)
	})
}

// asksErrand: what stands before it asked her to ring.
func (u *utterance) asksErrand() bool {
	n := len(u.acts)
	return n > 0 && slices.Contains([]string{"errand.remind", "errand.wake"}, u.acts[n-1].Kind)
}

// asks: a piece is a question by how it begins, whatever else is in it: "did mum
// faint" tells of nobody who did.
func (u *utterance) asks(p piece) (*rule, match, bool) {
	for n := range u.ear.acts.plainly(p.words) {
		if m, ok := u.ear.match(u.ear.acts.rules[n].prog, p); ok {
			return &u.ear.acts.rules[n], m, true
		}
	}
	return nil, match{}, false
}

// yields: an act of the kind gives way to a plain question.
func yields(kind string) bool {
	return strings.HasPrefix(kind, "tell.") && kind != "tell.dream" || kind == "settle" || kind == "complain" || kind == "deny"
}

// tells: something that happened was told before in the same utterance.
func (u *utterance) tells() bool {
	return slices.ContainsFunc(u.acts, func(a samantha.Act) bool {
		return a.Kind == "tell.event" || strings.HasPrefix(a.Kind, "tell.hard") || a.Kind == "tell.good"
	})
}

// remarks: one word after something told is about that: "He bought a hat. Ridiculous."
func (u *utterance) remarks(p piece) bool {
	n := len(u.acts)
	return len(p.words) == 1 && n > 0 && strings.HasPrefix(u.acts[n-1].Kind, "tell.")
}

// add notes an act with its slots, in the person's words. It goes on with the
// act before it if both stand in one sentence, are of one kind and caught
// nothing.
func (u *utterance) add(r *rule, m match, p piece, words []word) {
	if u.kept && strings.HasPrefix(r.kind, "tell") {
		return
	}
	a := samantha.Act{Kind: r.kind, Text: u.quote(words), Slots: u.slots(r, m, p)}
	if a.Kind == "tell.dream" || a.Kind == "request.note" {
		u.kept = true
	}
	if strings.HasPrefix(a.Kind, "tell.") && a.Kind != "tell.name" {
		u.told, u.felt = append(u.told, p), append(u.felt, a.Kind == "tell.feeling")
	}
	u.complete(&a, m, p)
	n := len(u.acts) - 1
	if a.Kind == "errand.every" && u.asksErrand() { // "... at nine. Every night"
		u.acts[n].Text = u.text[u.begin : words[0].from+len(a.Text)]
		u.acts[n].Slots = with(with(u.acts[n].Slots, "every", a.Slots["every"]), "part", a.Slots["part"])
		return
	}
	if n >= u.opened && u.acts[n].Kind == a.Kind && len(u.acts[n].Slots)+len(a.Slots) == 0 {
		u.acts[n].Text = u.text[u.begin : words[0].from+len(a.Text)]
		return
	}
	if a.Kind == "errand.move" { // what was said last holds
		u.acts = slices.DeleteFunc(u.acts, func(b samantha.Act) bool { return b.Kind == a.Kind && b.Slots["what"] == "" })
		u.opened = min(u.opened, len(u.acts))
	}
	u.begin = words[0].from
	u.acts = append(u.acts, u.apart(a, m, p)...)
}

// complete fills what a pattern cannot see: when a plan is for, and how long
// somebody who died was there.
func (u *utterance) complete(a *samantha.Act, m match, p piece) {
	if strings.HasPrefix(a.Kind, "errand.") || strings.HasPrefix(a.Kind, "ask.") {
		u.completeErrand(a, m, p)
	}
	switch a.Kind {
	case "tell.loss":
		if u.span != "" {
			a.Slots["span"] = u.span
		}
	case "request.ask", "request.stop":
		when := whenIn(p.words)
		if _, ok := m.slots["when"]; !ok && when.from < when.to {
			a.Slots = with(a.Slots, "when", u.bare(p.words[when.from:when.to]))
		}
		if s, ok := m.slots["thing"]; ok {
			a.Slots["thing"] = u.bare(timeless(p.words[s.from:s.to]))
		}
	case "tell.plan":
		when := whenIn(p.words)
		if _, ok := m.slots["when"]; ok || when.from == when.to {
			return
		}
		a.Slots["when"] = u.bare(p.words[when.from:when.to])
		if what := m.slots["what"]; what.from < when.from && when.to == what.to {
			a.Slots["what"] = u.bare(p.words[what.from:when.from])
		}
	}
}

// with is a map with one more entry.
func with(m map[string]string, key, value string) map[string]string {
	if m == nil {
		m = map[string]string{}
	}
	m[key] = value
	return m
}

// whenIn is the first time spoken of in some words.
func whenIn(words []word) run {
	from := slices.IndexFunc(words, func(w word) bool { return w.is(classWhen) })
	if from < 0 {
		return run{}
	}
	to := from
	for to < len(words) && words[to].is(classWhen) {
		to++
	}
	return run{from, to}
}

// slots is what the heading of a rule gives and what its pattern caught.
func (u *utterance) slots(r *rule, m match, p piece) map[string]string {
	if len(r.fixed)+len(m.slots) == 0 {
		return nil
	}
	out := make(map[string]string, len(r.fixed)+len(m.slots))
	maps.Copy(out, r.fixed)
	for k, s := range m.slots {
		out[k] = u.bare(p.words[s.from:s.to])
	}
	return out
}
