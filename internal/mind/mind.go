// Package mind is one virtual person. Something is said to her, and she hears
// what was meant, reads how it was meant, recalls, feels, intends and speaks:
// each step in a room of its own, in the order of [Mind.Hear].
//
// The rooms are pure; what they need of the world this package hands them: the
// clock, the log, the speaker. Every decision is appended to her life log
// before anybody hears of it, and her state is nothing but the fold of that
// log. Moments of one mind follow one another; many minds do not wait for each
// other.
package mind

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"samantha"
	"samantha/internal/mind/asked"
	"samantha/internal/mind/bond"
	"samantha/internal/mind/care"
	"samantha/internal/mind/dream"
	"samantha/internal/mind/errand"
	"samantha/internal/mind/feeling"
	"samantha/internal/mind/hearing"
	"samantha/internal/mind/letter"
	"samantha/internal/mind/memory"
	"samantha/internal/mind/self"
	"samantha/internal/mind/shelf"
	"samantha/internal/mind/twenty"
	"samantha/internal/mind/wording"
)

// Options are what a mind is given.
type Options struct {
	Log     samantha.Log
	Speaker samantha.Speaker
	Clock   samantha.Clock
	Seed    uint64 // for a mind not yet born; ignored after
	Zone    string // IANA name, where she is born
	Version string // of the program
	// Simulated is the end of a life that a script lives with her, for a mind not
	// yet born; ignored after. Zero: a real life.
	Simulated time.Time
	// Rooms may be shared by several minds; nil furnishes them for this one.
	Rooms *Rooms
	// Stopwatch measures how long things take. It enters the log only where she
	// was much slower than is her way; nil measures nothing.
	Stopwatch func() time.Time
}

// Mind is one virtual person, awake.
type Mind struct {
	log     samantha.Log
	speaker samantha.Speaker
	clock   samantha.Clock
	rooms   *Rooms

	stopwatch func() time.Time

	turn     chan struct{} // holds one token: moments follow one another
	stirred  chan struct{} // something was heard that may have to ring
	state    *State
	index    *memory.Index
	looked   map[samantha.Task]uint64 // up to these sequences nothing is left for a language model to read
	solitude solitude                 // what gives way to talk

	matters *memory.Matters // what the story is of, as far as she looked at it
	lived   lived           // the last two weeks, as far as a night looked at them
	earlier *reheard        // earlier tellings as they are heard again
	partial bool            // the index holds the newest memories only
	unsaved []unsaved       // folded and not yet in the log
	aside   *aside          // what she has in mind off the record; nil: she remembers
	masked  bool            // the state had words taken out and was not folded anew yet
	// forgettings counts them, so that views read beside the talk notice one.
	forgettings int
	prefix      prefixed
	refolding   bool      // after a forgetting, beside the talk; it takes in those that follow
	recounted   uint64    // the sequence up to which the story was looked at
	houred      time.Time // when an hour last passed
	body        body
	work        *background
}

// Rooms are the pure rooms, each with its language read. They never change.
type Rooms struct {
	ear      *hearing.Ear
	heart    *feeling.Heart
	guard    *care.Guard
	lore     *memory.Lore
	reader   *asked.Reader
	names    *self.Names
	becoming *self.Becoming
	desk     *errand.Room
	eye      *shelf.Eye
	letters  *letter.Room
	wording  *wording.Room
	dreams   *dream.Room
	twenty   *twenty.Room
	bond     *bond.Room
	why      *explanations
	assumes  []assumption // what her plans take for granted
}

// How many of the newest memories are at hand at once after opening; the rest
// follows beside the talk.
const atHand = 5000

// Open wakes a mind: it folds her log, from the newest snapshot if there is
// one, bears her if the log is empty, and answers whatever a crash left
// unanswered.
func Open(ctx context.Context, o Options) (*Mind, error) {
	if o.Rooms == nil {
		rooms, err := Furnish()
		if err != nil {
			return nil, err
		}
		o.Rooms = rooms
	}
	m := &Mind{
		log: o.Log, speaker: o.Speaker, clock: o.Clock, rooms: o.Rooms,
		turn: make(chan struct{}, 1), stirred: make(chan struct{}, 1), state: &State{}, index: o.Rooms.lore.Index(), matters: o.Rooms.lore.Matters(), earlier: newReheard(o.Rooms.ear),
		looked: map[samantha.Task]uint64{},
		work:   newBackground(), stopwatch: o.Stopwatch,
	}
	if m.stopwatch == nil {
		m.stopwatch = func() time.Time { return time.Time{} }
	}
	m.turn <- struct{}{}
	m.houred = m.clock.Now() // an hour has to pass before it has passed
	if err := m.wake(ctx, o); err != nil {
		m.work.stop()
		return nil, fmt.Errorf("wake: %w", err)
	}
	return m, nil
}

// Furnish reads the language of every room. An error names file and line.
func Furnish() (*Rooms, error) {
	r := &Rooms{}
	return r, errors.Join(
		put(&r.ear, hearing.New),
		put(&r.heart, feeling.New),
		put(&r.guard, care.New),
		put(&r.lore, memory.New),
		put(&r.reader, asked.New),
		put(&r.names, self.New),
		put(&r.becoming, self.NewBecoming),
		put(&r.desk, errand.New),
		put(&r.bond, bond.New),
		put(&r.dreams, dream.New),
		put(&r.twenty, twenty.New),
		put(&r.eye, shelf.New),
		put(&r.letters, letter.New),
		put(&r.wording, wording.New),
		put(&r.why, readExplanations),
		put(&r.assumes, readAssumptions),
	)
}

// Mood is the mood of a state at a time.
func (r *Rooms) Mood(s *State, at time.Time) samantha.Mood { return r.heart.MoodAt(s.Heart, at) }

// Bond is how the two stand at a time.
func (r *Rooms) Bond(s *State, at time.Time) samantha.Bond { return r.bond.At(s.Bond, at) }

// put puts what is made where it belongs.
func put[T any](room *T, made func() (T, error)) (err error) {
	*room, err = made()
	return err
}

func (m *Mind) wake(ctx context.Context, o Options) error {
	if err := m.foldLog(ctx); err != nil {
		return err
	}
	m.stepAside()
	m.body = body{version: o.Version, last: m.state.At, woke: m.clock.Now(), cut: m.state.Unfinished != ""}
	if m.state.Seq == 0 {
		return m.born(ctx, o)
	}
	if err := m.loadNewest(ctx); err != nil {
		return err
	}
	if m.state.Unfinished != "" {
		if _, err := m.finish(ctx, m.state.Unfinished); err != nil {
			return fmt.Errorf("answer %s: %w", m.state.Unfinished, err)
		}
	}
	return nil
}

// foldLog makes the state: the newest snapshot, and every event after it.
func (m *Mind) foldLog(ctx context.Context) error {
	if kept, ok := m.log.(samantha.Snapshots); ok {
		_, data, err := kept.Snapshot(ctx, foldVersion)
		if err != nil {
			return fmt.Errorf("snapshot: %w", err)
		}
		if data != nil && json.Unmarshal(data, m.state) != nil {
			m.state = &State{} // a snapshot may be thrown away at any time
		}
	}
	for e, err := range m.log.Read(ctx, m.state.Seq) {
		if err != nil {
			return err
		}
		m.state.Apply(e)
	}
	return nil
}

// loadNewest puts the newest memories at hand, and lets the rest follow.
func (m *Mind) loadNewest(ctx context.Context) error {
	var after uint64
	if m.state.Seq > atHand {
		after = m.state.Seq - atHand
	}
	index, err := m.load(ctx, after)
	if err != nil {
		return err
	}
	m.index, m.partial = index, after > 0
	if m.partial {
		m.work.start(m.loadAll)
	}
	return nil
}

func (m *Mind) born(ctx context.Context, o Options) error {
	_, err := m.append(ctx, samantha.Draft{
		At: m.clock.Now(), Origin: samantha.OriginHouse,
		Body: &samantha.Born{Numbers: samantha.BornNumbers{Seed: o.Seed, Zone: o.Zone, Version: o.Version, Simulated: o.Simulated}},
	})
	return err
}

// Close puts a snapshot by and ends what runs beside the talk; a refold that was
// under way is finished first. The log stays open; it belongs to whoever opened
// it.
func (m *Mind) Close(ctx context.Context) error {
	m.work.stop()
	if m.isMasked(ctx) {
		m.refold(ctx)
	}
	if err := m.take(ctx); err != nil {
		return err
	}
	defer m.give()
	if err := m.saveUnsaved(ctx); err != nil {
		return err
	}
	return m.keepSnapshot(ctx)
}

func (m *Mind) isMasked(ctx context.Context) bool {
	if m.take(ctx) != nil {
		return false
	}
	defer m.give()
	return m.masked
}

// keepSnapshot puts the state by, so that the next opening is quick. A state
// that is not the fold of the log (masked, or ahead of the disk) is not kept.
func (m *Mind) keepSnapshot(ctx context.Context) error {
	kept, ok := m.log.(samantha.Snapshots)
	if !ok || m.state.Seq == 0 || m.masked || len(m.unsaved) > 0 {
		return nil
	}
	if seq, err := kept.SnapshotSeq(ctx, foldVersion); err == nil && seq == m.state.Seq {
		return nil
	}
	data, err := m.state.MarshalBinary()
	if err != nil {
		return fmt.Errorf("snapshot: %w", err)
	}
	return kept.Keep(ctx, foldVersion, m.state.Seq, data)
}

// take waits for the moment before to end; give lets the next one begin.
func (m *Mind) take(ctx context.Context) error {
	if err := ctx.Err(); err != nil {
		return err // also when it is her turn: the choice below is by chance
	}
	select {
	case <-m.turn:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

func (m *Mind) give() { m.turn <- struct{}{} }

// snapshotEvery is how many events may pass before a snapshot is put by.
const snapshotEvery = 512

// idle is how long nothing must have been said before a snapshot is put by.
const idle = 20 * time.Second

// Live owns everything timed in her until ctx ends: what she was asked to ring
// for; and when the talk has paused she tells the story on, if it is over, has a
// night or an hour pass, and puts a snapshot by.
func (m *Mind) Live(ctx context.Context) {
	var kept uint64
	for m.take(ctx) == nil {
		m.body.breathe(m.clock.Now(), idle)
		_ = m.ring(ctx, unheard) // what could not be said is due still; faces read the log
		resting := m.clock.Now().Sub(m.state.LastAt) >= idle
		// What the log would not give now it is asked for at the next pause.
		_ = m.recount(ctx)
		_ = m.endAside(ctx)
		_ = m.passAlone(ctx)
		if resting && !m.masked && m.state.Seq >= kept+snapshotEvery && m.keepSnapshot(ctx) == nil {
			kept = m.state.Seq
		}
		wait := m.untilNext(idle)
		m.settle()
		m.give()
		select {
		case <-ctx.Done():
			return
		case <-m.stirred:
		case <-m.clock.After(wait):
		}
	}
}

// passAlone has a night pass, if one is due, and, once an hour, an hour.
func (m *Mind) passAlone(ctx context.Context) error {
	if err := m.passNight(ctx); err != nil {
		return err
	}
	now := m.clock.Now()
	if now.Sub(m.houred) < time.Hour {
		return nil
	}
	m.houred = now
	_, err := m.passHour(ctx)
	return err
}
