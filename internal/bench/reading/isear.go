package reading

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"samantha"
	"samantha/internal/mind/feeling"
)

// kinds are the emotions of ISEAR in the order of its numbers, from 1.
func kinds() []string {
	return []string{"joy", "fear", "anger", "sadness", "disgust", "shame", "guilt"}
}

// ratings are the nine questions of an event that are looked at.
func ratings() []string {
	return []string{"EXPC", "PLEA", "PLAN", "FAIR", "CAUS", "COPING", "MORL", "SELF", "RELA"}
}

// told is one event: its emotion, the answers by question (0 is none) and the
// text.
type told struct {
	kind    int
	answers map[string]int
	text    string
}

// isear: what did people feel at what happened to them? By her rules from the
// nine answers they gave; its parts ask their words.
func (b bench) isear(data []byte) (Report, error) {
	events, err := readEvents(string(data))
	if err != nil {
		return Report{}, err
	}
	truth, given, toned := make([]int, len(events)), make([]int, len(events)), make([]int, len(events))
	r := Report{Set: "isear", N: len(events)}
	r.Micros = b.perLine(len(events), func() {
		for i, e := range events {
			given[i] = slices.Index(kinds(), string(b.heart.Felt(e.seen())))
		}
	})
	var texts []string
	var emotions [][]samantha.Emotion
	for i, e := range events {
		truth[i] = e.kind
		toned[i] = slices.Index(kinds(), []string{"sadness", "sadness", "joy"}[b.vaderSign(e.text)])
		if e.answered() {
			texts, emotions = append(texts, e.text), append(emotions, []samantha.Emotion{samantha.Emotion(kinds()[e.kind])})
		}
	}
	r.Score = score(kinds(), one(truth), one(given))
	r.Baselines = map[string]Score{
		vader:    score(kinds(), one(truth), one(toned)),
		majority: score(kinds(), one(truth), most(one(truth))),
	}
	r.Parts = map[string]Report{"said": b.said(texts, emotions, kinds())}
	r.Orderings = map[string]bool{}
	reported(meansOf(events, truth), r.Orderings)
	assigned(meansOf(events, given), r.Orderings)
	return r, nil
}

// readEvents reads the file: fields parted by |, of which only the text, which
// is the 41st and all that follow, may itself have one in it.
func readEvents(text string) ([]told, error) {
	lines := strings.Split(strings.TrimSpace(text), "\n")
	names := strings.Split(lines[0], "|")
	emotion, last := slices.Index(names, "EMOT"), slices.Index(names, "SIT")
	if emotion < 0 || last < 0 {
		return nil, fmt.Errorf("no column EMOT or SIT: %w", samantha.ErrInvalid)
	}
	var events []told
	for i, l := range lines[1:] {
		f := strings.SplitN(l, "|", last+1)
		if len(f) <= last {
			return nil, fmt.Errorf("row %d has %d fields: %w", i+2, len(f), samantha.ErrInvalid)
		}
		kind, err := strconv.Atoi(f[emotion])
		if err != nil || kind < 1 || kind > len(kinds()) {
			return nil, fmt.Errorf("row %d: no emotion %q: %w", i+2, f[emotion], samantha.ErrInvalid)
		}
		e := told{kind: kind - 1, answers: map[string]int{}}
		for _, q := range ratings() {
			k := slices.Index(names, q)
			if k < 0 {
				return nil, fmt.Errorf("no column %s: %w", q, samantha.ErrInvalid)
			}
			if e.answers[q], err = strconv.Atoi(f[k]); err != nil {
				return nil, fmt.Errorf("row %d, %s: %w", i+2, q, err)
			}
		}
		e.text, _, _ = strings.Cut(f[last], "|")
		e.text = strings.TrimSpace(strings.ReplaceAll(e.text, "á", " "))
		events = append(events, e)
	}
	return events, nil
}

// seen are the answers as her rules ask for them.
func (e told) seen() feeling.Happened {
	in := feeling.Happened{}
	for question, rating := range map[string]string{
		"expected": "EXPC", "unpleasant": "PLEA", "hindered": "PLAN", "unfair": "FAIR", "immoral": "MORL", "esteem": "SELF", "bond": "RELA",
	} {
		if x := e.answers[rating]; x > 0 {
			in[question] = float64(x - 2) // of 1..3
		}
	}
	if x := e.answers["COPING"]; x > 0 {
		in["able"] = float64(x-3) / 2 // of 1..5
	}
	if cause := e.answers["CAUS"]; cause > 0 && cause <= 4 {
		in[[]string{"self", "close", "other", "chance"}[cause-1]] = 1
	}
	return in
}

// means are the mean answers, by question and kind.
type means map[string]map[string]float64

// meansOf groups events by kind; what was not answered is left out.
func meansOf(events []told, by []int) means {
	m := means{}
	for _, q := range ratings() {
		sums, counts := make([]float64, len(kinds())), make([]float64, len(kinds()))
		for i, e := range events {
			if x := e.answers[q]; x > 0 {
				sums[by[i]] += float64(x)
				counts[by[i]]++
			}
		}
		m[q] = map[string]float64{}
		for k, name := range kinds() {
			m[q][name] = samantha.Round(sums[k] / max(1, counts[k]))
		}
	}
	return m
}

// most are the kinds with the highest mean answers to a question, highest
// first; least those with the lowest.
func (m means) most(question string) []string {
	all := kinds()
	slices.SortStableFunc(all, func(a, b string) int { return cmp.Compare(m[question][b], m[question][a]) })
	return all
}

func (m means) least(question string) []string {
	all := m.most(question)
	slices.Reverse(all)
	return all
}

// both reports whether two kinds are the first two, in whatever order.
func both(ranked []string, a, b string) bool {
	return slices.Contains(ranked[:2], a) && slices.Contains(ranked[:2], b)
}

// pleasant reports whether joy alone is pleasant.
func (m means) pleasant() bool {
	for _, k := range kinds() {
		if (m["PLEA"][k] < 2) != (k == "joy") {
			return false
		}
	}
	return true
}

// reported are the orderings of what people said they felt: they check that
// the file is read rightly.
func reported(m means, into map[string]bool) {
	into["reported: guilt and shame blame the self most"] = both(m.least("CAUS"), "guilt", "shame")
	into["reported: guilt and shame harm self-esteem most"] = both(m.least("SELF"), "guilt", "shame")
	into["reported: sadness copes least, then fear"] = slices.Equal(m.least("COPING")[:2], []string{"sadness", "fear"})
	into["reported: joy copes best"] = m.most("COPING")[0] == "joy"
	into["reported: anger is most unfair, then disgust"] = slices.Equal(m.most("FAIR")[:2], []string{"anger", "disgust"})
	into["reported: disgust and anger are most immoral"] = both(m.most("MORL"), "disgust", "anger")
	into["reported: anger and disgust harm a relation most"] = both(m.least("RELA"), "anger", "disgust")
	into["reported: joy alone is pleasant, raises the self, was most expected"] = m.pleasant() && m.most("SELF")[0] == "joy" && m.most("EXPC")[0] == "joy"
}

// assigned are the orderings of what her rules say they felt.
func assigned(m means, into map[string]bool) {
	into["by rule: guilt and shame blame the self most"] = both(m.least("CAUS"), "guilt", "shame")
	into["by rule: anger is most unfair, then disgust"] = slices.Equal(m.most("FAIR")[:2], []string{"anger", "disgust"})
	into["by rule: disgust and anger are most immoral"] = both(m.most("MORL"), "disgust", "anger")
	into["by rule: joy alone is pleasant, raises the self, copes best, was most expected"] = m.pleasant() &&
		m.most("SELF")[0] == "joy" && m.most("COPING")[0] == "joy" && m.most("EXPC")[0] == "joy"
}

// Telling is one event as it was told, and what the one who told it felt.
type Telling struct {
	Text string
	Felt samantha.Emotion
}

// Tellings are the events of ISEAR that were told: what has no answer, or a few letters
// for one, is left out.
func Tellings(data []byte) ([]Telling, error) {
	events, err := readEvents(string(data))
	if err != nil {
		return nil, err
	}
	var out []Telling
	for _, e := range events {
		if e.answered() {
			out = append(out, Telling{e.text, samantha.Emotion(kinds()[e.kind])})
		}
	}
	return out, nil
}

// answered: there is a text, and not a remark of those who asked.
func (e told) answered() bool { return len(e.text) >= 15 && !strings.Contains(e.text, "[") }
