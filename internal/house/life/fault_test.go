package life_test

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"syscall"
	"testing"
	"time"

	"samantha"
	"samantha/internal/house/life"
	"samantha/internal/house/life/faultdisk"
	"samantha/internal/house/life/logtest"
)

// TestFaults lets a failing disk and the power play against a life: whatever
// was acknowledged is there afterwards, once, and the log is whole.
func TestFaults(t *testing.T) {
	rounds := 400
	if testing.Short() {
		rounds = 100
	}
	var sum tally
	for seed := range uint64(rounds) {
		t.Run(fmt.Sprint("seed ", seed), func(t *testing.T) {
			s := newStruggle(t, seed)
			for range 25 {
				s.step()
			}
			s.crash()
			sum.add(s.tally)
		})
	}
	t.Logf("%d rounds: %+v", rounds, sum)
	if sum.acked == 0 || sum.refused == 0 || sum.crashes == 0 || sum.forgot == 0 {
		t.Errorf("the rounds tried too little: %+v", sum)
	}
}

// tally counts what the rounds tried.
type tally struct{ acked, refused, crashes, forgot, survived int }

func (t *tally) add(o tally) {
	t.acked += o.acked
	t.refused += o.refused
	t.crashes += o.crashes
	t.forgot += o.forgot
	t.survived += o.survived
}

// struggle is one life on one failing disk.
type struggle struct {
	t    *testing.T
	rng  *rand.Rand
	disk *faultdisk.Disk
	log  *life.Log
	tally

	want   []logtest.Line       // acknowledged, and what the last crash let survive besides
	tried  map[string]bool      // texts that were given to Append and never acknowledged
	asked  map[samantha.ID]bool // to be forgotten, whether acknowledged or not
	n      int                  // texts made so far
	unsure bool                 // the last forgetting failed: its tombstone may be there
}

func newStruggle(t *testing.T, seed uint64) *struggle {
	s := &struggle{
		t: t, rng: rand.New(rand.NewPCG(seed, 1)), disk: faultdisk.New(seed),
		tried: map[string]bool{}, asked: map[samantha.ID]bool{},
	}
	s.open()
	return s
}

func (s *struggle) options() life.Options {
	return life.Options{Dir: "/life", HouseKey: [32]byte{1}, Disk: s.disk}
}

func (s *struggle) open() {
	s.t.Helper()
	l, err := life.Open(context.Background(), s.options())
	if err != nil {
		s.t.Fatalf("open: %v", err)
	}
	s.log = l
}

func (s *struggle) step() {
	switch p := s.rng.IntN(100); {
	case p < 50:
		s.append()
	case p < 65:
		s.fail()
	case p < 75:
		s.forget()
	case p < 85:
		s.keep()
	case p < 93:
		s.disk.Heal()
		s.check()
	default:
		s.crash()
	}
}

// fail breaks the disk for a while.
func (s *struggle) fail() {
	pass, fail := s.rng.IntN(12), 1+s.rng.IntN(4)
	switch s.rng.IntN(4) {
	case 0:
		s.disk.Fail(faultdisk.Write, pass, fail, syscall.EIO)
	case 1:
		s.disk.Fail(faultdisk.Sync, pass/3, fail, syscall.EIO)
	case 2:
		s.disk.Fail(faultdisk.Write, pass, -1, syscall.ENOSPC)
	case 3:
		s.disk.Fill(int64(s.rng.IntN(30000)))
	}
}

// append appends a moment, and tries the same once more if it fails.
func (s *struggle) append() {
	at := logtest.Start().Add(time.Duration(s.n) * time.Second)
	var drafts []samantha.Draft
	for range 1 + s.rng.IntN(3) {
		s.n++
		drafts = append(drafts, logtest.Heard(at, fmt.Sprintf("words %d", s.n)))
	}
	if len(s.want) > 0 {
		about := s.want[s.rng.IntN(len(s.want))].ID
		s.n++
		drafts = append(drafts, logtest.Dreamed(at, fmt.Sprintf("dream %d", s.n), about))
	}
	for range 2 {
		events, err := s.log.Append(context.Background(), drafts...)
		if err == nil {
			s.acknowledge(events)
			return
		}
		if !errors.Is(err, samantha.ErrUnsaved) {
			s.t.Fatalf("append failed and not for the disk: %v", err)
		}
		s.refused++
		for _, d := range drafts {
			s.tried[logtest.Text(d.Body)] = true
		}
		if s.rng.IntN(2) == 0 {
			s.disk.Heal()
		}
	}
}

func (s *struggle) acknowledge(events []samantha.Event) {
	for _, e := range events {
		if seq := uint64(len(s.want) + 1); e.Seq == seq+1 && s.unsure {
			s.want = append(s.want, logtest.Line{ID: samantha.NewID(seq)})
		}
		s.unsure = false
		s.acked++
		s.want = append(s.want, logtest.Line{ID: e.ID, Text: logtest.Text(e.Body)})
		delete(s.tried, logtest.Text(e.Body))
	}
}

func (s *struggle) forget() {
	if len(s.want) == 0 {
		return
	}
	id := s.want[s.rng.IntN(len(s.want))].ID
	s.asked[id] = true
	gone, err := s.log.Forget(context.Background(), logtest.Start(), id)
	if s.unsure = err != nil; s.unsure {
		return // it may have come to a tombstone or not
	}
	s.forgot++
	for _, id := range gone {
		s.asked[id] = true
		e, err := s.log.Find(context.Background(), id)
		if err == nil && !e.Forgotten {
			s.t.Fatalf("%s was forgotten and has words", id)
		}
	}
	s.look(false)
}

func (s *struggle) keep() {
	seq, _ := s.log.Last()
	s.log.Keep(context.Background(), 1, seq, []byte("a state")) // may fail: it costs time only
}

// crash cuts the power, and opens the life on the healed disk.
func (s *struggle) crash() {
	s.crashes++
	s.disk.Crash()
	s.log.Close() // of no effect on the disk: its files are dead
	s.disk.Heal()
	s.open()
	s.look(true)
	s.verify()
	s.check()
}

// look takes the tombstones in, and after a crash what it let survive: only
// texts that were tried, and after everything acknowledged.
func (s *struggle) look(crashed bool) {
	events, err := logtest.Collect(s.log, uint64(len(s.want)))
	if err != nil && !crashed {
		return // the disk still fails
	}
	if err != nil {
		s.t.Fatalf("read after a crash: %v", err)
	}
	for _, e := range events {
		_, tomb := e.Body.(*samantha.Forgot)
		if !tomb && !s.tried[logtest.Text(e.Body)] {
			s.t.Fatalf("event %d, %q, was never given to the log, or is there twice", e.Seq, logtest.Text(e.Body))
		}
		if !tomb {
			s.survived++
			delete(s.tried, logtest.Text(e.Body))
		}
		s.want = append(s.want, logtest.Line{ID: e.ID, Text: logtest.Text(e.Body)})
	}
}

// check holds the log against what was acknowledged.
func (s *struggle) check() {
	s.look(false)
	events, err := logtest.Collect(s.log, 0)
	if err != nil {
		s.t.Fatalf("read on a whole disk: %v", err)
	}
	if len(events) != len(s.want) {
		s.t.Fatalf("%d events, want %d", len(events), len(s.want))
	}
	for i, e := range events {
		want := s.want[i]
		if e.Seq != uint64(i+1) || e.ID != want.ID {
			s.t.Fatalf("event %d is %d %s, want %s", i+1, e.Seq, e.ID, want.ID)
		}
		if e.Forgotten && !s.mayBeGone(e) || !e.Forgotten && logtest.Text(e.Body) != want.Text {
			s.t.Fatalf("event %d says %q (forgotten %v), want %q", e.Seq, logtest.Text(e.Body), e.Forgotten, want.Text)
		}
	}
}

// mayBeGone reports whether somebody asked to forget the event or its sources.
func (s *struggle) mayBeGone(e samantha.Event) bool {
	if s.asked[e.ID] {
		return true
	}
	if slices.ContainsFunc(e.Body.From(), func(id samantha.ID) bool { return s.asked[id] }) {
		s.asked[e.ID] = true
		return true
	}
	return false
}

func (s *struggle) verify() {
	if r, err := s.log.Verify(context.Background(), logtest.Fold()); err != nil {
		s.t.Fatalf("verify: %v (%+v), notes %q", err, r, s.log.Notes())
	}
}

// TestFullDisk keeps reading on a disk without room, says that nothing is
// saved, and takes the same drafts when there is room.
func TestFullDisk(t *testing.T) {
	disk := faultdisk.New(1)
	l := open(t, life.Options{Dir: "/life", Disk: disk})
	for i := range 5 {
		logtest.Append(t, l, logtest.Heard(logtest.Start(), fmt.Sprint(i)))
	}
	disk.Fill(0)
	refused := 0
	for i := range 40 { // there may be room in files that are there already
		if _, err := l.Append(context.Background(), logtest.Heard(logtest.Start(), "more")); err != nil {
			if !errors.Is(err, samantha.ErrUnsaved) {
				t.Fatalf("append %d on a full disk: %v", i, err)
			}
			refused++
		}
	}
	if refused == 0 {
		t.Fatal("a full disk took everything")
	}
	events := logtest.All(t, l)
	if len(events) != 45-refused {
		t.Errorf("%d events, %d refused", len(events), refused)
	}
	disk.Heal()
	logtest.Append(t, l, logtest.Heard(logtest.Start(), "at last"))
	if r, err := l.Verify(context.Background(), logtest.Fold()); err != nil || r.Events != len(events)+1 {
		t.Errorf("verify: %+v, %v", r, err)
	}
}
