package mind

import (
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"samantha"
	"samantha/internal/mind/feeling"
	"samantha/internal/words/newborn"
)

// vocabulary is what each kind of feeling is called at each strength, from the
// file her lines are made of.
type vocabulary map[[2]string][]string

func readVocabulary(t *testing.T) vocabulary {
	t.Helper()
	text, err := os.ReadFile("../words/newborn/en/emotions.txt")
	if err != nil {
		t.Fatal(err)
	}
	v := vocabulary{}
	for _, l := range samantha.Lines("emotions.txt", string(text)) {
		if f := strings.Split(l.Text, " | "); len(f) == 4 {
			v[[2]string{f[0], f[1]}] = []string{f[2], f[3]}
		}
	}
	return v
}

// says reports whether a text has one of the words.
func (v vocabulary) says(text, emotion, strength string) bool {
	return slices.ContainsFunc(v[[2]string{emotion, strength}], func(w string) bool { return strings.Contains(text, strings.ToLower(w)) })
}

// A hundred thousand chance states of hers, asked how she feels in one of five
// ways and answered in her own lines: the kind, the direction and the strength
// are the record's, and what she says she kept back is what she kept back.
func TestSheNeverContradictsHerRecord(t *testing.T) {
	rooms, err := Furnish()
	if err != nil {
		t.Fatal(err)
	}
	words, err := newborn.New()
	if err != nil {
		t.Fatal(err)
	}
	n := 100_000
	if testing.Short() {
		n = 2_000
	}
	v := readVocabulary(t)
	chance := rand.New(rand.NewPCG(5, 7))
	kinds, rules := kindsOf(v), rooms.heart.Rules()
	now := time.Date(2026, 3, 4, 20, 0, 0, 0, time.UTC)
	asked := []string{"ask.feelings", "ask.feelings", "ask.howare", "ask.whyfeel", "ask.hidden"}
	questions := []string{"how do you feel?", "how do you feel?", "are you angry with me?", "are you sad", "are you happy?", "were you worried?"}
	for i := range n {
		s := &situation{rooms: rooms, state: &State{}, now: now, id: "b2b2"}
		for j := range chance.IntN(4) {
			s.state.Heart.Felt = append(s.state.Heart.Felt, chanceFeeling(chance, j, now, kinds, rules))
		}
		if asked[i%len(asked)] == "ask.feelings" {
			s.text = questions[chance.IntN(len(questions))]
		}
		m := s.ownMove(asked[i%len(asked)])
		text := speak(t, words, m, chance.Uint64(), now)
		if err := contradicts(s, v, m, text); err != nil {
			t.Fatalf("%v\nshe says %q\nfrom %+v\nof %+v", err, text, m.Slots, s.state.Heart.Now(now))
		}
	}
}

// ownMove is her answer to a question about what she feels.
func (s *situation) ownMove(kind string) samantha.Move {
	if kind == "ask.hidden" {
		return s.hidden()
	}
	return s.ownFeeling(kind)
}

func kindsOf(v vocabulary) []string {
	var kinds []string
	for k := range v {
		if k[1] == "some" {
			kinds = append(kinds, k[0])
		}
	}
	slices.Sort(kinds)
	return kinds
}

func chanceFeeling(chance *rand.Rand, j int, now time.Time, kinds, rules []string) feeling.Kept {
	x := samantha.Unit(0.05 + 0.95*chance.Float64())
	f := samantha.Feeling{
		Emotion: samantha.Emotion(kinds[chance.IntN(len(kinds))]), Intensity: x, Shown: x,
		HalfLife: 0.5 + 20*chance.Float64(), Rule: rules[chance.IntN(len(rules))],
	}
	if chance.IntN(3) == 0 {
		f.Shown, f.Display = samantha.Unit(x*chance.Float64()*0.9), "we have not known each other long"
	}
	at := now.Add(-time.Duration(chance.IntN(1200)) * time.Minute)
	return feeling.Kept{ID: samantha.NewID(uint64(j+9)).Part("felt", 1), At: at, Feeling: f}
}

func speak(t *testing.T, words samantha.Speaker, m samantha.Move, seed uint64, at time.Time) string {
	t.Helper()
	moment := samantha.Moment{ID: "b2b2", Seed: seed, At: at, Intent: samantha.Intent{Moves: []samantha.Move{m}, Tone: samantha.TonePlain}, Days: 40}
	var clauses []string
	for c, err := range words.Speak(context.Background(), moment) {
		if err != nil {
			t.Fatal(err)
		}
		clauses = append(clauses, c.Text)
	}
	return strings.ToLower(strings.Join(clauses, " "))
}

// contradicts holds an answer against the record.
func contradicts(s *situation, v vocabulary, m samantha.Move, text string) error {
	now := s.state.Heart.Now(s.now)
	if m.Act == samantha.DoHidden {
		now = s.state.Heart.Felt // what she held back, as it was when it arose
	}
	emotion, strength := m.Slots["emotion"], m.Slots["strength"]
	word, kinds := s.rooms.heart.Asked(s.text)
	has := func(k feeling.Kept) bool { return k.Intensity >= 0.05 && slices.Contains(kinds, k.Emotion) }
	if has := slices.ContainsFunc(now, has); m.Slots["not"] != "" && has || word != "" && !has && m.Slots["not"] == "" {
		return fmt.Errorf("asked whether she is %s, she says so wrongly", word)
	}
	if emotion == "" {
		loud := func(k feeling.Kept) bool { return k.Intensity >= 0.05 }
		held := func(k feeling.Kept) bool { return k.Shown < k.Intensity }
		if m.Act == samantha.DoHidden && slices.ContainsFunc(now, held) || m.Act != samantha.DoHidden && slices.ContainsFunc(now, loud) {
			return fmt.Errorf("she names nothing, and there is something")
		}
		return nil
	}
	k := now[slices.IndexFunc(now, func(k feeling.Kept) bool { return string(k.ID) == m.Slots["felt"] })]
	if string(k.Emotion) != emotion || feeling.Strength(k.Intensity) != strength {
		return fmt.Errorf("the slots are not the record's")
	}
	if m.Act != samantha.DoHidden && m.Act != samantha.DoWhyFeel && !has(k) && k.ID != now[0].ID {
		return fmt.Errorf("she names a weaker feeling")
	}
	if m.Act == samantha.DoHidden && k.Shown >= k.Intensity {
		return fmt.Errorf("she did show it")
	}
	rest := text // without the causes, which are the rules' own words
	for _, slot := range []string{"because", "other", "rule"} {
		rest = strings.ReplaceAll(rest, strings.ToLower(m.Slots[slot]), "")
	}
	if not := m.Slots["not"]; not != "" {
		rest = strings.ReplaceAll(rest, "not "+not, "")
	}
	named := v.says(rest, emotion, strength)
	if m.Slots["one"] != "" {
		named = named || strings.Contains(rest, m.Slots["one"]) && strings.Contains(rest, m.Slots["two"])
	}
	if !named && m.Act != samantha.DoWhyFeel {
		return fmt.Errorf("she does not name %s, %s", emotion, strength)
	}
	return opposed(s.rooms.heart, v, m, rest)
}

// letters are the words of a text with a space around each.
func letters(text string) string {
	return " " + strings.Join(strings.FieldsFunc(text, func(r rune) bool { return r != '\'' && (r < 'a' || r > 'z') }), " ") + " "
}

// opposed: she names no feeling of the other direction, unless it is in the
// record beside the first.
func opposed(h *feeling.Heart, v vocabulary, m samantha.Move, text string) error {
	text = letters(text)
	own := strings.Join(v[[2]string{m.Slots["emotion"], m.Slots["strength"]}], " ")
	for key, phrases := range v {
		if key[1] != "some" || h.Bright(samantha.Emotion(key[0])) == h.Bright(samantha.Emotion(m.Slots["emotion"])) {
			continue
		}
		for _, p := range phrases {
			p = strings.ToLower(p)
			if len(p) > 3 && strings.Contains(text, letters(p)) && !strings.Contains(own, p) && !strings.Contains(m.Slots["one"]+m.Slots["two"], p) {
				return fmt.Errorf("she names %s, which points the other way", key[0])
			}
		}
	}
	return nil
}
