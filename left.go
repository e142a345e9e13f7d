package samantha

// Left is something that left the machine: where to, what, how much, and by
// which choice of the person's. Normally there is none in a whole life.
type Left struct {
	Numbers LeftNumbers
}

// LeftNumbers tell of it without repeating it.
type LeftNumbers struct {
	To      string  `json:"to"`                // who received it, as a person would name them
	Address string  `json:"address,omitempty"` // where it went, as IP and port; "": not known yet, or only to the browser that sent it
	What    string  `json:"what"`              // "sound", "words", "a look whether it is there", "requests for NAME"
	Seconds float64 `json:"seconds,omitempty"` // of sound, about
	Bytes   int     `json:"bytes,omitempty"`   // of words or requests; 0: not known yet
	Why     string  `json:"why,omitempty"`     // one of the Why constants; "": not noted, as in older logs
	In      int     `json:"in,omitempty"`      // tokens that a language model read, as it counts or about
	Out     int     `json:"out,omitempty"`     // and wrote
	Choice  string  `json:"choice"`            // the [Chose] that allowed it
}

// Why something left the machine.
const (
	WhyRecognise = "recognise" // to have what was spoken turned into text
	WhyVoice     = "voice"     // to have her words spoken
	WhyTry       = "try"       // to see whether a model answers, with no word of the person's
	WhyLook      = "look"      // to see whether a model is there still, with no word of the person's
	WhyAnswer    = "answer"    // to have a model word an answer of hers
	WhyNight     = "night"     // to have a model go over what was told, at night
	WhyExamine   = "examine"   // to have a model examined, on what she knows
	WhyFetch     = "fetch"     // to ask for a file
)

// Reason is why it left: as noted, or, in a log that is older than the note, as the choice
// tells; "" if neither does.
func (l LeftNumbers) Reason() string {
	if l.Why != "" {
		return l.Why
	}
	switch l.Choice {
	case ChoiceRecogniser:
		return WhyRecognise
	case ChoiceRemoteVoice:
		return WhyVoice
	case ChoiceDownload:
		return WhyFetch
	}
	return ""
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
	// ChoiceBudget: how many tokens a day a language model elsewhere may read and write
	// together, and what a million of them cost: "50000", or "50000 3 15" with the price
	// of those it reads and of those it writes; [ChoiceNo] is no bound.
	ChoiceBudget = "model.budget"
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
	// ChoiceTogether: [ChoiceYes] if the time with her is shown on the page Us. It is off
	// until the person asks for it.
	ChoiceTogether = "together"
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
