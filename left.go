package samantha

// Left is something that left the machine: where to, what, how much, and by
// which choice of the person's. Normally there is none in a whole life.
type Left struct {
	Numbers LeftNumbers
}

// LeftNumbers tell of it without repeating it.
type LeftNumbers struct {
	To      string  `json:"to"`                // who received it, as a person would name them
	What    string  `json:"what"`              // "sound", "words", "a look whether it is there", "requests for NAME"
	Seconds float64 `json:"seconds,omitempty"` // of sound, about
	Bytes   int     `json:"bytes,omitempty"`   // of words or requests; 0: not known yet
	Choice  string  `json:"choice"`            // the [Chose] that allowed it
}

// Kind is [KindLeft].
func (*Left) Kind() Kind { return KindLeft }

// From is empty: no words are repeated here.
func (*Left) From() []ID { return nil }

// Halves of a leaving: no words.
func (l *Left) Halves() (words, numbers any) { return &none{}, &l.Numbers }

// Chose is one choice of the person's about how she may live with them: what
// may leave the machine, which voice she has, which language model she may ask. The newest one holds.
type Chose struct {
	Numbers ChoseNumbers
}

// ChoseNumbers are the choice and its value.
type ChoseNumbers struct {
	Choice string `json:"choice"` // one of the Choice constants
	Value  string `json:"value"`  // ChoiceYes, ChoiceNo, or a name
}

// The choices a person can make.
const (
	// ChoiceRecogniser: the browser's own recogniser may be used, and the sound
	// may go to its maker.
	ChoiceRecogniser = "recogniser"
	// ChoiceSound: she may be heard; the person touched the line. It says no more
	// than that a voice has been heard at all.
	ChoiceSound = "sound"
	// ChoiceVoice: the voice she speaks with: [VoiceBox], or the name of one of
	// the device's own.
	ChoiceVoice = "voice"
	// ChoiceRemoteVoice: a voice of the device's that is made elsewhere may be
	// used, and her words may go to its maker.
	ChoiceRemoteVoice = "voice.remote"
	// ChoiceQuiet: the hours of the night, in which no thought of hers passes and
	// after which a night is late: "22-7" if nothing was chosen.
	ChoiceQuiet = "quiet"
	// ChoiceDownload: what may be fetched from elsewhere, and from whom: "ID from HOST".
	ChoiceDownload = "download"
	// ChoiceModel: the language model she may ask: [ModelHere], [ModelOff], or an
	// endpoint as JSON, without any key.
	ChoiceModel = "model"
	// ChoiceRemoteModel: the host, with its port, of a language model that is not on
	// this machine, to which what is said may go; [ChoiceNo] is none.
	ChoiceRemoteModel = "model.remote"
	// ChoiceNightModel: the host, with its port, of one that may also go over what was
	// told, at night; [ChoiceNo] is none.
	ChoiceNightModel = "model.night"
	// ChoiceDaily: how many minutes of talk a day the person wants at most, and
	// ChoiceBed: from what hour on none, as "23:30"; [ChoiceNo] is no bound. What is
	// looser than what holds, holds from the next day on.
	ChoiceDaily = "bound.daily"
	ChoiceBed   = "bound.bed"
	// ChoiceCompass: [ChoiceNo] if she is not to turn towards people of theirs unasked.
	ChoiceCompass = "compass"
	// ChoiceAge: whether the person is under age, as whoever owns the house says:
	// [AgeAdult] or [AgeYoung]. Nothing said in talk and no page changes it.
	ChoiceAge = "age"
)

// Values of the choice of an age.
const (
	AgeAdult = "adult"
	AgeYoung = "young"
)

// Values of a choice that is a yes or a no, and the voice in the box.
const (
	ChoiceYes = "yes"
	ChoiceNo  = "no"
	VoiceBox  = "box"
	ModelHere = "here" // whichever is found on this machine; so it is if nothing was chosen
	ModelOff  = "off"  // none
)

// Kind is [KindChose].
func (*Chose) Kind() Kind { return KindChose }

// From is empty: no words were used.
func (*Chose) From() []ID { return nil }

// Halves of a choice: no words.
func (c *Chose) Halves() (words, numbers any) { return &none{}, &c.Numbers }
