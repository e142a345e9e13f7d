package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"runtime"
	"time"

	"samantha"
	"samantha/internal/house"
	"samantha/internal/mind"
	"samantha/internal/senses/voice"
)

func doctorVerb() verb {
	return verb{
		name: "doctor", says: "how she is, as a program: what is well, what was mended, what to do",
		run: func(ctx context.Context, c *call, a *app) error {
			d, err := examine(ctx, c, a)
			if errors.Is(err, samantha.ErrInvalid) {
				return err
			}
			return d.report(c, err)
		},
		unwell: func(c *call, why error) error { return diagnosed(c.home).report(c, why) },
	}
}

// diagnosis is what the doctor found.
type diagnosis struct {
	Version string      `json:"version"`
	Machine string      `json:"machine"`
	House   string      `json:"house"`
	Person  string      `json:"person,omitempty"`
	Locked  bool        `json:"passphrase"`     // one is set
	Mind    *mind.About `json:"mind,omitempty"` // unsaved counts moments
	Clock   string      `json:"clock"`
	Speaker string      `json:"speaker,omitempty"`
	Model   *modelDoc   `json:"model,omitempty"`
	Voice   string      `json:"voice"`
	Notes   []string    `json:"notes"`            // repaired or noticed
	Broken  string      `json:"broken,omitempty"` // what cannot be opened, and why
	Well    bool        `json:"well"`
}

// clockRight is what doctor says of a clock that is not behind.
const clockRight = "right"

func diagnosed(home string) diagnosis {
	return diagnosis{
		Version: version, Machine: runtime.GOOS + "/" + runtime.GOARCH, House: home,
		Locked: house.Wrapped(home), Clock: clockRight, Voice: aboutVoice(), Notes: []string{},
	}
}

// aboutVoice is what doctor says of her mouth.
func aboutVoice() string {
	if voice.Built() {
		return "flite slt, in the program"
	}
	return "none: this build was made without npm, so she writes and does not speak"
}

// examine goes as far as it can: what was found until an error stays found.
func examine(ctx context.Context, c *call, a *app) (diagnosis, error) {
	d := diagnosed(a.house.Dir())
	d.Speaker = a.words.Name()
	d.Notes = append(d.Notes, a.house.Notes()...)
	r, err := a.open(ctx, c.as)
	if err != nil {
		return d, err
	}
	d.Person = r.person.Name
	if _, last := r.log.Last(); r.clock.Now().Before(last) {
		d.Clock = fmt.Sprintf("behind: the last thing happened at %s; until then her own time counts on from there. Set the machine's clock.", last.Format(time.RFC3339))
	}
	err = d.look(ctx, c, a)
	d.Notes = append(d.Notes, r.log.Notes()...)
	return d, err
}

// look wakes the mind and asks how it is.
func (d *diagnosis) look(ctx context.Context, c *call, a *app) error {
	r, err := a.mind(ctx, c.as)
	if err != nil {
		return err
	}
	about, err := r.mind.About(ctx)
	if err != nil {
		return err
	}
	d.Mind = &about
	if about.Unsaved, err = r.mind.Unsaved(ctx); err != nil {
		return err
	}
	s, err := r.modelState(ctx)
	if err != nil {
		return err
	}
	now, err := r.aboutModel(ctx, s)
	d.Model = &now
	return err
}

// report prints the diagnosis; what is broken is also the verb's error.
func (d diagnosis) report(c *call, broken error) error {
	if broken != nil {
		d.Broken = plainly(broken)
	}
	d.Well = broken == nil && d.Clock == clockRight && len(d.Notes) == 0 && d.Mind.Unsaved == 0
	return errors.Join(broken, c.print(d, func(out io.Writer) { d.plain(c, out) }))
}

func (d diagnosis) plain(c *call, w io.Writer) {
	fmt.Fprintf(w, "samantha %s on %s, house %s\n", d.Version, d.Machine, d.House)
	if d.Person != "" {
		fmt.Fprintf(w, "person %s\n", d.Person)
	}
	if m := d.Mind; m != nil {
		fmt.Fprintf(w, "born %s; %d events, %d moments, %d memories at hand, %d facts\n", c.stamp(m.Born), m.Events, m.Moments, m.Memories, m.Facts)
	}
	if m := d.Mind; m != nil {
		if question := c.ageQuestion(m.Age); question != "" {
			fmt.Fprintln(w, question)
		}
	}
	fmt.Fprintf(w, "clock %s\n", d.Clock)
	if d.Locked {
		fmt.Fprintln(w, "a passphrase is set; it is asked for when she wakes")
	} else {
		fmt.Fprintln(w, "no passphrase is set; whoever can read this disk can read her")
	}
	if d.Speaker != "" {
		fmt.Fprintf(w, "words %s\n", d.Speaker)
	}
	if d.Model != nil {
		fmt.Fprintln(w, "model", d.Model)
	}
	fmt.Fprintln(w, "what left this machine: samantha left")
	fmt.Fprintf(w, "voice %s\n", d.Voice)
	for _, n := range d.Notes {
		fmt.Fprintln(w, "noticed:", n)
	}
	if d.Mind != nil && d.Mind.Unsaved > 0 {
		fmt.Fprintf(w, "not saved: %d moments; make room on the disk before she sleeps\n", d.Mind.Unsaved)
	}
	if d.Broken != "" {
		fmt.Fprintf(w, "cannot be opened: %s\n", d.Broken)
	}
	if d.Well {
		fmt.Fprintln(w, "all well; samantha verify reads every event again")
	}
}
