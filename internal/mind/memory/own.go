package memory

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"samantha"
)

// framing is what of a question carries no weight when its answer is looked for
// in what was told, and which questions may be after something of the person's.
type framing struct {
	begins, world, leaves []string
	counts, whos, trades  []string
	reasons, reports      []string
	turned, apart, into   []string
	numbers, price, money map[string]bool
	ages                  map[string]bool // words before an age
	asked                 map[string]bool // words of a question after what was asked
	present               map[string]bool // words of a question after how something is
	selves, others        map[string]bool // words for the person and theirs, and for somebody else who does something
	hers                  map[string]bool // words for her, and of what she thinks
	you, would, between   map[string]bool // words for her alone, of what would be, and of what was said or promised
	spans                 map[string]bool // how long is counted in
	denies                map[string]bool
}

// read takes one line of frame.txt.
func (f *framing) read(line samantha.Line) error {
	kind, rest, _ := strings.Cut(line.Text, " ")
	rest = strings.TrimSpace(rest)
	list := map[string]*[]string{"begins": &f.begins, "world": &f.world, "leave": &f.leaves, "counts": &f.counts, "who": &f.whos, "trade": &f.trades, "reason": &f.reasons, "report": &f.reports, "turned": &f.turned, "apart": &f.apart, "into": &f.into}[kind]
	set := map[string]map[string]bool{"number": f.numbers, "price": f.price, "money": f.money, "age": f.ages, "asked": f.asked, "present": f.present, "self": f.selves, "others": f.others, "span": f.spans, "hers": f.hers, "you": f.you, "would": f.would, "between": f.between, "deny": f.denies}[kind]
	switch {
	case rest == "" || list == nil && set == nil:
		return line.Bad("want: begins, world, leave, counts, who, trade, reason, report, turned, apart, into, number, price, money, age, asked, present, self, others, span, sort, hers, you, would, between or deny, and words")
	case set != nil:
		for _, w := range strings.Fields(rest) {
			set[w] = true
		}
	default:
		*list = append(*list, rest)
	}
	return nil
}

// AsksOwn reports whether a question may be after something of the person's life
// by its form, "when is the sea", and is not after what a thing is, "what is a
// sea".
func (l *Lore) AsksOwn(question string) bool {
	q := key(question) + " "
	begins := func(words string) bool { return strings.HasPrefix(q, words+" ") }
	return slices.ContainsFunc(l.frame.begins, begins) && !slices.ContainsFunc(l.frame.world, begins)
}

// Weighty is a question without the words that only frame it: "the lump" of "what
// happened with the lump".
func (l *Lore) Weighty(question string) string {
	q := " " + key(question) + " "
	for _, words := range l.frame.leaves {
		q = strings.ReplaceAll(q, " "+words+" ", " ")
	}
	return strings.TrimSpace(q)
}

// Sought are the words of a question that are looked for, in order.
func (l *Lore) Sought(question string) string {
	return strings.Join(slices.Collect(l.hers().content(l.Weighty(question))), " ")
}

// asksWho: a question wants to know who somebody is.
func (l *Lore) asksWho(question string) bool {
	q := key(question) + " "
	return slices.ContainsFunc(l.frame.whos, func(words string) bool { return strings.HasPrefix(q, words+" ") })
}

// whoAsked is whom a question wants to know of, and the verb it asks with: "are" and
// "the twins".
func (l *Lore) whoAsked(question string) (verb, who string, ok bool) {
	words := strings.Fields(key(question))
	if !l.asksWho(question) || len(words) < 3 {
		return "", "", false
	}
	return words[1], strings.Join(words[2:], " "), true
}

// counts: a question wants a number.
func (l *Lore) counts(question string) bool {
	q := key(question) + " "
	return slices.ContainsFunc(l.frame.counts, func(words string) bool { return strings.HasPrefix(q, words+" ") })
}

// numbered: a text has a number in it.
func (l *Lore) numbered(text string) bool {
	for w := range wordsIn(text) {
		if l.frame.numbers[w] || strings.ContainsFunc(w, unicode.IsDigit) {
			return true
		}
	}
	return false
}

// asksAsked: a question is after what was asked or wanted, and not only after what was
// told: "what did I ask you".
func (l *Lore) asksAsked(question string) bool { return hasAny(question, l.frame.asked) }

// Trades are verbs for what somebody does for a living, as told of others: "sells".
func (l *Lore) Trades() []string { return l.frame.trades }

// asksSum: a question wants to know what something cost.
func (l *Lore) asksSum(question string) bool {
	return strings.HasPrefix(key(question), "how much ") && hasAny(question, l.frame.price)
}

// priced: a text has a sum of money in it.
func (l *Lore) priced(text string) bool {
	return l.numbered(text) && (hasAny(text, l.frame.money) || strings.ContainsAny(text, "€$£"))
}

// hasAny: one of the words of a text is in a set.
func hasAny(text string, set map[string]bool) bool {
	for w := range wordsIn(text) {
		if set[w] {
			return true
		}
	}
	return false
}

// Held is a memory of the person's that holds what a question asks.
type Held struct {
	samantha.Memory
	Weight float64 // of the question's words that stand in it: more is better
	Kind   bool    // it has the sort of thing that is asked for: a time, a number
	doc    int32
}

// leastOwn is the share of a question that a telling must hold itself; the rest
// may stand right beside it.
const leastOwn = 0.5

// mostAsked bounds the words of a question that are looked for.
const mostAsked = 32

// Told are the tellings of the person that, with what they said right before and
// after, hold every word of a question that carries weight: best first, and of
// equal ones the newest, or, if it asks who somebody is, the first. Forms are the
// other forms of a verb: "found" for "find". Nil if any of the words was never
// told.
func (x *Index) Told(question string, forms func(string) []string) []Held {
	asked := x.askedFor(question, forms)
	strict := x.lore.asksAmount(question)
	holds := map[int32]held{}
	var docs []int32
	var whole float64
	for i, a := range asked {
		if len(a.docs)+len(a.alike) == 0 {
			return nil
		}
		whole += a.weight
		docs = a.mark(holds, i, docs)
	}
	var out []Held
	for _, doc := range docs {
		own := holds[doc].weigh(asked)
		if !x.theirs(doc) || !x.marks[doc].tells() || own < float64(leastOwn*whole) || holds[doc].any|x.heldBeside(doc, holds) != 1<<len(asked)-1 {
			continue
		}
		kind := x.answersKind(doc, question)
		if strict && !kind {
			continue // what does not name a sum or a number is no answer
		}
		out = append(out, Held{x.memories[doc], samantha.Round(own), kind, doc})
	}
	introduced, present := x.lore.asksWho(question), x.lore.asksPresent(question)
	slices.SortStableFunc(out, func(a, b Held) int {
		at := b.At.Compare(a.At)
		if introduced {
			at = -at
		}
		if present && (a.Kind || b.Kind) { // of two doses or dates the newer holds
			return cmp.Or(cmp.Compare(asNumber(b.Kind), asNumber(a.Kind)), at, cmp.Compare(b.Weight, a.Weight), strings.Compare(string(b.ID), string(a.ID)))
		}
		return cmp.Or(cmp.Compare(b.Weight, a.Weight), cmp.Compare(asNumber(b.Kind), asNumber(a.Kind)), at, strings.Compare(string(b.ID), string(a.ID)))
	})
	return x.standing(out, question, holds)
}

// held is what a memory holds of a question, a bit for each of its words: the word
// itself, or that or one that means about the same.
type held struct{ own, any uint32 }

// weigh is the weight of what is held; a word that means about the same has less.
func (h held) weigh(asked []askedWord) (sum float64) {
	for i, a := range asked {
		switch {
		case h.own&(1<<i) != 0:
			sum += a.weight
		case h.any&(1<<i) != 0:
			sum += float64(toldAlike * a.weight)
		}
	}
	return sum
}

// toldAlike is what a word that means about the same counts in a telling.
const toldAlike = 0.7

// standing puts what replaces a telling, "no wait, the dentist is on Thursday", in
// its place, if it speaks of what is asked.
func (x *Index) standing(told []Held, question string, holds map[int32]held) []Held {
	x.match(question)
	w := &weighing{x: x, q: Question{Text: question}}
	for i := range min(newerReach, len(told)) {
		newer, ok := w.newer(told[i].doc)
		if !ok || !x.theirs(newer) || holds[newer].any == 0 {
			continue
		}
		told[i].Memory, told[i].doc = x.memories[newer], newer
	}
	var out []Held
	for _, h := range told {
		if !slices.ContainsFunc(out, func(o Held) bool { return o.doc == h.doc }) {
			out = append(out, h)
		}
	}
	return out
}

// asNumber puts what is so above what is not.
func asNumber(yes bool) int {
	if yes {
		return 1
	}
	return 0
}

// askedWord is one word of a question: where it stands, and its weight.
type askedWord struct {
	docs   []int32
	alike  []int32 // where words stand that mean about the same
	weight float64
}

// mark puts a bit for the word at the memories that hold it, and adds those that
// held none before to a list.
func (a askedWord) mark(holds map[int32]held, bit int, docs []int32) []int32 {
	put := func(doc int32, own uint32) {
		h, before := holds[doc]
		if !before {
			docs = append(docs, doc)
		}
		holds[doc] = held{h.own | own, h.any | 1<<bit}
	}
	for _, doc := range a.docs {
		put(doc, 1<<bit)
	}
	for _, doc := range a.alike {
		put(doc, 0)
	}
	return docs
}

func (x *Index) askedFor(question string, forms func(string) []string) []askedWord {
	sum := x.lore.asksSum(question) // its price is a number, whatever the word
	var out []askedWord
	var seen []string
	for word := range x.lore.hers().content(x.lore.Weighty(question)) {
		if slices.Contains(seen, word) || len(out) == mostAsked-1 || sum && x.lore.frame.price[word] {
			continue
		}
		seen = append(seen, word)
		a := askedWord{docs: x.saying(append([]string{word}, forms(word)...)), alike: x.saying(x.lore.hers().alikeTo(word))}
		a.weight = rarity(len(a.docs), x.Len())
		if len(a.docs) == 0 {
			a.weight = rarity(len(a.alike), x.Len())
		}
		out = append(out, a)
	}
	return out
}

// saying are the memories that hold one of the words, in order.
func (x *Index) saying(words []string) []int32 {
	var docs []int32
	for _, word := range words {
		for _, p := range x.words.where(x.lore.hers().stem(word, false)) {
			if !x.marks[p.at].wants {
				docs = append(docs, p.at)
			}
		}
	}
	slices.Sort(docs)
	return slices.Compact(docs)
}

// theirs: the person said it, or wrote it before.
func (x *Index) theirs(doc int32) bool {
	m := x.memories[doc]
	return m.ID != "" && ofOwner(m.By, samantha.OriginPerson)
}

// heldBeside is what of a question stands beside a memory: in the question it
// answers, and in what the person said right before and after.
func (x *Index) heldBeside(doc int32, holds map[int32]held) uint32 {
	var beside uint32
	if x.answer(doc) {
		beside = holds[doc-1].any
	}
	for _, step := range []int32{-1, 1} {
		for at := doc + step; at >= 0 && int(at) < len(x.marks) && x.marks[at].encounter == x.marks[doc].encounter; at += step {
			if x.theirs(at) {
				beside |= holds[at].any
				break
			}
		}
	}
	return beside
}

// answersKind: a memory has a time if one is asked for, or a number.
func (x *Index) answersKind(doc int32, question string) bool {
	if verb, who, ok := x.lore.whoAsked(question); ok { // "the twins are Rita and Duarte"
		return strings.Contains(" "+key(x.memories[doc].Text)+" ", " "+who+" "+verb+" ")
	}
	switch {
	case strings.HasPrefix(key(question), "when "):
		return x.datesItself(doc)
	}
	return x.lore.asksAmount(question) && x.lore.HasAmount(question, x.memories[doc].Text)
}

// datesItself: a memory says when it is or was, and not only that it is of today.
func (x *Index) datesItself(doc int32) bool {
	about, at := x.about[doc], x.memories[doc].At
	if len(about) == 0 {
		return x.marks[doc].timed
	}
	return slices.ContainsFunc(about, func(s span) bool { return at.Before(s.from) || at.After(s.to.Add(afterwards)) })
}

// asksAmount: a question wants a number, a sum or an age.
func (l *Lore) asksAmount(question string) bool { return l.asksSum(question) || l.counts(question) }

// HasAmount reports whether a text has the number, the sum or the age that a
// question wants; it does if the question wants none.
func (l *Lore) HasAmount(question, text string) bool {
	switch {
	case l.asksSum(question):
		return l.priced(text)
	case strings.HasPrefix(key(question), "how old "):
		return l.aged(text, l.Sought(question))
	case strings.HasPrefix(key(question), "how long ") && !l.AsksWhen(question):
		return l.numbered(text) && hasAny(text, l.frame.spans)
	case l.counts(question):
		return l.numbered(text)
	}
	return true
}

// aged: a text says how old somebody is, was or would be: "they're four", "bosun's 14"
// of the bosun that is asked for.
func (l *Lore) aged(text, who string) bool {
	words := strings.Fields(key(text))
	for i, w := range words {
		number := l.frame.numbers[w] || strings.ContainsFunc(w, unicode.IsDigit)
		before := i > 0 && (l.frame.ages[words[i-1]] || words[i-1] == who+"s")
		after := i+1 < len(words) && strings.HasPrefix(words[i+1], "year")
		if number && (before || after) {
			return true
		}
	}
	return false
}

// AsksTold: a question is framed as one after what was told itself: "do you remember the
// socks?", "did I mention Tom?"
func (l *Lore) AsksTold(question string) bool {
	return l.Weighty(question) != key(question)
}
