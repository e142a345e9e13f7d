package newborn

import (
	"flag"
	"fmt"
	"os"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"samantha"
)

var update = flag.Bool("update", false, "write testdata/golden.txt anew")

// The golden file is a table of moments and what she says in them: an act with
// its slots, "+" between moves, then "@" and the circumstances.
func TestGolden(t *testing.T) {
	const name = "testdata/golden.txt"
	file, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	n := open(t)
	var out strings.Builder
	for line := range strings.Lines(string(file)) {
		line = strings.TrimRight(line, "\n")
		if strings.HasPrefix(line, "    ") {
			continue // an answer; it is written anew
		}
		fmt.Fprintln(&out, line)
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		m, err := parseMoment(line)
		if err != nil {
			t.Fatalf("%s: %v", line, err)
		}
		fmt.Fprintln(&out, "    "+text(say(t, n, m)))
	}
	if *update {
		if err := os.WriteFile(name, []byte(out.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if diff := cmp.Diff(string(file), out.String()); diff != "" && !*update {
		t.Errorf("she speaks otherwise (-want +got):\n%s", diff)
	}
}

var slotPattern = regexp.MustCompile(`(\w+)="([^"]*)"`)

// parseMoment reads `take detail="long" + follow topic="work" @ night seed=3`.
func parseMoment(line string) (samantha.Moment, error) {
	moves, circumstances, _ := strings.Cut(line, " @ ")
	m := moment(1)
	for _, text := range strings.Split(moves, " + ") {
		act, rest, _ := strings.Cut(text, " ")
		mv := samantha.Move{Act: act, Slots: map[string]string{}, Short: strings.HasPrefix(rest, "short")}
		for _, slot := range slotPattern.FindAllStringSubmatch(rest, -1) {
			mv.Slots[slot[1]] = slot[2]
		}
		m.Intent.Moves = append(m.Intent.Moves, mv)
	}
	for _, word := range strings.Fields(circumstances) {
		if err := circumstance(&m, word); err != nil {
			return m, err
		}
	}
	return m, nil
}

func circumstance(m *samantha.Moment, word string) error {
	name, value, numbered := strings.Cut(word, "=")
	number, err := strconv.Atoi(value)
	if numbered && err != nil {
		return fmt.Errorf("circumstance %q: %w", word, err)
	}
	switch name {
	case "seed":
		m.Seed = uint64(number)
	case "days":
		m.Days = number
	case "sentences":
		m.Intent.Limits.Sentences = number
	case "morning":
		m.At = m.At.Add(-4 * time.Hour)
	case "evening":
		m.At = m.At.Add(6 * time.Hour)
	case "night":
		m.At = m.At.Add(10 * time.Hour)
	case "bright":
		m.Mood = samantha.Mood{P: 0.5, A: 0.3}
	case "low":
		m.Mood = samantha.Mood{P: -0.4}
	case "light", "glad", "quiet", "crisis":
		m.Intent.Tone = samantha.Tone(name)
	case "noquestion":
		m.Intent.Limits.NoQuestion = true
	case "noplay":
		m.Intent.Limits.NoPlay = true
	default:
		return fmt.Errorf("unknown circumstance %q", word)
	}
	return nil
}
