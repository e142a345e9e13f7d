// Package senses is how she is with one person: all the devices at once.
//
// A [Session] is handed her mind and her life log. Each [Device] (a page in a
// browser) attends it and gets signs: what was heard, what she said, that she
// thinks, that she is otherwise now. What is said flows from the log and from
// nowhere else, so every device shows the same words in the same order,
// whichever process they were said in, and a device that was away says which
// sequence it holds and gets the rest. Only what is in no log goes to the
// devices directly: words off the record, words that wait for a full disk, and
// what passes (thinking, words half recognised).
//
// Nobody waits for a slow device. Each has a reader of the log of its own, which
// waits for its device alone, and a bounded queue; a device that lets its queue
// fill is dropped, comes back, and reads on where it was.
//
//	session := senses.New(senses.Options{Log: log, Mind: mind, Clock: clock, Split: voice.Clauses})
//	device, err := session.Attend(ctx, senses.Arrival{Last: 41, Zone: "Europe/Oslo"})
//	device.Say(senses.Utterance{ID: "page-1", Text: "hello", Ear: senses.EarTyped})
//	sign, err := device.Next(ctx)
package senses

import (
	"context"
	"time"

	"samantha"
)

// Mind is what the senses need of her mind.
type Mind interface {
	// Hear is one moment. The same face id again is answered with the same
	// words and changes nothing.
	Hear(ctx context.Context, u samantha.Utterance, out func(samantha.Clause) error) (samantha.Reply, error)
	// Begin is what she says of herself when somebody comes, if anything.
	Begin(ctx context.Context, zone string, out func(samantha.Clause) error) error
	// Cut notes how much of an answer was heard.
	Cut(ctx context.Context, n samantha.CutNumbers) error
	// Choose notes a choice of the person's; the newest holds.
	Choose(ctx context.Context, choice, value string) error
	// Leave notes that something left the machine.
	Leave(ctx context.Context, left samantha.LeftNumbers) error
	// Now is how she is, and what holds for her.
	Now(ctx context.Context) (Now, error)
}

// Now is how she is, and what holds for her.
type Now struct {
	Person      string // what she calls them, or ""
	Her         string // the name she chose, or ""
	Mood        samantha.Mood
	Simulated   bool   // nobody lived this life: a script did
	Remembering bool   // false: off the record
	Card        string // whom to call, while somebody is in danger; "" else
	Choices     map[string]string
}

// Log is her life log, and where it ends.
type Log interface {
	samantha.Log
	// Last is the sequence and the time of the newest event, or zeros.
	Last() (seq uint64, at time.Time)
}

// Mouth turns a clause into sound.
type Mouth interface {
	// Built reports whether there is a voice at all in this program.
	Built() bool
	// Warm makes her ready, so that her first word comes as quickly as the next.
	Warm(ctx context.Context) error
	// Speak is the clause as a WAV file.
	Speak(ctx context.Context, clause string, m samantha.Manner) ([]byte, error)
	// Sound is one of her sounds without words as a WAV file, see
	// [samantha.SoundBreath]; or [samantha.ErrNotFound].
	Sound(ctx context.Context, name string) ([]byte, error)
}
