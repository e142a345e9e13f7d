package main

import (
	"encoding/json"
	"fmt"
	"io"

	"samantha/internal/words/model/fetch"
)

// teller shows how a download goes: at a terminal as one line that is written anew, else
// as a line now and then, or as events.
type teller struct {
	out   io.Writer
	json  bool
	live  bool
	stood bool   // a live line stands there
	last  string // stage and note
	tenth int64  // of the whole that was told
}

func (c *call) teller() *teller {
	return &teller{out: c.errs, json: c.json, live: isTerminal(c.errs) && !c.still}
}

func (t *teller) tell(p fetch.Progress) {
	switch {
	case t.json:
		text, err := json.Marshal(p)
		if err == nil { // numbers and words always can be
			fmt.Fprintf(t.out, "%s\n", text)
		}
	case p.Stage == fetch.Finished:
	case t.live:
		fmt.Fprintf(t.out, "\r\x1b[K%.79s", downloaded(p))
		t.stood = true
	default:
		tenth := 10 * p.Done / p.Total
		if now := p.Stage + p.Note; now != t.last || tenth != t.tenth {
			t.last, t.tenth = now, tenth
			fmt.Fprintln(t.out, downloaded(p))
		}
	}
}

// end leaves the line behind.
func (t *teller) end() {
	if t.stood {
		fmt.Fprint(t.out, "\r\x1b[K")
	}
}

// downloaded is a progress in words.
func downloaded(p fetch.Progress) string {
	said := fmt.Sprintf("%s  %s of %s, %d %%", p.ID, fetch.Bytes(p.Done), fetch.Bytes(p.Total), 100*p.Done/p.Total)
	switch {
	case p.Stage == fetch.Checking:
		return said + " checked"
	case p.Note != "":
		return said + ": " + p.Note
	case p.Speed > 0:
		return said + fmt.Sprintf(", %s/s, %s left", fetch.Bytes(p.Speed), duration(p.Left))
	}
	return said
}

// duration is a number of seconds as people say it.
func duration(s int64) string {
	switch {
	case s >= 2*3600:
		return fmt.Sprintf("%d h", (s+1800)/3600)
	case s >= 2*60:
		return fmt.Sprintf("%d min", (s+30)/60)
	}
	return fmt.Sprintf("%d s", s)
}
