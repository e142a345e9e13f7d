package letter

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"samantha"
)

// takeTurn reads "list | words" and "list | word | what it becomes".
func (r *Room) takeTurn(row []string) error {
	if len(row) < 2 || len(row) > 3 {
		return fmt.Errorf("want \"list | words\" or \"list | word | what it becomes\"")
	}
	if row[0] == "place" {
		n, err := strconv.Atoi(row[len(row)-1])
		r.places[row[1]] = n
		return err
	}
	list := r.words[row[0]]
	if list == nil {
		list = map[string]string{}
		r.words[row[0]] = list
	}
	if len(row) == 3 {
		list[row[1]] = row[2]
		return nil
	}
	for w := range strings.FieldsSeq(row[1]) {
		list[strings.ReplaceAll(w, "_", " ")] = ""
	}
	return nil
}

func (r *Room) in(list, word string) bool {
	_, ok := r.words[list][word]
	return ok
}

// Reader is whom a letter is to, as the person speaks of them.
type Reader struct {
	As     []string // "my sister", "jonas", in small letters
	Sort   string   // how one goes on about them: "she", "he", "they"; "": nobody said
	Others []string // names of others, in small letters
}

// Sort is how one goes on about a relation; "" if it does not say.
func (r *Room) Sort(relation string) string {
	for _, sort := range []string{"she", "he", "they"} {
		if r.in(sort+"-kin", strings.ToLower(relation)) {
			return sort
		}
	}
	return ""
}

// Turn turns a sentence to whom it is for: the forms that make "I miss her cooking"
// "I miss your cooking". Where it may mean somebody else there are none, and doubt is
// the word that may. Before is what was said just before it.
func (r *Room) Turn(sentence, before string, to Reader) (forms []samantha.LetterForm, doubt string) {
	t := turning{room: r, to: to, words: strings.Fields(sentence), lone: to.Sort != "" && !r.others(sentence+" "+before, to)}
	return t.turn()
}

// TurnAll is [Room.Turn] of a sentence of which they said that it means whom it is for.
func (r *Room) TurnAll(sentence string, to Reader) []samantha.LetterForm {
	if to.Sort == "" {
		to.Sort = r.SortIn(sentence)
	}
	t := turning{room: r, to: to, words: strings.Fields(sentence), lone: true, sure: true}
	forms, _ := t.turn()
	return forms
}

// SortIn is that of the first pronoun in a sentence: "she", "he", "they"; "" if there is none.
func (r *Room) SortIn(sentence string) string {
	for w := range strings.FieldsSeq(strings.ToLower(sentence)) {
		for _, sort := range []string{"she", "he", "they"} {
			if r.in(sort, core(w)) {
				return sort
			}
		}
	}
	return ""
}

// others: somebody else is spoken of whom such a pronoun may mean.
func (r *Room) others(text string, to Reader) bool {
	words := strings.Fields(text)
	for i := 0; i < len(words); i++ {
		if n := to.named(words[i:]); n > 0 {
			i += n - 1
			continue
		}
		w := core(words[i])
		small := strings.TrimSuffix(strings.ToLower(w), "'s")
		sort := r.Sort(small)
		begins := i == 0 || strings.ContainsAny(words[i-1][len(words[i-1])-1:], ".!?")
		next := ""
		if begins && i+1 < len(words) { // "Anna says"
			next = strings.ToLower(core(words[i+1]))
		}
		name := (!begins || r.looksThird(next)) && len(w) > 1 && unicode.IsUpper([]rune(w)[0]) && !r.in("plain-capitals", small) && !r.in("plain-capitals", strings.TrimSuffix(small, "s")) && !strings.HasPrefix(w, "I'")
		somebody := r.in("anybody", small) || sort == to.Sort && sort != ""
		if name || somebody || slices.Contains(to.Others, small) {
			return true
		}
	}
	return to.Sort == "they" && strings.ContainsFunc(strings.Join(words, " "), unicode.IsLetter) && r.severalThings(words)
}

// severalThings: a word looks like a plural, which "they" may mean.
func (r *Room) severalThings(words []string) bool {
	return slices.ContainsFunc(words, func(w string) bool {
		w = strings.ToLower(core(w))
		return len(w) > 3 && strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ss") && !r.in("no-plural", w) && r.Sort(w) == ""
	})
}

// named is how many of the words ahead name whom it is to; the last may end in 's.
func (to Reader) named(words []string) int {
	for _, as := range to.As { // longest first
		n := len(strings.Fields(as))
		if n > 0 && n <= len(words) && strings.TrimSuffix(strings.ToLower(cores(words[:n])), "'s") == as {
			return n
		}
	}
	return 0
}

// Named is how often a sentence names whom it is to.
func (to Reader) Named(sentence string) int {
	count := 0
	words := strings.Fields(sentence)
	for i := 0; i < len(words); i++ {
		if n := to.named(words[i:]); n > 0 {
			count, i = count+1, i+n-1
		}
	}
	return count
}

// LongestFirst orders the ways to speak of somebody as [Reader] wants them.
func LongestFirst(as []string) []string {
	slices.SortStableFunc(as, func(a, b string) int { return cmp.Compare(len(strings.Fields(b)), len(strings.Fields(a))) })
	return slices.Compact(as)
}

// turning is one sentence being turned.
type turning struct {
	room  *Room
	to    Reader
	words []string // as far as they are turned
	lone  bool     // a pronoun of theirs can mean nobody else
	sure  bool     // they said that it does not

	forms   []samantha.LetterForm
	doubt   string
	agreed  bool // a verb was given its other form
	already bool // "you" stands in it as it was said
}

func (t *turning) turn() ([]samantha.LetterForm, string) {
	t.already = slices.ContainsFunc(t.words, func(w string) bool { return t.room.in("you", strings.ToLower(core(w))) })
	for at := 0; at < len(t.words) && t.doubt == ""; at++ {
		if n := t.to.named(t.words[at:]); n > 0 {
			t.name(at, n)
			continue
		}
		if w := strings.ToLower(core(t.words[at])); t.pronoun(w) {
			t.turnPronoun(at, w)
		}
	}
	if t.agreed && t.doubt == "" && t.sharesVerb() {
		t.doubt = cmp.Or(t.forms[0].Was, t.doubt)
	}
	if t.doubt != "" {
		return nil, t.doubt
	}
	return t.forms, ""
}

// pronoun: the word may mean whom it is to. Where nobody said how one goes on about
// them, "he" and "she" both may.
func (t *turning) pronoun(w string) bool {
	w, _, _ = strings.Cut(w, "'")
	if t.to.Sort != "" {
		return t.room.in(t.to.Sort, w)
	}
	return t.room.in("she", w) || t.room.in("he", w)
}

func (t *turning) put(at int, now string, n int) {
	f := samantha.LetterForm{At: at, Was: cores(t.words[at : at+n]), Now: now}
	if !strings.EqualFold(f.Was, f.Now) {
		t.words = apply(t.words, f)
		t.forms = append(t.forms, f)
	}
}

// name turns "my sister" and "Jana's".
func (t *turning) name(at, n int) {
	if t.already && !t.sure {
		t.doubt = cores(t.words[at : at+n])
		return
	}
	if strings.HasSuffix(strings.ToLower(core(t.words[at+n-1])), "'s") {
		if next := t.next(at + n); t.room.in("behind-is", next) { // "Jana's always late"
			t.doubt = cores(t.words[at : at+n])
			return
		}
		t.put(at, "your", n)
		return
	}
	subject := at == 0 || marked(t.words[at-1]) || t.room.in("before-subject", strings.ToLower(core(t.words[at-1])))
	if !subject && t.room.looksThird(t.next(at+n)) {
		t.doubt = cores(t.words[at : at+n])
		return
	}
	whole := marked(t.words[at+n-1])
	t.put(at, "you", n)
	if subject && !whole {
		t.agree(at + 1)
	}
}

// turnPronoun turns "she", "her", "hers", "herself" and their like.
func (t *turning) turnPronoun(at int, w string) {
	if !t.lone || t.already && !t.sure {
		t.doubt = core(t.words[at])
		return
	}
	switch {
	case w == "she" || w == "he" || w == "they":
		t.subject(at)
	case strings.Contains(w, "'"):
		t.short(at, w)
	case w == "her" || w == "his":
		t.hers(at, w)
	default: // him, hers, herself ...
		t.put(at, t.room.words[t.sort(w)][w], 1)
	}
}

// sort is the list that a pronoun stands in.
func (t *turning) sort(w string) string {
	for _, sort := range []string{"she", "he", "they"} {
		if t.room.in(sort, w) {
			return sort
		}
	}
	return t.to.Sort
}

func (t *turning) subject(at int) {
	if at > 0 && !marked(t.words[at-1]) {
		if now, ok := t.room.words["agree"][strings.ToLower(core(t.words[at-1]))]; ok && t.to.Sort != "they" { // "is she"
			t.put(at-1, now, 1)
			t.put(at, "you", 1)
			return
		}
	}
	whole := marked(t.words[at])
	t.put(at, "you", 1)
	if !whole && t.to.Sort != "they" {
		t.agree(at + 1)
	}
}

// short turns "she's", which is "she is" or "she has", and "she'd", "she'll".
func (t *turning) short(at int, w string) {
	_, end, _ := strings.Cut(w, "'")
	next := t.next(at + 1)
	switch {
	case end != "s" && t.to.Sort == "they", end != "s":
		t.put(at, "you'"+end, 1)
	case t.room.in("behind-has", next):
		t.put(at, "you've", 1)
	case strings.HasSuffix(next, "ed") || t.room.in("adverb", next) && !t.sure:
		t.doubt = core(t.words[at]) // "she's worried", "she's called"
	default:
		t.put(at, "you're", 1)
	}
}

// hers turns "her" and "his", which are somebody or somebody's.
func (t *turning) hers(at int, w string) {
	next := t.next(at + 1)
	object := next == "" || marked(t.words[at]) || t.room.in("behind-object", next)
	before := ""
	if at > 0 {
		before = strings.ToLower(core(t.words[at-1]))
	}
	switch {
	case w == "his":
		t.put(at, map[bool]string{true: "yours", false: "your"}[object], 1)
	case object:
		t.put(at, "you", 1)
	case t.room.in("gives", before): // "I told her stories"
		t.doubt = core(t.words[at])
	default:
		t.put(at, "your", 1)
	}
}

// agree gives the verb behind "you" its form: "makes" is "make".
func (t *turning) agree(at int) {
	for at < len(t.words) && t.room.in("adverb", strings.ToLower(core(t.words[at]))) && !marked(t.words[at]) {
		at++
	}
	if at >= len(t.words) {
		return
	}
	w := strings.ToLower(core(t.words[at]))
	now, ok := t.room.words["agree"][w]
	switch {
	case ok:
	case t.room.looksThird(w):
		now = base(w)
	default:
		return
	}
	t.agreed = true
	t.put(at, now, 1)
}

// looksThird: it looks like a verb of hers: "makes".
func (r *Room) looksThird(w string) bool {
	if r.in("agree", w) {
		return true
	}
	return len(w) > 3 && strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ss") && !strings.HasSuffix(w, "'s") && !r.in("adverb", w)
}

// base is a verb without the ending of "she makes".
func base(w string) string {
	for _, end := range []string{"sses", "shes", "ches", "xes", "zzes", "oes"} {
		if strings.HasSuffix(w, end) {
			return strings.TrimSuffix(w, "es")
		}
	}
	if stem, ok := strings.CutSuffix(w, "ies"); ok && len(stem) > 1 {
		return stem + "y"
	}
	return strings.TrimSuffix(w, "s")
}

// sharesVerb: a second verb hangs on the same subject: "she cooks and sings".
func (t *turning) sharesVerb() bool {
	for i, w := range t.words[:max(0, len(t.words)-1)] {
		next := strings.ToLower(core(t.words[i+1]))
		if t.room.in("joins", strings.ToLower(core(w))) && t.room.looksThird(next) && !t.room.in("no-plural", next) {
			return true
		}
	}
	return false
}

// next is the word at a place, "" if a mark stands before it or nothing does.
func (t *turning) next(at int) string {
	if at >= len(t.words) || at > 0 && marked(t.words[at-1]) {
		return ""
	}
	return strings.ToLower(core(t.words[at]))
}
