package main

import (
	"errors"
	"io"
	"slices"
	"strings"
	"testing"

	"samantha"
	"samantha/internal/mind/feeling"
	"samantha/internal/mind/linear"
)

func lessons(t *testing.T, text string) []line {
	t.Helper()
	labels, err := feeling.Labels()
	if err != nil {
		t.Fatal(err)
	}
	tone, err := feeling.NewTone()
	if err != nil {
		t.Fatal(err)
	}
	lines, err := readLines(text, labels, tone)
	if err != nil {
		t.Fatal(err)
	}
	return lines
}

func TestLearn(t *testing.T) {
	text := strings.Repeat("thank you for the soup\t15\ta\nhow dare you, I am furious\t2,3\tb\nthe bus is late\t27\tc\n", 20)
	lines := lessons(t, text)
	if v := lines[1].valence; v > -0.69 || v < -0.71 {
		t.Errorf("the valence of anger and annoyance is their mean: %v", v)
	}
	m := learn(lines, shape{28, linear.Width}, labelPace())
	again := learn(lines, shape{28, linear.Width}, labelPace())
	if !slices.Equal(m.weights, again.weights) {
		t.Error("the same lines teach something else the second time")
	}
	for i, want := range []int{15, 2, 27} {
		scores := m.scores(lines[i].marks)
		if best := slices.Index(scores, slices.Max(scores)); best != want {
			t.Errorf("line %d is read as %d, want %d", i, best, want)
		}
	}
	v := learn(lines, shape{1, linear.Width}, valencePace())
	if good, bad := v.scores(lines[0].marks)[0], v.scores(lines[1].marks)[0]; good < 0.2 || bad > -0.2 {
		t.Errorf("valences %v, %v", good, bad)
	}
	both := m.joined(v)
	columns := make([]linear.Column, both.columns)
	packed := both.pack(columns)
	if len(packed) != 29*linear.Width {
		t.Fatalf("%d weights", len(packed))
	}
	mark := int(lines[0].marks[0])
	if got, want := float32(packed[mark*29+28])*columns[28].Scale, v.weights[mark]; max(got-want, want-got) > columns[28].Scale {
		t.Errorf("packed %v, learned %v", got, want)
	}
}

func TestCalibration(t *testing.T) {
	var js []judged
	for i := range 1000 { // right in seven of ten at a score of 3, in one of ten at -3
		js = append(js, judged{3, i%10 < 7}, judged{-3, i%10 < 1})
	}
	slope, offset := platt(js)
	for score, want := range map[float64]float64{3: 0.7, -3: 0.1} {
		if p := linear.Sigmoid(slope*score + offset); p < want-0.01 || p > want+0.01 {
			t.Errorf("at %v: %v, want %v", score, p, want)
		}
	}
	if at := threshold(js); at < -3 || at > 3 {
		t.Errorf("threshold %v", at)
	}
}

func TestBadLinesAreNamed(t *testing.T) {
	labels, _ := feeling.Labels()
	tone, _ := feeling.NewTone()
	for _, text := range []string{"a\t1\tb\nno tabs", "a\t28\tb", "a\tx\tb"} {
		if _, err := readLines(text, labels, tone); !errors.Is(err, samantha.ErrInvalid) {
			t.Errorf("%q: %v", text, err)
		}
	}
	if err := run(nil, io.Discard); !errors.Is(err, samantha.ErrInvalid) {
		t.Errorf("without a file: %v", err)
	}
}
