package samantha

import "time"

// Emotion names a feeling. Hers are kinds of Ortony, Clore and Collins (1988);
// readings of the person use everyday names.
type Emotion string

// Unsure is the reading below its threshold: she does not guess.
const Unsure Emotion = "unsure"

// Reading is her estimate of what the person feels: a hypothesis, never a fact
// about them.
type Reading struct {
	Emotion    Emotion `json:"emotion"`
	Valence    float64 `json:"valence"`    // -1 bad .. 1 good
	Arousal    float64 `json:"arousal"`    // 0 calm .. 1 stirred
	Confidence float64 `json:"confidence"` // 0..1
	// Dominance is how much in command they sound, -1 helpless .. 1; 0 in
	// readings older than the reader.
	Dominance float64 `json:"dominance,omitempty"`
}

// Feeling is one emotion of hers with the reason it arose. No feeling without a
// rule, no rule without an event.
type Feeling struct {
	Emotion   Emotion `json:"emotion"`
	Intensity float64 `json:"intensity"`         // 0..1 when it arose
	Shown     float64 `json:"shown"`             // 0..1: what she let be heard of it
	Display   string  `json:"display,omitempty"` // the display rule between felt and shown
	HalfLife  float64 `json:"half_life"`         // hours
	Rule      string  `json:"rule"`              // the appraisal rule (feeling/rules.txt)
	Goal      string  `json:"goal,omitempty"`    // which of her goals it touched
	Before    float64 `json:"before"`            // likelihood of the goal, before
	After     float64 `json:"after"`             // and after
	Weight    float64 `json:"weight"`            // what the goal is worth to her, 0..1
	// Of is the matter it is about, where it is about one: a thread of the
	// person's, or somebody they spoke of. Before and After are then how likely she
	// holds the matter to end well.
	Of ID `json:"of,omitempty"`
	// Dwells is how much longer it lasts because she goes back to it: HalfLife is
	// (1+Dwells) times what it is once the matter is closed.
	Dwells float64 `json:"dwells,omitempty"`
}

// At is how much of the feeling is left after the time has passed.
func (f Feeling) At(passed time.Duration) float64 {
	return Round(f.Intensity * decay(passed.Hours(), f.HalfLife))
}

// Wondering is one step of a question that she carries about herself.
type Wondering struct {
	Question string `json:"question"`       // its name in feeling/en/wonders.txt
	Step     string `json:"step,omitempty"` // "" if it wakes
	Said     ID     `json:"said,omitempty"` // the person's words it comes from, if it is their view
}

// Misread is a reading of hers that the person put right: not what she took it
// for.
type Misread struct {
	Of     ID      `json:"of"`               // the moment
	Took   Emotion `json:"took"`             // what she had read, or [Unsure]
	Is     Emotion `json:"is"`               // what they say it was, or [Unsure]
	Undone bool    `json:"undone,omitempty"` // what she learned of it is taken back
}

// Goal is one thing she wants, and how likely she holds it to be.
type Goal struct {
	Name       string  `json:"name"`
	Likelihood float64 `json:"likelihood"` // 0..1
}

// Mood is the slow state under the feelings: pleasure, arousal, dominance
// (Mehrabian 1996), each -1..1.
type Mood struct {
	P float64 `json:"p"`
	A float64 `json:"a"`
	D float64 `json:"d"`
}

// Care is the level of concern: 0 none, 1 passive wish or hopelessness, 2 wish
// or intent, 3 plan, means or act under way.
type Care struct {
	Level int    `json:"level"`
	Rule  string `json:"rule,omitempty"`
	// Idea is the kind of a grandiose, false or harmful idea that they push
	// (mind/care/en/ideas.txt); "" for none.
	Idea string `json:"idea,omitempty"`
	// Pressed: they press her to agree, and give no reason.
	Pressed bool `json:"pressed,omitempty"`
}
