package reading

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"samantha"
	"samantha/internal/mind/feeling"
)

// set is one of the four.
type set struct {
	is  func(data []byte) bool
	run func(b bench, data []byte) (Report, error)
}

func sets() []set {
	begins := func(head string) func([]byte) bool {
		return func(data []byte) bool { return bytes.HasPrefix(data, []byte(head)) }
	}
	return []set{
		{begins("Sr No.,"), bench.meld},
		{begins("id,split,V,A,D"), bench.emobank},
		{begins("ID|"), bench.isear},
		{func(data []byte) bool {
			first, _, _ := strings.Cut(string(data), "\n")
			return strings.Count(first, "\t") == 2
		}, bench.goemotions},
	}
}

// goemotions: which of 28 labels does a comment have? Its parts ask whether it
// is good or bad, and what she, who is often unsure, would call it.
func (b bench) goemotions(data []byte) (Report, error) {
	names := b.reader.Names()
	texts, truth, err := readComments(string(data), len(names))
	if err != nil {
		return Report{}, err
	}
	given := make(answers, len(texts))
	r := Report{Set: "goemotions", N: len(texts)}
	r.Micros = b.perLine(len(texts), func() {
		for i, t := range texts {
			given[i] = b.reader.Holding(b.reader.Sense(t))
		}
	})
	r.Score = score(names, truth, given)
	// VADER knows no labels: of each sign it gives the one that is most frequent.
	signs := []int{slices.Index(names, "annoyance"), slices.Index(names, "neutral"), slices.Index(names, "admiration")}
	toned := make([]int, len(texts))
	for i, t := range texts {
		toned[i] = signs[b.vaderSign(t)]
	}
	r.Baselines = map[string]Score{vader: score(names, truth, one(toned)), majority: score(names, truth, most(truth))}
	r.Parts = map[string]Report{"polarity": b.commentPolarity(texts, truth), "said": b.said(texts, b.called(truth), called())}
	return r, nil
}

// readComments reads "text TAB labels TAB id" lines.
func readComments(text string, labels int) (texts []string, truth answers, err error) {
	for i, l := range strings.Split(strings.TrimSpace(text), "\n") {
		f := strings.Split(strings.TrimRight(l, "\r"), "\t")
		if len(f) != 3 {
			return nil, nil, fmt.Errorf("line %d: want: text, labels, id: %w", i+1, samantha.ErrInvalid)
		}
		var of []int
		for _, s := range strings.Split(f[1], ",") {
			n, err := strconv.Atoi(s)
			if err != nil || n < 0 || n >= labels {
				return nil, nil, fmt.Errorf("line %d: no label %q: %w", i+1, s, samantha.ErrInvalid)
			}
			of = append(of, n)
		}
		slices.Sort(of)
		texts, truth = append(texts, f[0]), append(truth, of)
	}
	return texts, truth, nil
}

// open are the labels that may be good or bad: lines with one of them are left
// out where it is asked which.
func open(l feeling.Label) bool {
	return slices.Contains([]string{"confusion", "curiosity", "realization", "surprise"}, l.Name)
}

// commentPolarity: is a comment good or bad? Lines that are both, or may be
// either, are left out.
func (b bench) commentPolarity(texts []string, truth answers) Report {
	var kept []string
	var signs []int
	for i, t := range truth {
		var all []int
		for _, k := range t {
			if l := b.reader.Label(k); open(l) {
				all = append(all, -1)
			} else {
				all = append(all, sign(l.Valence, 0, 1e-6))
			}
		}
		slices.Sort(all)
		if all = slices.Compact(all); len(all) == 1 && all[0] >= 0 {
			kept, signs = append(kept, texts[i]), append(signs, all[0])
		}
	}
	given, toned := make([]int, len(kept)), make([]int, len(kept))
	for i, t := range kept {
		given[i], toned[i] = b.likeliest(b.reader.Sense(t)), b.vaderSign(t)
	}
	return Report{
		Set: "goemotions polarity", N: len(kept), Score: score(polarity(), one(signs), one(given)),
		Baselines: map[string]Score{vader: score(polarity(), one(signs), one(toned)), majority: score(polarity(), one(signs), most(one(signs)))},
	}
}

// likeliest is the sign whose labels are the likeliest together.
func (b bench) likeliest(s feeling.Sense) int {
	sums := make([]float64, len(polarity()))
	for k, p := range s.Labels {
		if l := b.reader.Label(k); !open(l) {
			sums[sign(l.Valence, 0, 1e-6)] += p
		}
	}
	return slices.Index(sums, slices.Max(sums))
}

// signs: is each text good or bad? In a talk what was said before goes on
// sounding.
func (b bench) signs(name string, texts []string, truth []int, goesOn []bool) Report {
	given, toned := make([]int, len(texts)), make([]int, len(texts))
	r := Report{Set: name, N: len(texts)}
	r.Micros = b.perLine(len(texts), func() {
		before := 0.0
		for i, t := range texts {
			if !goesOn[i] {
				before = 0
			}
			before = b.reader.Sense(t).After(before).Valence
			given[i] = sign(before, badBelow, goodFrom)
		}
	})
	for i, t := range texts {
		toned[i] = b.vaderSign(t)
	}
	r.Score = score(polarity(), one(truth), one(given))
	r.Baselines = map[string]Score{
		vader:    score(polarity(), one(truth), one(toned)),
		majority: score(polarity(), one(truth), most(one(truth))),
	}
	return r
}

// called are the labels by what she would call them; one that has the name of
// a feeling is called by it.
func (b bench) called(truth answers) [][]samantha.Emotion {
	out := make([][]samantha.Emotion, len(truth))
	for i, t := range truth {
		for _, k := range t {
			l := b.reader.Label(k)
			if slices.Contains(called(), l.Name) {
				out[i] = append(out[i], samantha.Emotion(l.Name))
			} else if l.Emotion != "" {
				out[i] = append(out[i], l.Emotion)
			}
		}
	}
	return out
}

// called are the feelings she has names for, and the labels of GoEmotions too.
func called() []string {
	return []string{"anger", "disgust", "fear", "gratitude", "guilt", "joy", "love", "pride", "relief", "sadness", "shame", "surprise"}
}

// said is how she reads the lines as a whole, lexicon and all, where "unsure"
// is an answer: the precision of what she names, and the recall of what was
// there to be named. Accuracy is the share of the names she gave, of those that
// the set knows, that were right.
func (b bench) said(texts []string, truth [][]samantha.Emotion, classes []string) Report {
	var want, given answers
	var names []believed
	for i, t := range texts {
		var is, says []int
		for _, e := range truth[i] {
			is = append(is, slices.Index(classes, string(e)))
		}
		read := b.heart.Read(t, samantha.Hearing{}, 0)
		if k := slices.Index(classes, string(read.Emotion)); k >= 0 {
			says = []int{k}
			names = append(names, believed{read.Confidence, slices.Contains(is, k)})
		}
		want, given = append(want, is), append(given, says)
	}
	r := Report{Set: "what she says", N: len(texts), Score: score(classes, want, given), Belief: bands(names)}
	right := 0
	for _, n := range names {
		if n.right {
			right++
		}
	}
	r.Accuracy = ratio(right, len(names))
	return r
}

// meld: is a line of a dialogue good, bad or neutral?
func (b bench) meld(data []byte) (Report, error) {
	rows, err := readRows(data, "Utterance", "Sentiment", "Dialogue_ID", "Emotion")
	if err != nil {
		return Report{}, err
	}
	var texts []string
	var truth []int
	var goesOn []bool
	var emotions [][]samantha.Emotion
	for i, row := range rows {
		k := slices.Index(polarity(), row[1])
		if k < 0 {
			return Report{}, fmt.Errorf("row %d: no sentiment %q: %w", i+2, row[1], samantha.ErrInvalid)
		}
		texts, truth = append(texts, row[0]), append(truth, k)
		goesOn = append(goesOn, i > 0 && rows[i-1][2] == row[2])
		var is []samantha.Emotion
		if row[3] != "neutral" {
			is = []samantha.Emotion{samantha.Emotion(row[3])}
		}
		emotions = append(emotions, is)
	}
	r := b.signs("meld", texts, truth, goesOn)
	r.Parts = map[string]Report{"said": b.said(texts, emotions, []string{"anger", "disgust", "fear", "joy", "sadness", "surprise"})}
	return r, nil
}

// readRows reads a CSV file with a header and takes some columns.
func readRows(data []byte, columns ...string) ([][]string, error) {
	all, err := csv.NewReader(bytes.NewReader(data)).ReadAll()
	if err != nil {
		return nil, err
	}
	if len(all) < 2 {
		return nil, fmt.Errorf("no rows: %w", samantha.ErrInvalid)
	}
	rows := make([][]string, len(all)-1)
	for _, name := range columns {
		k := slices.Index(all[0], name)
		if k < 0 {
			return nil, fmt.Errorf("no column %q: %w", name, samantha.ErrInvalid)
		}
		for i, row := range all[1:] {
			rows[i] = append(rows[i], row[k])
		}
	}
	return rows, nil
}

// emobank: how good, how stirred and how much in command is a sentence? The
// training rows are left out.
func (b bench) emobank(data []byte) (Report, error) {
	rows, err := readRows(data, "split", "text", "V", "A", "D")
	if err != nil {
		return Report{}, err
	}
	rows = slices.DeleteFunc(rows, func(row []string) bool { return row[0] == "train" })
	var truth, given [3][]float64
	var toned []float64
	for i, row := range rows {
		for k := range truth {
			x, bad := strconv.ParseFloat(row[2+k], 64)
			if bad != nil {
				err = errors.Join(err, fmt.Errorf("row %d: %w", i+1, bad))
			}
			truth[k] = append(truth[k], x)
		}
		toned = append(toned, b.reader.Tone().Of(row[1]))
	}
	r := Report{Set: "emobank", N: len(rows), Score: Score{PerClass: map[string]Class{}}}
	r.Micros = b.perLine(len(rows), func() {
		for _, row := range rows {
			s := b.reader.Sense(row[1])
			given[0], given[1], given[2] = append(given[0], s.Valence), append(given[1], s.Arousal), append(given[2], s.Power)
		}
	})
	for k, name := range []string{"valence", "arousal", "dominance"} {
		r.PerClass[name] = Class{N: len(rows), Pearson: pearson(given[k], truth[k])}
	}
	r.Pearson = r.PerClass["valence"].Pearson
	r.Baselines = map[string]Score{vader: {Pearson: pearson(toned, truth[0])}, majority: {}}
	return r, err
}
