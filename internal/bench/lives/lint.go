package lives

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode"

	"github.com/kljensen/snowball"
)

// What a life of the project's own must have.
const (
	leastDays     = 60
	leastSessions = 25
	mostSessions  = 40
	leastTurns    = 6 // of a session
	mostTurns     = 30
	idleShare     = 0.6  // of the turns matter to no question
	farShare      = 0.33 // of the questions share no stem with their evidence
	nearShare     = 0.34 // at most so many share two or more
)

// Kinds are the kinds of question, how many of each a life has, and LoCoMo's
// category of each.
func Kinds() map[string]struct{ Least, Category int } {
	return map[string]struct{ Least, Category int }{
		"plain": {4, 4}, "list": {4, 1}, "time": {3, 2}, "update": {3, 4}, "past": {1, 2}, "correction": {2, 4},
		"whose": {3, 5}, "never": {2, 5}, "forgotten": {2, 5}, "promise": {2, 4}, "told": {1, 4}, "negation": {1, 4},
		"relation": {1, 1}, "feeling": {1, 4}, "hers": {1, 4}, "inference": {1, 3},
	}
}

// Lint lists what is wrong with one life.
func Lint(l Life) []string {
	lint := &linter{life: l}
	lint.turns()
	lint.shape()
	lint.questions()
	lint.facts()
	lint.words()
	return lint.faults
}

type linter struct {
	life   Life
	faults []string
}

func (l *linter) fault(format string, a ...any) {
	l.faults = append(l.faults, l.life.ID+": "+fmt.Sprintf(format, a...))
}

// turns: ids are unique and in their session, times rise, speakers are the two.
func (l *linter) turns() {
	seen := map[string]bool{}
	for i, t := range l.life.Turns {
		if seen[t.ID] {
			l.fault("turn %s twice", t.ID)
		}
		seen[t.ID] = true
		if !strings.HasPrefix(t.ID, fmt.Sprintf("D%d:", t.Session)) {
			l.fault("turn %s stands in session %d", t.ID, t.Session)
		}
		if i > 0 && !t.At.After(l.life.Turns[i-1].At) {
			l.fault("turn %s is not after the one before", t.ID)
		}
		if !slices.Contains(l.life.Speakers[:], t.Speaker) {
			l.fault("turn %s is by %q", t.ID, t.Speaker)
		}
		if strings.TrimSpace(t.Text) == "" {
			l.fault("turn %s is empty", t.ID)
		}
	}
}

// shape: long enough, in sessions of a natural size, mostly about nothing.
func (l *linter) shape() {
	turns := l.life.Turns
	if len(turns) == 0 {
		l.fault("no turns")
		return
	}
	if days := turns[len(turns)-1].At.Sub(turns[0].At).Hours() / 24; days < leastDays {
		l.fault("%.0f days, want %d", days, leastDays)
	}
	sizes, words := map[int]int{}, map[string]int{}
	for _, t := range turns {
		sizes[t.Session]++
		words[t.Speaker] += len(strings.Fields(t.Text))
	}
	if n := len(sizes); n < leastSessions || n > mostSessions {
		l.fault("%d sessions, want %d to %d", n, leastSessions, mostSessions)
	}
	for _, n := range slices.Sorted(maps.Keys(sizes)) {
		if sizes[n] < leastTurns || sizes[n] > mostTurns {
			l.fault("session %d has %d turns, want %d to %d", n, sizes[n], leastTurns, mostTurns)
		}
	}
	share := float64(words[l.life.Speakers[0]]) / float64(words[l.life.Speakers[0]]+words[l.life.Speakers[1]])
	if share < 0.55 || share > 0.8 {
		l.fault("%s has %.2f of the words, want about two thirds", l.life.Speakers[0], share)
	}
	used := map[int]bool{}
	for _, q := range l.life.Questions {
		for _, i := range slices.Concat(q.Evidence, q.Stale, q.Forbidden) {
			used[i] = true
		}
	}
	if idle := 1 - float64(len(used))/float64(len(turns)); idle < idleShare {
		l.fault("%.2f of the turns matter to no question, want %.2f", idle, idleShare)
	}
}

// questions: counts by kind, times, and what belongs to each kind.
func (l *linter) questions() {
	counts, texts := map[string]int{}, map[string]bool{}
	for _, q := range l.life.Questions {
		counts[q.Kind]++
		kind, ok := Kinds()[q.Kind]
		if !ok || kind.Category != q.Category {
			l.fault("%q: kind %q with category %d", q.Text, q.Kind, q.Category)
		}
		if texts[q.Text] {
			l.fault("%q is asked twice", q.Text)
		}
		texts[q.Text] = true
		l.question(q)
	}
	for _, kind := range slices.Sorted(maps.Keys(Kinds())) {
		if least := Kinds()[kind].Least; counts[kind] < least {
			l.fault("%d questions of kind %s, want %d", counts[kind], kind, least)
		}
	}
	if l.life.Dropped > 0 {
		l.fault("%d ids name no turn", l.life.Dropped)
	}
}

func (l *linter) question(q Question) {
	for _, i := range slices.Concat(q.Evidence, q.Stale, q.Forbidden) {
		if !q.AskedAt.After(l.life.Turns[i].At) {
			l.fault("%q is asked before %s", q.Text, l.life.Turns[i].ID)
		}
	}
	for _, i := range q.Evidence {
		if slices.Contains(q.Stale, i) || slices.Contains(q.Forbidden, i) {
			l.fault("%q: %s is evidence and is not", q.Text, l.life.Turns[i].ID)
		}
	}
	if q.Owner == "" {
		l.fault("%q has no owner", q.Text)
	}
	wants := map[string]bool{
		"evidence":           len(q.Evidence) == 0 && q.Kind != "never" && q.Kind != "forgotten",
		"no evidence":        len(q.Evidence) > 0 && (q.Kind == "never" || q.Kind == "forgotten"),
		"3 to 8 evidence":    q.Kind == "list" && (len(q.Evidence) < 3 || len(q.Evidence) > 8),
		"2 evidence":         q.Kind == "relation" && len(q.Evidence) != 2,
		"stale turns":        (q.Kind == "update" || q.Kind == "correction") && len(q.Stale) == 0,
		"forbidden turns":    q.Kind == "forgotten" && len(q.Forbidden) == 0,
		"abstain":            q.Category == 5 && !q.Abstain,
		"no abstain":         q.Category != 5 && q.Abstain,
		"whose":              q.Kind == "whose" && q.Whose == "",
		"an answer":          !q.Abstain && q.Answer == "",
		"the time it is put": q.AskedAt.IsZero(),
	}
	for _, want := range slices.Sorted(maps.Keys(wants)) {
		if wants[want] {
			l.fault("%q (%s) wants %s", q.Text, q.Kind, want)
		}
	}
}

// facts: what they cite exists and comes before what ends them.
func (l *linter) facts() {
	for _, f := range l.life.Facts {
		var until int
		if f.Until != nil {
			until = l.cited(f.ID, *f.Until)
		}
		for _, id := range append(slices.Clone(f.Sources), f.From) {
			if at := l.cited(f.ID, id); f.Until != nil && at > until {
				l.fault("fact %s: %s comes after its end", f.ID, id)
			}
		}
		if len(f.Sources) == 0 {
			l.fault("fact %s has no source", f.ID)
		}
	}
	for _, t := range l.life.Threads {
		l.cited(t.ID, t.Opened)
		if t.Closed != "" {
			l.cited(t.ID, t.Closed)
		}
	}
	for _, a := range l.life.Acts {
		l.cited("act "+a.Act, a.At)
		for _, id := range a.Targets {
			l.cited("act "+a.Act, id)
		}
		if a.Target != "" && !slices.ContainsFunc(l.life.Facts, func(f Fact) bool { return f.ID == a.Target }) {
			l.fault("act %s at %s: no fact %s", a.Act, a.At, a.Target)
		}
	}
}

func (l *linter) cited(by, id string) int {
	at, ok := l.life.Place(id)
	if !ok {
		l.fault("%s cites %q, which is no turn", by, id)
	}
	return at
}

// words: questions are put in other words than their evidence.
func (l *linter) words() {
	language := stemmers()[l.life.Language]
	if language == "" {
		return
	}
	far, near, n := 0, 0, 0
	for _, q := range l.life.Questions {
		if len(q.Evidence) == 0 {
			continue
		}
		asked, most := stems(q.Text, language), 0
		for _, i := range q.Evidence {
			shared := 0
			for s := range stems(l.life.Turns[i].Text, language) {
				if asked[s] {
					shared++
				}
			}
			most = max(most, shared)
		}
		n++
		if most == 0 {
			far++
		} else if most > 1 {
			near++
		}
	}
	if share := float64(far) / float64(n); share < farShare {
		l.fault("%.2f of the questions share no stem with any evidence, want %.2f", share, farShare)
	}
	if share := float64(near) / float64(n); share > nearShare {
		l.fault("%.2f of the questions share two stems or more with an evidence, want %.2f at most", share, nearShare)
	}
}

func stemmers() map[string]string {
	return map[string]string{"en": "english", "es": "spanish", "fr": "french", "sv": "swedish", "no": "norwegian", "ru": "russian", "hu": "hungarian"}
}

// stems are the stemmed words of a text that carry something: those of four
// letters and more that are no stop words.
func stems(text, language string) map[string]bool {
	out := map[string]bool{}
	for _, w := range plainWords(text) {
		if len([]rune(w)) < 4 || language == "english" && slices.Contains(strings.Fields(englishStop), w) {
			continue
		}
		if stem, err := snowball.Stem(w, language, false); err == nil {
			out[stem] = true
		}
	}
	return out
}

const englishStop = `about after again also been before being both could does doing down during each from have having
	here into just more most only other over same should some such than that their them then there these they this
	those through under until very were what when where which while whom will with would your yours whose`

func plainWords(text string) []string {
	return strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}

// A run of so many words in two lives is a copy.
const copied = 8

// LintAll lists what is wrong between lives: one id for two, or words copied.
func LintAll(all []Life) []string {
	var faults []string
	runs, ids := map[string]string{}, map[string]bool{}
	for _, l := range all {
		if ids[l.ID] {
			faults = append(faults, l.ID+" is there twice")
		}
		ids[l.ID] = true
		for _, t := range l.Turns {
			words := plainWords(t.Text)
			for i := 0; i+copied <= len(words); i++ {
				run := strings.Join(words[i:i+copied], " ")
				if other, ok := runs[run]; ok && other != l.ID {
					faults = append(faults, fmt.Sprintf("%s and %s share %q", l.ID, other, run))
				}
				runs[run] = l.ID
			}
		}
	}
	return faults
}
