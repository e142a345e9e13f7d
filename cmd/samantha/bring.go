package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"samantha"
	"samantha/internal/house/past"
	"samantha/internal/mind"
)

func bringVerb() verb {
	return verb{
		name: "bring", args: "PATH", says: "take in a past: a diary, or talks with another assistant", least: 1, most: 1,
		more: "  PATH is a file or a folder: diaries as text or Markdown, with lines that are\n" +
			"  dates, or the export of ChatGPT (the zip, or its conversations.json). Each\n" +
			"  paragraph or message keeps its own time. What she has already is passed over,\n" +
			"  so it can be stopped and run again. --dry-run tells what is there; --undo\n" +
			"  forgets every piece of PATH again.",
		flags: []string{"dry-run", "undo"},
		ready: func(_ context.Context, c *call) (err error) {
			if c.args[0], err = filepath.Abs(c.args[0]); err != nil {
				return err
			}
			if _, err := os.Stat(c.args[0]); err != nil {
				return fmt.Errorf("bring: %w: %w", err, samantha.ErrNotFound)
			}
			return nil
		},
		run: runBring,
	}
}

// brought is what `bring` tells of.
type brought struct {
	Path      string    `json:"path"`
	Pieces    int       `json:"pieces"`    // found
	New       int       `json:"new"`       // kept now, or to be kept
	Gone      int       `json:"gone"`      // forgotten now, by --undo
	Forgotten int       `json:"forgotten"` // she was asked to forget once; they stay so
	Dated     int       `json:"dated"`     // have a time of their own
	First     time.Time `json:"first,omitzero"`
	Last      time.Time `json:"last,omitzero"`
	Faults    []string  `json:"faults,omitempty"` // files that could not be read
}

// bringBatch is how many pieces are made durable together.
const bringBatch = 200

func runBring(ctx context.Context, c *call, a *app) error {
	r, err := a.mind(ctx, c.as)
	if err != nil {
		return err
	}
	zone, err := time.LoadLocation(c.zone)
	if err != nil {
		zone = time.UTC
	}
	b := &bringing{call: c, mind: r.mind, told: brought{Path: c.args[0]}}
	if err := b.all(ctx, zone); err != nil {
		return fmt.Errorf("%w (%d new pieces are kept; run it again to go on)", err, b.told.New)
	}
	if b.told.Pieces == 0 && len(b.told.Faults) > 0 {
		return fmt.Errorf("nothing could be read: %s: %w", b.told.Faults[0], samantha.ErrInvalid)
	}
	return c.print(b.told, b.told.write)
}

// bringing is one run of `bring`.
type bringing struct {
	call  *call
	mind  *mind.Mind
	told  brought
	batch []mind.Piece
}

func (b *bringing) all(ctx context.Context, zone *time.Location) error {
	dir, err := folder(b.call.args[0])
	if err != nil {
		return err
	}
	for p, err := range past.Read(dir, zone) {
		if err := ctx.Err(); err != nil {
			return err
		}
		if err != nil {
			b.told.Faults = append(b.told.Faults, err.Error())
			continue
		}
		b.count(p)
		if b.batch = append(b.batch, piece(p)); len(b.batch) == bringBatch {
			if err := b.flush(ctx); err != nil {
				return err
			}
		}
	}
	return b.flush(ctx)
}

// flush makes a batch durable, forgets it, or only looks.
func (b *bringing) flush(ctx context.Context) error {
	batch := b.batch
	b.batch = nil
	switch {
	case len(batch) == 0 || b.call.dryRun:
		return nil
	case b.call.undo:
		var marks []string
		for _, p := range batch {
			marks = append(marks, p.Numbers.Mark)
		}
		n, err := b.mind.TakeBack(ctx, marks)
		b.told.Gone += n
		return err
	}
	t, err := b.mind.Bring(ctx, batch)
	b.told.New += t.New
	b.told.Forgotten += t.Forgotten
	if !b.call.json {
		fmt.Fprintf(b.call.errs, "%d read, %d new\n", b.told.Pieces, b.told.New)
	}
	return err
}

func (b *bringing) count(p past.Piece) {
	b.told.Pieces++
	if p.At.IsZero() {
		return
	}
	b.told.Dated++
	if b.told.First.IsZero() || p.At.Before(b.told.First) {
		b.told.First = p.At
	}
	if p.At.After(b.told.Last) {
		b.told.Last = p.At
	}
}

// piece is a piece of a past as her mind takes it in.
func piece(p past.Piece) mind.Piece {
	by := samantha.OriginFile
	if p.By == past.Assistant {
		by = samantha.OriginModel
	}
	return mind.Piece{By: by, Brought: samantha.Brought{
		Words:   samantha.BroughtWords{Text: p.Text, Under: p.Under, File: p.File},
		Numbers: samantha.BroughtNumbers{Written: p.At, Day: p.Day, Mark: p.Mark()},
	}}
}

// folder is what PATH names: a folder, or the one file as a folder of one.
func folder(path string) (fs.FS, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, err
	}
	if info.IsDir() {
		return os.DirFS(path), nil
	}
	if !past.Readable(path) {
		return nil, fmt.Errorf("%s: want text, Markdown, or an export of ChatGPT: %w", filepath.Base(path), samantha.ErrInvalid)
	}
	return oneFile{os.DirFS(filepath.Dir(path)), filepath.Base(path)}, nil
}

// oneFile is a folder of which only one file is seen.
type oneFile struct {
	fs.FS
	name string
}

// ReadDir lists the one file.
func (o oneFile) ReadDir(dir string) ([]fs.DirEntry, error) {
	info, err := fs.Stat(o.FS, o.name)
	if err != nil || dir != "." {
		return nil, errors.Join(err, fs.ErrNotExist)
	}
	return []fs.DirEntry{fs.FileInfoToDirEntry(info)}, nil
}

func (b brought) write(out io.Writer) {
	span := ""
	if b.Dated > 0 {
		span = fmt.Sprintf(", from %s to %s", b.First.Format("2 January 2006"), b.Last.Format("2 January 2006"))
	}
	fmt.Fprintf(out, "%d pieces%s; %d have no date of their own.\n", b.Pieces, span, b.Pieces-b.Dated)
	switch {
	case b.Gone > 0:
		fmt.Fprintf(out, "%d of them she has forgotten again.\n", b.Gone)
	case b.New > 0:
		fmt.Fprintf(out, "%d are new to her, and hers now.\n", b.New)
	default:
		fmt.Fprintln(out, "Nothing was changed.")
	}
	if b.Forgotten > 0 {
		fmt.Fprintf(out, "%d she was asked to forget, and they stay forgotten.\n", b.Forgotten)
	}
	for _, f := range b.Faults {
		fmt.Fprintf(out, "not read: %s\n", f)
	}
}
