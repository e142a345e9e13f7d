package bench

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"time"

	"samantha"
	"samantha/internal/house/life"
)

// LogOptions say what [Log] measures.
type LogOptions struct {
	Dir   string        // an empty folder on the disk to measure; the lives are left in it
	Sizes []int         // events in each life
	Fold  samantha.Fold // what the events are folded into
}

// LogReport is what a life log can do on this machine, by its size in events.
type LogReport struct {
	Sizes map[string]LogSize `json:"sizes"`
}

// String is the report for a person.
func (r LogReport) String() string {
	var b strings.Builder
	fmt.Fprintln(&b, "  events   append p50 / p99   bare fsync   ratio    replay      view    open   bytes")
	sizes := slices.SortedFunc(maps.Keys(r.Sizes), func(a, b string) int { return len(a) - len(b) })
	for _, n := range sizes {
		z := r.Sizes[n]
		fmt.Fprintf(&b, "%8s   %6.2f / %5.2f ms   %7.2f ms   %5.2f   %6.0f/s %8.0f/s   %3.0f ms   %5.0f\n", n,
			z.AppendMS.P50, z.AppendMS.P99, z.BareFsyncMS, z.Ratio, z.ReplayPerS, z.ViewPerS, z.OpenMS, z.BytesPerEvent)
	}
	return b.String()
}

// LogSize are the figures of one life.
type LogSize struct {
	AppendMS      Spread  `json:"append_ms"`       // one event, acknowledged
	BareFsyncMS   float64 `json:"bare_fsync_ms"`   // median: as many bytes written and synced, in turns with the appends
	Ratio         float64 `json:"ratio"`           // of the two medians
	ReplayPerS    float64 `json:"replay_per_s"`    // events read from disk, opened and folded
	ViewPerS      float64 `json:"view_per_s"`      // decoded events folded
	OpenMS        float64 `json:"open_ms"`         //
	BytesPerEvent float64 `json:"bytes_per_event"` // of all files of the life
}

// Spread is the middle and the end of many measurements.
type Spread struct {
	P50 float64 `json:"p50"`
	P99 float64 `json:"p99"`
}

const (
	singleAppends = 1000   // timed one by one
	fillBatch     = 1000   // events in one append while filling
	viewEvents    = 100000 // held decoded at once, at most
	viewPasses    = 5      // of which the middle one counts
)

// Log fills a life of each size in batches, then times single appends, each in
// turn with a bare write and sync of as many bytes in the same folder, an open,
// a replay from disk, and the fold alone.
func Log(ctx context.Context, o LogOptions) (LogReport, error) {
	report := LogReport{Sizes: map[string]LogSize{}}
	for _, n := range o.Sizes {
		name := strconv.Itoa(n)
		size, err := logSize(ctx, filepath.Join(o.Dir, name), n, o.Fold)
		if err != nil {
			return report, fmt.Errorf("bench log: %s events: %w", name, err)
		}
		report.Sizes[name] = size
	}
	return report, nil
}

func logSize(ctx context.Context, dir string, n int, fold samantha.Fold) (size LogSize, err error) {
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return size, err
	}
	disk, err := newWALDisk()
	if err != nil {
		return size, err
	}
	o := life.Options{Dir: dir, HouseKey: [32]byte{1}, Disk: disk}
	if err := fill(ctx, o, n); err != nil {
		return size, fmt.Errorf("fill: %w", err)
	}
	if err := size.measureAppends(ctx, o, disk); err != nil {
		return size, fmt.Errorf("append: %w", err)
	}
	if size.BytesPerEvent, err = bytesPerEvent(dir, n+singleAppends); err != nil {
		return size, err
	}
	if err := size.measureReading(ctx, o, fold); err != nil {
		return size, fmt.Errorf("replay: %w", err)
	}
	return size, nil
}

// fill appends n events in batches.
func fill(ctx context.Context, o life.Options, n int) (err error) {
	log, err := life.Open(ctx, o)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, log.Close()) }()
	for seq := 1; seq <= n; seq += fillBatch {
		var drafts []samantha.Draft
		for i := seq; i < min(seq+fillBatch, n+1); i++ {
			drafts = append(drafts, sampleDraft(uint64(i)))
		}
		if _, err := log.Append(ctx, drafts...); err != nil {
			return err
		}
	}
	return nil
}

// measureAppends times single appends against bare writes.
func (s *LogSize) measureAppends(ctx context.Context, o life.Options, disk *walDisk) (err error) {
	log, err := life.Open(ctx, o)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, log.Close()) }()
	bare, err := newBareFile(filepath.Join(o.Dir, "bare"))
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, bare.close()) }()
	var appends, syncs []time.Duration
	last, _ := log.Last()
	for i := range uint64(singleAppends) {
		draft := sampleDraft(last + 1 + i)
		disk.reset()
		start := time.Now()
		if _, err := log.Append(ctx, draft); err != nil {
			return err
		}
		appends = append(appends, time.Since(start))
		took, err := bare.write(disk.span())
		if err != nil {
			return err
		}
		syncs = append(syncs, took)
	}
	s.AppendMS = spread(appends)
	s.BareFsyncMS = spread(syncs).P50
	s.Ratio = s.AppendMS.P50 / s.BareFsyncMS
	return nil
}

// spread are the percentiles in milliseconds.
func spread(d []time.Duration) Spread {
	slices.Sort(d)
	at := func(p int) float64 { return d[(len(d)-1)*p/100].Seconds() * 1000 }
	return Spread{P50: at(50), P99: at(99)}
}

// measureReading times the open, the replay from disk, and the fold alone.
func (s *LogSize) measureReading(ctx context.Context, o life.Options, fold samantha.Fold) (err error) {
	start := time.Now()
	log, err := life.Open(ctx, o)
	if err != nil {
		return err
	}
	s.OpenMS = time.Since(start).Seconds() * 1000
	defer func() { err = errors.Join(err, log.Close()) }()

	state, n := fold.Zero(), 0
	start = time.Now()
	for e, err := range log.Read(ctx, 0) {
		if err != nil {
			return err
		}
		state.Apply(e)
		n++
	}
	s.ReplayPerS = float64(n) / time.Since(start).Seconds()
	s.ViewPerS, err = viewRate(ctx, log, fold)
	return err
}

// viewRate folds events that are decoded already, and takes the middle of some passes.
func viewRate(ctx context.Context, log samantha.Log, fold samantha.Fold) (float64, error) {
	var events []samantha.Event
	for e, err := range log.Read(ctx, 0) {
		if err != nil {
			return 0, err
		}
		if events = append(events, e); len(events) == viewEvents {
			break
		}
	}
	var rates []float64
	for range viewPasses {
		rates = append(rates, foldRate(events, fold.Zero()))
	}
	slices.Sort(rates)
	return rates[viewPasses/2], nil
}

// foldRate is how many events a second one state takes.
func foldRate(events []samantha.Event, state samantha.State) float64 {
	runtime.GC() // what reading left behind is not the fold's
	start := time.Now()
	for _, e := range events {
		state.Apply(e)
	}
	return float64(len(events)) / time.Since(start).Seconds()
}

// bytesPerEvent is the size of the life's files, shared out.
func bytesPerEvent(dir string, events int) (float64, error) {
	var sum int64
	err := filepath.WalkDir(dir, func(_ string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		info, err := d.Info()
		if err == nil {
			sum += info.Size()
		}
		return err
	})
	return float64(sum) / float64(events), err
}
