// Package bench measures her: the published numbers, one command each.
package bench

import (
	"context"
	"crypto/rand"
	"fmt"
	"hash/fnv"
	"io/fs"
	"os"
	"path"
	"strings"
	"time"

	"samantha"
	"samantha/internal/house"
	"samantha/internal/house/life"
	"samantha/internal/mind"
)

// ScriptsReport is what a folder of .talk scripts gave.
type ScriptsReport struct {
	Scripts int      `json:"scripts"`
	Checks  int      `json:"checks"`
	Failed  []string `json:"failed"` // file:line: what was wanted, what came
}

// String is the report for a person.
func (r ScriptsReport) String() string {
	var b strings.Builder
	for _, f := range r.Failed {
		fmt.Fprintln(&b, f)
	}
	fmt.Fprintf(&b, "%d scripts, %d checks, %d failed\n", r.Scripts, r.Checks, len(r.Failed))
	return b.String()
}

// Scripts runs every .talk script below a folder, each in a house of its own,
// on a clock that the script sets. docs/talk.md has the language of scripts.
func Scripts(ctx context.Context, dir fs.FS, speaker samantha.Speaker) (ScriptsReport, error) {
	report := ScriptsReport{Failed: []string{}}
	rooms, err := mind.Furnish()
	if err != nil {
		return report, err
	}
	err = fs.WalkDir(dir, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || path.Ext(name) != ".talk" {
			return err
		}
		text, err := fs.ReadFile(dir, name)
		if err != nil {
			return err
		}
		report.Scripts++
		return (&stage{name: name, zone: "UTC", speaker: speaker, rooms: rooms, report: &report, clock: &Clock{}}).play(ctx, string(text))
	})
	if err == nil && report.Scripts == 0 {
		err = fmt.Errorf("no .talk script there: %w", samantha.ErrNotFound)
	}
	return report, err
}

// scriptStart is when a script begins that does not say.
const scriptStart = "2026-03-02T19:00:00Z"

// betweenMoments is how far the clock goes from one utterance to the next.
const betweenMoments = 30 * time.Second

// play goes through a script in a house of its own.
func (s *stage) play(ctx context.Context, text string) error {
	var err error
	if s.dir, err = os.MkdirTemp("", "samantha-talk-"); err != nil {
		return err
	}
	defer os.RemoveAll(s.dir)
	if s.clock.now, err = time.Parse(time.RFC3339, scriptStart); err != nil {
		return err
	}
	n := 0
	for line := range strings.Lines(text) {
		n++
		line = strings.TrimSpace(line)
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		s.line = n
		if err := s.step(ctx, line); err != nil {
			s.close(ctx)
			return fmt.Errorf("%s:%d: %w", s.name, n, err)
		}
	}
	return s.close(ctx)
}

// stage is one script on its way.
type stage struct {
	dir, name string
	zone      string // where the person is
	line      int
	speaker   samantha.Speaker
	rooms     *mind.Rooms
	report    *ScriptsReport
	clock     *Clock

	house *house.House
	log   *life.Log
	mind  *mind.Mind
	reply samantha.Reply
}

func (s *stage) step(ctx context.Context, line string) error {
	word, rest, ok := strings.Cut(line, ":")
	for _, step := range []string{"at", "zone"} {
		if arg, is := strings.CutPrefix(line, step+" "); is {
			word, rest, ok = step, arg, true
		}
	}
	rest = strings.TrimSpace(rest)
	if !ok {
		return fmt.Errorf("%q is no step: %w", line, samantha.ErrInvalid)
	}
	switch word {
	case "at":
		return s.clock.set(rest)
	case "zone":
		s.zone = rest
		return nil
	case "person":
		return s.hear(ctx, rest)
	case "do":
		return s.do(ctx, strings.Fields(rest))
	}
	return s.check(ctx, word, rest)
}

func (s *stage) hear(ctx context.Context, text string) error {
	if err := s.wake(ctx); err != nil {
		return err
	}
	s.clock.now = s.clock.now.Add(betweenMoments)
	var err error
	s.reply, err = s.mind.Hear(ctx, samantha.Utterance{Text: text, Origin: samantha.OriginPerson, Zone: s.zone},
		func(samantha.Clause) error { return nil })
	return err
}

// do runs a verb: forget ID (`last` is the moment before), correct ID TEXT
// or --of WHO, restart, begin (a face opens), ring (what is due now rings),
// night, hour, verify, pause,
func (s *stage) do(ctx context.Context, words []string) error {
	if len(words) == 0 {
		return fmt.Errorf("do what? %w", samantha.ErrInvalid)
	}
	if words[0] == "restart" {
		return s.close(ctx)
	}
	if err := s.wake(ctx); err != nil {
		return err
	}
	switch {
	case words[0] == "begin" && len(words) == 1:
		return s.unasked(func(out func(samantha.Clause) error) error { return s.mind.Begin(ctx, s.zone, out) })
	case words[0] == "night" && len(words) == 1:
		_, err := s.mind.Night(ctx)
		return err
	case words[0] == "hour" && len(words) == 1:
		_, err := s.mind.Hour(ctx)
		return err
	case words[0] == "ring" && len(words) == 1:
		return s.unasked(func(out func(samantha.Clause) error) error { return s.mind.Ring(ctx, out) })
	case words[0] == "verify" && len(words) == 1:
		_, err := s.log.Verify(ctx, mind.Fold())
		return err
	case (words[0] == "pause" || words[0] == "resume") && len(words) == 1:
		_, err := s.mind.Remember(ctx, words[0] == "resume")
		return err
	case words[0] == "forget" && len(words) == 2:
		id, err := s.id(words[1])
		if err == nil {
			_, err = s.mind.Forget(ctx, id)
		}
		return err
	case words[0] == "correct" && len(words) == 4 && words[2] == "--of":
		id, err := s.id(words[1])
		if err == nil {
			_, err = s.mind.Rehome(ctx, id, words[3])
		}
		return err
	case words[0] == "correct" && len(words) > 2:
		id, err := s.id(words[1])
		if err == nil {
			_, err = s.mind.Correct(ctx, id, strings.Join(words[2:], " "))
		}
		return err
	}
	return fmt.Errorf("do: %s: %w", strings.Join(words, " "), samantha.ErrInvalid)
}

// unasked has her speak first; the checks that follow look at that.
func (s *stage) unasked(speak func(out func(samantha.Clause) error) error) error {
	var said []string
	err := speak(func(c samantha.Clause) error {
		said = append(said, c.Text)
		return nil
	})
	s.reply = samantha.Reply{ID: s.reply.ID, Text: strings.Join(said, " ")}
	return err
}

func (s *stage) id(word string) (samantha.ID, error) {
	if part, ok := strings.CutPrefix(word, "last"); ok {
		return samantha.ParseID(string(s.reply.ID) + part)
	}
	return samantha.ParseID(word)
}

// told are the tellings of all chapters that hold now.
func (s *stage) told(ctx context.Context) (string, error) {
	if err := s.wake(ctx); err != nil {
		return "", err
	}
	story, err := s.mind.Story(ctx)
	var all strings.Builder
	for _, c := range story.Chapters {
		for _, sentence := range c.Hers[len(c.Hers)-1].Sentences {
			all.WriteString(strings.ToLower(sentence.Text) + " ")
		}
	}
	return all.String(), err
}

// wake opens the house if it sleeps.
func (s *stage) wake(ctx context.Context) error {
	if s.mind != nil {
		return nil
	}
	var err error
	if s.house, err = house.Open(ctx, s.dir, 0, rand.Reader); err != nil {
		return err
	}
	person, err := s.house.Person("")
	if err != nil {
		return err
	}
	if s.log, err = s.house.Life(ctx, person); err != nil {
		return err
	}
	seed := fnv.New64a()
	fmt.Fprint(seed, path.Base(s.name))
	s.mind, err = mind.Open(ctx, mind.Options{
		Log: s.log, Speaker: s.speaker, Clock: s.clock, Seed: seed.Sum64(), Zone: "UTC", Version: "script", Rooms: s.rooms,
	})
	return err
}

// close lets her sleep; the next step wakes her again.
func (s *stage) close(ctx context.Context) error {
	if s.mind == nil {
		return nil
	}
	err := s.mind.Close(ctx)
	if e := s.log.Close(); err == nil {
		err = e
	}
	if e := s.house.Close(); err == nil {
		err = e
	}
	s.mind, s.log, s.house = nil, nil, nil
	return err
}

// Clock stands until it is set.
type Clock struct{ now time.Time }

// Now is where it stands.
func (c *Clock) Now() time.Time { return c.now }

// After never fires: nothing is timed in a script.
func (c *Clock) After(time.Duration) <-chan time.Time { return nil }

// set takes a time (RFC 3339) or a step forward such as +26h.
func (c *Clock) set(to string) error {
	if by, ok := strings.CutPrefix(to, "+"); ok {
		d, err := time.ParseDuration(by)
		if err != nil {
			return fmt.Errorf("at +%s: %w", by, samantha.ErrInvalid)
		}
		c.now = c.now.Add(d)
		return nil
	}
	at, err := time.Parse(time.RFC3339, to)
	if err != nil {
		return fmt.Errorf("at wants a time such as 2026-03-01T20:00:00Z, or +26h: %w", samantha.ErrInvalid)
	}
	c.now = at
	return nil
}
