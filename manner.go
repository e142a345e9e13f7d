package samantha

// Manner is how an answer sounds: what she shows, as pace and pitch. The zero
// value is her plain voice.
type Manner struct {
	Pace  float64 `json:"pace,omitempty"`  // -1 slow .. 1 quick
	Pitch float64 `json:"pitch,omitempty"` // -1 low .. 1 high
	Lilt  float64 `json:"lilt,omitempty"`  // -1 flat .. 1 lively
	Gain  float64 `json:"gain,omitempty"`  // -1 soft .. 1 full
	// Sound is what she does before the first word: [SoundBreath],
	// [SoundLaugh], [SoundHum], or nothing.
	Sound string `json:"sound,omitempty"`
}

// Sounds of her own that are no words.
const (
	SoundBreath = "breath"
	SoundLaugh  = "laugh"
	SoundHum    = "hum"
)
