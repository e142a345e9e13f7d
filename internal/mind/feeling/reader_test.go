package feeling

import (
	"errors"
	"hash/fnv"
	"strings"
	"testing"

	"samantha"
	"samantha/internal/mind/linear"

	"pgregory.net/rapid"
)

// The sentences of VADER's own documentation, with its scores.
func TestTone(t *testing.T) {
	tone, err := NewTone()
	if err != nil {
		t.Fatal(err)
	}
	for text, want := range map[string]float64{
		"VADER is smart, handsome, and funny.":                                                0.8316,
		"VADER is smart, handsome, and funny!":                                                0.8439,
		"VADER is very smart, handsome, and funny.":                                           0.8545,
		"VADER is VERY SMART, handsome, and FUNNY.":                                           0.9227,
		"VADER is VERY SMART, handsome, and FUNNY!!!":                                         0.9342,
		"VADER is VERY SMART, uber handsome, and FRIGGIN FUNNY!!!":                            0.9469,
		"VADER is not smart, handsome, nor funny.":                                            -0.7424,
		"The book was good.":                                                                  0.4404,
		"At least it isn't a horrible book.":                                                  0.4310,
		"The book was only kind of good.":                                                     0.3832,
		"The plot was good, but the characters are uncompelling and the dialog is not great.": -0.7042,
		"Today SUX!": -0.5461,
		"Today only kinda sux! But I'll get by, lol": 0.5249,
		"Make sure you :) or :D today!":              0.8633,
		"Not bad at all":                             0.4310,
		"the meeting moved to Tuesday":               0,
		"":                                           0,
	} {
		if got := tone.Of(text); !near(got, want, 5e-5) {
			t.Errorf("%q: %.4f, want %.4f", text, got, want)
		}
	}
}

// The weights are of no use to marks that are cut or hashed otherwise: whoever
// changes this trains the reader again.
func TestMarksAreThoseOfTheWeights(t *testing.T) {
	tone, err := NewTone()
	if err != nil {
		t.Fatal(err)
	}
	h := fnv.New64a()
	for _, text := range []string{"", "I'm not happy about it!", "Don’t. Really? 42 times 😭", "naïve café, no"} {
		for _, m := range tone.Marks(text) {
			if m >= linear.Width {
				t.Fatalf("%q: mark %d", text, m)
			}
			h.Write([]byte{byte(m), byte(m >> 8), ';'})
		}
	}
	if got := h.Sum64(); got != 0x7e24d0966592aff5 {
		t.Errorf("marks hash to %#x", got)
	}
}

func TestTokens(t *testing.T) {
	for text, want := range map[string]string{
		"I'm NOT happy... really?!": "i'm|not|happy|...|really|?!",
		"it’s 5pm, ok 😭😭":           "it's|5|pm|,|ok|😭|😭",
		"  ":                        "",
	} {
		if got := strings.Join(tokens(text), "|"); got != want {
			t.Errorf("%q: %s, want %s", text, got, want)
		}
	}
}

func TestSense(t *testing.T) {
	r := newHeart(t).Reader()
	name := func(text string) string {
		s := r.Sense(text)
		best := 0
		for i, p := range s.Labels {
			if p > s.Labels[best] {
				best = i
			}
		}
		return r.Names()[best]
	}
	for text, want := range map[string]string{
		"thank you so much for all of this":          "gratitude",
		"lol that cracked me up, haha":               "amusement",
		"I love this so much":                        "love",
		"this makes me furious, I hate these people": "anger",
		"what does that mean?":                       "curiosity",
		"the train leaves at nine from platform two": "neutral",
	} {
		if got := name(text); got != want {
			t.Errorf("%q: %s, want %s", text, got, want)
		}
	}
	good, bad := r.Sense("what a wonderful evening with dear friends"), r.Sense("what a miserable evening, everything went wrong")
	if good.Valence < 0.3 || bad.Valence > -0.3 {
		t.Errorf("good %.2f, bad %.2f", good.Valence, bad.Valence)
	}
	if loud := r.Sense("what a miserable evening, everything went wrong!"); loud.Valence >= bad.Valence {
		t.Errorf("an exclamation mark says that there is feeling: %.2f, %.2f", loud.Valence, bad.Valence)
	}
	afraid, proud := r.Sense("I'm so scared and nervous"), r.Sense("I'm so proud of what we did")
	if afraid.Power >= proud.Power || afraid.Arousal <= r.Sense("the chairs are in the hall").Arousal {
		t.Errorf("afraid %+v, proud %+v", afraid, proud)
	}
}

func TestSenseStaysInRange(t *testing.T) {
	r := newHeart(t).Reader()
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.String().Draw(t, "text")
		s := r.Sense(text).After(rapid.Float64Range(-1, 1).Draw(t, "before"))
		for _, x := range []float64{s.Valence, s.Arousal, s.Power} {
			if !(x >= -1 && x <= 1) {
				t.Fatalf("%q: %+v", text, s)
			}
		}
		for _, p := range s.Labels {
			if !(p >= 0 && p <= 1) {
				t.Fatalf("%q: %+v", text, s)
			}
		}
	})
}

// Talk in which nobody says how they feel is not read, whatever the reader
// would make of it alone.
func TestPlainTalkIsNotRead(t *testing.T) {
	h := newHeart(t)
	for _, text := range []string{
		"in the lorry", "Off it.", "prove it", "any advice", "stop doing that", "tell me a joke",
		"i said plover", "I'm going to paint the fence on Saturday", "sorry what did you say", "watched the news",
		"back from the first weekend", "I'm not laughing. I'm holding the other end of it.", "I like Nell.",
		"do you miss me when I'm gone", "they were furious about the bill", "her mother is worried about the cat",
		"would that make you sad?", "the doctor said to come back on Monday", "the new neighbours have a dog and two goats",
		"the bus was late and then it rained", "he wants to know if the shop is open", "it's half past nine",
		"I put the bins out and fed the cat", "can you remind me what we said about the boiler",
	} {
		if got := h.Read(text, samantha.Hearing{}, 0); got.Emotion != samantha.Unsure {
			t.Errorf("%q is read as %v", text, got)
		}
	}
}

// What the lexicon has no word for is read all the same, when it is said at
// some length.
func TestReadBeyondTheLexicon(t *testing.T) {
	h := newHeart(t)
	for text, want := range map[string]samantha.Emotion{
		"you made me laugh so much with that story": "joy",
		"I'd really like to thank him for that":     "gratitude",
	} {
		for _, e := range h.lexicon.words(h.lexicon.split(text)) {
			if e.emotion != "" {
				t.Errorf("%q: the lexicon names %s", text, e.emotion)
			}
		}
		if got := h.Read(text, samantha.Hearing{}, 0); got.Emotion != want {
			t.Errorf("%q: %v, want %s", text, got, want)
		}
	}
}

func TestReadIrony(t *testing.T) {
	h := newHeart(t)
	for _, text := range []string{"so happy to be here again /s", "I'm thrilled 🙄"} {
		if got := h.Read(text, samantha.Hearing{}, 0); got.Emotion != samantha.Unsure || got.Valence >= 0 {
			t.Errorf("%q: %v", text, got)
		}
	}
	if got := h.Read("oh great, the boiler again", samantha.Hearing{}, 0); got.Valence >= 0 {
		t.Errorf("oh great: %v", got)
	}
}

// A bare word after something hard sounds a little of it.
func TestReadAfterSomethingHard(t *testing.T) {
	h := newHeart(t)
	hard, plain := h.Read("yes", samantha.Hearing{}, -0.8), h.Read("yes", samantha.Hearing{}, 0)
	if hard.Valence >= plain.Valence || hard.Emotion != samantha.Unsure {
		t.Errorf("after something hard %v, else %v", hard, plain)
	}
	at := noon()
	s := State{}
	s.Apply(samantha.Event{ID: "a", At: at, Body: &samantha.Heard{Numbers: samantha.HeardNumbers{Reading: samantha.Reading{Valence: -0.8}}}})
	if now, later := s.ToneAt(at), s.ToneAt(at.Add(3*60*60*1e9)); now != -0.8 || later < -0.01 {
		t.Errorf("a tone of %v is %v three hours later", now, later)
	}
}

func TestDecodeRefusesWhatIsNoReader(t *testing.T) {
	whole, err := files.ReadFile("en/reader.bin")
	if err != nil {
		t.Fatal(err)
	}
	labels, err := Labels()
	if err != nil {
		t.Fatal(err)
	}
	l, err := linear.Decode(whole, len(labels)+1)
	if err != nil {
		t.Fatal(err)
	}
	again, err := l.Encode()
	if err != nil || string(again) != string(whole) {
		t.Errorf("encoded again it is another: %v", err)
	}
	for _, data := range [][]byte{nil, whole[1:], append(whole[:len(whole):len(whole)], 0)} {
		if _, err := linear.Decode(data, len(labels)+1); !errors.Is(err, samantha.ErrInvalid) {
			t.Errorf("%d bytes: %v", len(data), err)
		}
	}
}

func TestFelt(t *testing.T) {
	h := newHeart(t)
	for _, c := range []struct {
		name string
		in   Happened
		want samantha.Emotion
	}{
		{"a letter with good news", Happened{"unpleasant": -1, "hindered": -1, "esteem": 1, "able": 1}, "joy"},
		{"a stranger in the dark", Happened{"unpleasant": 1, "chance": 1, "unfair": -1, "immoral": -1, "expected": -1, "able": -0.5}, "fear"},
		{"cheated by a colleague", Happened{"unpleasant": 1, "close": 1, "unfair": 1, "immoral": 1, "hindered": 1, "bond": -1}, "anger"},
		{"a death", Happened{"unpleasant": 1, "chance": 1, "hindered": 1, "able": -1, "immoral": -1}, "sadness"},
		{"cruelty seen on the street", Happened{"unpleasant": 1, "other": 1, "immoral": 1, "unfair": 1, "hindered": -1, "able": 1}, "disgust"},
		{"caught out before others", Happened{"unpleasant": 1, "self": 1, "esteem": -1, "expected": -1, "unfair": -1}, "shame"},
		{"a promise broken", Happened{"unpleasant": 1, "self": 1, "immoral": 1, "able": 1, "expected": 1, "unfair": 1}, "guilt"},
	} {
		if got := h.Felt(c.in); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}

func BenchmarkSense(b *testing.B) {
	r := newHeart(b).Reader()
	text := "honestly it was a long day, I'm so tired and a bit sad, but thank you for asking"
	for b.Loop() {
		r.Sense(text)
	}
}

func BenchmarkNew(b *testing.B) {
	for b.Loop() {
		if _, err := New(); err != nil {
			b.Fatal(err)
		}
	}
}
