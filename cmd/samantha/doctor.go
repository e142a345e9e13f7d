package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"runtime"
	"time"

	"samantha/internal/mind"
)

func doctorVerb() verb {
	return verb{
		name: "doctor", says: "how she is, as a program: what is well, what was mended, what to do",
		run: func(ctx context.Context, c *call, a *app) error {
			r, err := a.mind(ctx, c.as)
			if err != nil {
				return err
			}
			d, err := examine(ctx, a, r)
			if err != nil {
				return err
			}
			return c.print(d, d.plain)
		},
	}
}

// diagnosis is what the doctor found.
type diagnosis struct {
	Version string     `json:"version"`
	Machine string     `json:"machine"`
	House   string     `json:"house"`
	Person  string     `json:"person"`
	Mind    mind.About `json:"mind"`
	Clock   string     `json:"clock"`
	Speaker string     `json:"speaker"`
	Notes   []string   `json:"notes"` // repaired or noticed
}

// clockRight is what doctor says of a clock that is not behind.
const clockRight = "right"

func examine(ctx context.Context, a *app, r *resident) (diagnosis, error) {
	about, err := r.mind.About(ctx)
	d := diagnosis{
		Version: version, Machine: runtime.GOOS + "/" + runtime.GOARCH, House: a.house.Dir(),
		Person: r.person.Name, Mind: about, Clock: clockRight, Speaker: a.speaker.Name(),
		Notes: append(append([]string{}, a.house.Notes()...), r.log.Notes()...),
	}
	if _, last := r.log.Last(); r.clock.Now().Before(last) {
		d.Clock = fmt.Sprintf("behind: the last thing happened at %s; until then time stands still for her. Set the machine's clock.", last.Format(time.RFC3339))
	}
	return d, err
}

func (d diagnosis) plain(w io.Writer) {
	fmt.Fprintf(w, "samantha %s on %s, house %s, person %s\n", d.Version, d.Machine, d.House, d.Person)
	m := d.Mind
	fmt.Fprintf(w, "born %s; %d events, %d moments, %d memories at hand, %d facts\n", stamp(m.Born), m.Events, m.Moments, m.Memories, m.Facts)
	fmt.Fprintf(w, "clock %s\nwords %s; no language model yet\nnothing has left this machine\n", d.Clock, d.Speaker)
	for _, n := range d.Notes {
		fmt.Fprintln(w, "noticed:", n)
	}
	if m.Unsaved > 0 {
		fmt.Fprintf(w, "not saved: %d moments; make room on the disk before she sleeps\n", m.Unsaved)
	}
	if len(d.Notes) == 0 && m.Unsaved == 0 && d.Clock == clockRight {
		fmt.Fprintln(w, "all well; samantha verify reads every event again")
	}
}

func pid() int { return os.Getpid() }
