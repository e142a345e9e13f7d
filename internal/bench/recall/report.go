package recall

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"text/tabwriter"
	"time"

	"samantha/internal/bench/lives"
)

// Report is what a run found.
type Report struct {
	Lives     int `json:"lives"`
	Turns     int `json:"turns"`
	Questions int `json:"questions"`
	Dropped   int `json:"dropped_ids,omitempty"` // evidence ids that name no turn
	Score
	Categories map[string]Score            `json:"categories"`
	Kinds      map[string]Score            `json:"kinds,omitempty"`
	Languages  map[string]Score            `json:"languages,omitempty"`
	Anchors    map[string]Score            `json:"anchors"`
	ByCategory map[string]map[string]Score `json:"anchor_categories"`
	Gains      map[string]Gain             `json:"gains"` // of R@5, over each anchor
	OwnerAUC   float64                     `json:"owner_auc"`
	Abstention Abstention                  `json:"abstention"`
	Leak       int                         `json:"leak"`        // questions that brought back what must not come
	StaleFirst float64                     `json:"stale_first"` // share where what was true once came before what is
	P50        float64                     `json:"p50_ms"`
	P99        float64                     `json:"p99_ms"`
}

// Abstention is how well what can be answered is told from what cannot.
type Abstention struct {
	AUC      float64 `json:"auc"`
	Withheld float64 `json:"withheld_at_5"` // of the answerable, if 5 % of the others may be answered
}

// categories are LoCoMo's, by number.
func categories() []string {
	return []string{1: "multi-hop", 2: "temporal", 3: "open-domain", 4: "single-hop", 5: "adversarial"}
}

// table gathers what a report is made of.
type table struct {
	lives, turns, questions, dropped int

	scores map[string]map[string]*Score // of whom, in which group
	r5     map[string][]float64         // of whom, question by question
	took   []time.Duration
	owned  sorted // by whose it is
	there  sorted // by whether it was ever said
	leak   int
	stale  struct{ first, all int }
}

// sorted are confidences, by whether the question can be answered.
type sorted struct{ yes, no []float64 }

func newTable() *table {
	return &table{scores: map[string]map[string]*Score{}, r5: map[string][]float64{}}
}

const (
	own      = "" // her own among those who are scored
	ofAll    = "all"
	ofKind   = "kind "
	ofTongue = "language "
)

func (t *table) add(l *lives.Life, q *lives.Question, mine asked, anchors map[string][]int) {
	t.questions++
	t.took = append(t.took, mine.took)
	t.confidence(q, mine)
	if slices.ContainsFunc(mine.ranking, func(i int) bool { return slices.Contains(q.Forbidden, i) }) {
		t.leak++
	}
	if len(q.Evidence) == 0 {
		return
	}
	t.staleness(q, mine.ranking)
	t.score(own, l, q, mine.ranking)
	for name, ranking := range anchors {
		t.score(name, l, q, ranking)
	}
}

// confidence sorts how sure she was: of whose it is, where a question names
// one, and of it having been said at all.
func (t *table) confidence(q *lives.Question, mine asked) {
	never := q.Kind == "never" || q.Kind == "forgotten"
	if mine.named && !never {
		t.owned.put(q.Category != 5, mine.owned)
	}
	if never || q.Category != 5 {
		t.there.put(!never, mine.there)
	}
}

func (s *sorted) put(yes bool, v float64) {
	if yes {
		s.yes = append(s.yes, v)
	} else {
		s.no = append(s.no, v)
	}
}

// staleness notes whether something that was true once came before all that is.
func (t *table) staleness(q *lives.Question, ranking []int) {
	if len(q.Stale) == 0 {
		return
	}
	t.stale.all++
	for _, i := range ranking {
		if slices.Contains(q.Evidence, i) {
			return
		}
		if slices.Contains(q.Stale, i) {
			t.stale.first++
			return
		}
	}
}

func (t *table) score(whose string, l *lives.Life, q *lives.Question, ranking []int) {
	s := measure(l, q.Evidence, complete(l, q, ranking))
	groups := []string{ofAll, categories()[q.Category]}
	if q.Kind != "" {
		groups = append(groups, ofKind+q.Kind)
	}
	if l.Language != "" {
		groups = append(groups, ofTongue+l.Language)
	}
	if t.scores[whose] == nil {
		t.scores[whose] = map[string]*Score{}
	}
	for _, g := range groups {
		if t.scores[whose][g] == nil {
			t.scores[whose][g] = &Score{}
		}
		t.scores[whose][g].add(s)
	}
	t.r5[whose] = append(t.r5[whose], s.R5)
}

func (t *table) report() Report {
	r := Report{
		Lives: t.lives, Turns: t.turns, Questions: t.questions, Dropped: t.dropped,
		Categories: t.groups(own, ""), Kinds: t.groups(own, ofKind), Languages: t.groups(own, ofTongue),
		Anchors: map[string]Score{}, ByCategory: map[string]map[string]Score{}, Gains: map[string]Gain{},
		OwnerAUC: auc(t.owned.yes, t.owned.no), Leak: t.leak,
		Abstention: Abstention{auc(t.there.yes, t.there.no), withheld(t.there.yes, t.there.no, 0.05)},
	}
	if t.stale.all > 0 {
		r.StaleFirst = float64(t.stale.first) / float64(t.stale.all)
	}
	if s := t.scores[own][ofAll]; s != nil {
		r.Score = s.mean()
	}
	for _, name := range []string{anchorFTS5, anchorExpanded} {
		if s := t.scores[name][ofAll]; s != nil {
			r.Anchors[name], r.ByCategory[name] = s.mean(), t.groups(name, "")
			r.Gains[name] = gain(t.r5[own], t.r5[name])
		}
	}
	slices.Sort(t.took)
	r.P50, r.P99 = percentile(t.took, 0.5), percentile(t.took, 0.99)
	return r
}

// groups are the means of the groups with a prefix; without one, the categories.
func (t *table) groups(whose, prefix string) map[string]Score {
	out := map[string]Score{}
	for g, s := range t.scores[whose] {
		name, ok := strings.CutPrefix(g, prefix)
		if ok && (prefix != "" || slices.Contains(categories(), g)) {
			out[name] = s.mean()
		}
	}
	return out
}

// percentile is one of sorted durations, in milliseconds.
func percentile(d []time.Duration, p float64) float64 {
	if len(d) == 0 {
		return 0
	}
	return float64(d[min(int(p*float64(len(d))), len(d)-1)].Microseconds()) / 1000
}

// String is the report for a person.
func (r Report) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%d lives, %d turns, %d questions, %d with evidence\n\n", r.Lives, r.Turns, r.Questions, r.N)
	w := tabwriter.NewWriter(&b, 0, 0, 2, ' ', 0)
	fmt.Fprintln(w, "\tquestions\tn\tR@5\tR@10\tR@20\tMRR\tall@10\tsession any@5")
	row := func(who, group string, s Score) {
		fmt.Fprintf(w, "%s\t%s\t%d\t%.3f\t%.3f\t%.3f\t%.3f\t%.3f\t%.3f\n", who, group, s.N, s.R5, s.R10, s.R20, s.MRR, s.All10, s.SessionAny5)
	}
	rows := func(who string, all Score, groups ...map[string]Score) {
		row(who, "all", all)
		for _, g := range groups {
			for _, name := range slices.Sorted(maps.Keys(g)) {
				row("", name, g[name])
			}
		}
	}
	rows("hers", r.Score, r.Categories, r.Kinds, r.Languages)
	for _, name := range slices.Sorted(maps.Keys(r.Anchors)) {
		rows(name, r.Anchors[name], r.ByCategory[name])
	}
	_ = w.Flush() // into memory
	fmt.Fprintln(&b)
	for _, name := range slices.Sorted(maps.Keys(r.Gains)) {
		fmt.Fprintf(&b, "R@5 over %s: %+.3f, standard error %.3f\n", name, r.Gains[name].Mean, r.Gains[name].Error)
	}
	fmt.Fprintf(&b, "whose it is: AUC %.3f; said at all: AUC %.3f, %.0f%% withheld at 5%% wrongly answered\n", r.OwnerAUC, r.Abstention.AUC, 100*r.Abstention.Withheld)
	fmt.Fprintf(&b, "came back though forgotten: %d; outdated first: %.1f%%\n", r.Leak, 100*r.StaleFirst)
	fmt.Fprintf(&b, "one recall: %.2f ms (p50), %.2f ms (p99)\n", r.P50, r.P99)
	return b.String()
}
