package life

import (
	"context"
	"errors"
	"strings"
	"testing"

	"samantha"
	"samantha/internal/house/life/faultdisk"
	"samantha/internal/house/life/logtest"
)

// damaged opens a life of eight events on a disk in memory, all of them in
// mind.db.
func damaged(t *testing.T) (*Log, *faultdisk.Disk, Options) {
	t.Helper()
	disk := faultdisk.New(1)
	o := Options{Dir: "/life", HouseKey: [32]byte{4}, Disk: disk}
	l, err := Open(context.Background(), o)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { l.Close() })
	at := logtest.Start()
	for i := range uint64(4) {
		id := samantha.NewID(2*i + 1)
		logtest.Append(t, l, logtest.Heard(at, "words"), logtest.Said(at, id, "an answer"))
	}
	return l, disk, o
}

func TestVerifyNamesDamage(t *testing.T) {
	for _, test := range []struct {
		name, sql, want string
	}{
		{"a swapped row", `UPDATE event SET seq = 100 WHERE seq = 3; UPDATE event SET seq = 3 WHERE seq = 4;
			UPDATE event SET seq = 4 WHERE seq = 100`, "event 3: damaged"},
		{"a missing row", "DELETE FROM event WHERE seq = 5", "event 5: damaged"},
		{"a missing first row", "DELETE FROM event WHERE seq = 1", "event 1: damaged"},
		{"a cut tail", "DELETE FROM event WHERE seq > 6", "the log ends at 6 and head says 8"},
		{"another time", "UPDATE event SET at = at + 1 WHERE seq = 2", "event 2: damaged"},
		{"another origin", "UPDATE event SET origin = 'mail' WHERE seq = 2", "event 2: damaged"},
		{"another kind", "UPDATE event SET kind = 'sung' WHERE seq = 2", "event 2: damaged"},
		{"another payload", "UPDATE event SET sealed = (SELECT sealed FROM event WHERE seq = 3) WHERE seq = 5", "event 5: damaged"},
		{"another key", "UPDATE event SET key_id = 1 WHERE seq = 2", "event 2: damaged"},
		{"a key that never was", "UPDATE event SET key_id = 4000000 WHERE seq = 2", "keys that were never made"},
		{"a short hash", "UPDATE event SET hash = x'00' WHERE seq = 2", "event 2: damaged"},
		{"a missing link", "DELETE FROM link WHERE src = 4", "event 4: its link"},
		{"a made-up link", "INSERT INTO link VALUES('m7k2', 2)", "links"},
		{"a made-up event", "INSERT INTO event SELECT 9, epoch, 'b2b2', at, kind, origin, key_id, sealed, hash, hash FROM event WHERE seq = 8", "event 9: damaged"},
	} {
		t.Run(test.name, func(t *testing.T) {
			l, _, o := damaged(t)
			if err := l.db.conn.Exec(test.sql); err != nil {
				t.Fatal(err)
			}
			if err := l.Close(); err != nil {
				t.Fatal(err)
			}
			l, err := Open(context.Background(), o)
			if err != nil {
				t.Fatal(err)
			}
			defer l.Close()
			r, err := l.Verify(context.Background(), logtest.Fold())
			if !errors.Is(err, samantha.ErrDamaged) || !strings.Contains(strings.Join(r.Damage, "\n"), test.want) {
				t.Errorf("error %v, damage %q; want %q", err, r.Damage, test.want)
			}
			if r.FoldHash != "" {
				t.Error("a damaged life has a fold hash")
			}
		})
	}
}

func TestVerifyWhole(t *testing.T) {
	ctx := context.Background()
	l, _, _ := damaged(t)
	state := foldState(t, l)
	if err := l.Keep(ctx, logtest.Fold().Version, 8, state); err != nil {
		t.Fatal(err)
	}
	if err := l.Keep(ctx, 99, 8, []byte("of another version")); err != nil {
		t.Fatal(err)
	}
	logtest.Append(t, l, logtest.Heard(logtest.Start(), "after the snapshot"))
	want, err := l.FoldHash(ctx, logtest.Fold())
	if err != nil {
		t.Fatal(err)
	}
	r, err := l.Verify(ctx, logtest.Fold())
	if err != nil || r.Events != 9 || r.Forgotten != 0 || !r.Snapshot || r.FoldHash != want {
		t.Errorf("%+v, %v", r, err)
	}
	if seq, _, err := l.Snapshot(ctx, 99); seq != 0 || err != nil {
		t.Errorf("the snapshot of another version is still there: %d, %v", seq, err)
	}
	if _, err := l.Forget(ctx, logtest.Start(), samantha.NewID(1)); err != nil {
		t.Fatal(err)
	}
	r, err = l.Verify(ctx, logtest.Fold())
	if err != nil || r.Events != 10 || r.Forgotten != 2 || r.Snapshot || r.FoldHash == want {
		t.Errorf("after a forgetting: %+v, %v", r, err)
	}
}

func TestVerifyStaleSnapshot(t *testing.T) {
	ctx := context.Background()
	l, _, _ := damaged(t)
	if err := l.Keep(ctx, logtest.Fold().Version, 8, []byte(`{"lines":[]}`)); err != nil {
		t.Fatal(err)
	}
	r, err := l.Verify(ctx, logtest.Fold())
	if !errors.Is(err, samantha.ErrDamaged) || len(r.Damage) != 1 || !strings.Contains(r.Damage[0], "snapshot at event 8") {
		t.Errorf("%+v, %v", r, err)
	}
}

func foldState(t *testing.T, l *Log) []byte {
	t.Helper()
	s := logtest.Fold().Zero()
	for _, e := range logtest.All(t, l) {
		s.Apply(e)
	}
	b, err := s.MarshalBinary()
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// TestReadStopsAtDamage serves what is whole and then says what is not.
func TestReadStopsAtDamage(t *testing.T) {
	l, _, _ := damaged(t)
	if err := l.db.conn.Exec("UPDATE event SET at = at + 1 WHERE seq = 4"); err != nil {
		t.Fatal(err)
	}
	events, err := logtest.Collect(l, 0)
	if !errors.Is(err, samantha.ErrDamaged) || len(events) != 3 {
		t.Errorf("%d events, %v", len(events), err)
	}
	if _, err := l.Find(context.Background(), samantha.NewID(3).Said()); !errors.Is(err, samantha.ErrDamaged) {
		t.Errorf("Find: %v", err)
	}
}
