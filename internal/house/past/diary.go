package past

import (
	"bufio"
	_ "embed"
	"fmt"
	"io"
	"iter"
	"path"
	"regexp"
	"strings"
	"time"
	"unicode/utf8"

	"samantha"
)

//go:embed dates.txt
var dateForms string

// diary is a reading of one file, page by page: a page begins with a line that
// is a date, and holds until the next.
type diary struct {
	file  string
	heads heads
	at    time.Time
	day   bool
	under string
	lines []string // of the paragraph being read
	front bool     // inside Markdown's front matter
}

// longest is how long a paragraph may be, in bytes; a file that goes on longer
// is no diary.
const longest = 1 << 20

// readDiary reads paragraphs under the dates that head them.
func readDiary(r io.Reader, file string, zone *time.Location) iter.Seq2[Piece, error] {
	return func(yield func(Piece, error) bool) {
		d := &diary{file: file, heads: newHeads(zone)}
		d.date(strings.TrimSuffix(path.Base(file), path.Ext(file)))
		lines := bufio.NewScanner(r)
		lines.Buffer(make([]byte, 0, 64<<10), longest)
		for n := 0; lines.Scan(); n++ {
			line := strings.TrimSpace(strings.TrimPrefix(lines.Text(), "\ufeff"))
			if !utf8.ValidString(line) || strings.ContainsRune(line, 0) {
				yield(Piece{}, fmt.Errorf("line %d is no text: %w", n+1, samantha.ErrInvalid))
				return
			}
			if p, ok := d.line(line, n == 0); ok && !yield(p, nil) {
				return
			}
		}
		if p, ok := d.paragraph(); ok && !yield(p, nil) {
			return
		}
		if err := lines.Err(); err != nil {
			yield(Piece{}, fmt.Errorf("a line is too long to be a diary's: %w", samantha.ErrInvalid))
		}
	}
}

// line takes one line in; a paragraph that it ends comes back.
func (d *diary) line(line string, first bool) (Piece, bool) {
	switch {
	case line == "---" && (first || d.front):
		d.front = !d.front
		return Piece{}, false
	case d.front:
		if key, value, ok := strings.Cut(line, ":"); ok && strings.EqualFold(strings.TrimSpace(key), "date") {
			d.date(value)
		}
		return Piece{}, false
	case line == "":
		return d.paragraph()
	}
	heading := strings.TrimSpace(strings.TrimLeft(line, "#"))
	if heading == "" {
		return Piece{}, false
	}
	marked := len(heading) < len(line) && strings.HasPrefix(line, "#")
	if len(d.lines) > 0 && !marked {
		d.lines = append(d.lines, line)
		return Piece{}, false
	}
	p, ok := d.paragraph()
	switch {
	case d.date(heading):
		d.under = ""
	case marked:
		d.under = heading
	default:
		d.lines = append(d.lines, line)
	}
	return p, ok
}

// paragraph is what was gathered since the last one.
func (d *diary) paragraph() (Piece, bool) {
	if len(d.lines) == 0 {
		return Piece{}, false
	}
	p := Piece{At: d.at, Day: d.day, By: Person, Text: strings.Join(d.lines, "\n"), Under: d.under, File: d.file}
	d.lines = nil
	return p, true
}

// heads reads the dates at the head of a page.
type heads struct {
	weekday, ordinal, hour *regexp.Regexp
	forms                  []string
	zone                   *time.Location // of a time that names none
}

func newHeads(zone *time.Location) heads {
	h := heads{
		weekday: regexp.MustCompile(`(?i)^(mon|tues?|wed(nes)?|thu(rs)?|fri|sat(ur)?|sun)(day)?\.?,?\s+`),
		ordinal: regexp.MustCompile(`(?i)\b(\d{1,2})(st|nd|rd|th)\b`),
		hour:    regexp.MustCompile(`(?i)[T,\s]+(at\s+)?(\d{1,2}):(\d{2})(:\d{2})?\s*(am|pm)?(Z|[+-]\d{2}:\d{2})?$`),
		zone:    zone,
	}
	for _, line := range samantha.Lines("dates.txt", dateForms) {
		if line.Text != "" {
			h.forms = append(h.forms, line.Text)
		}
	}
	return h
}

// read gives the time that a line is, if it is a date and nothing else; day:
// only the day is known.
func (h heads) read(line string) (at time.Time, day, ok bool) {
	line = strings.Trim(strings.TrimSpace(line), `"'*_:`)
	if at, err := time.Parse(time.RFC3339, line); err == nil {
		return at.UTC(), false, true
	}
	clock := h.hour.FindStringSubmatch(line)
	if clock != nil {
		line = strings.TrimSuffix(line, clock[0])
	}
	line = h.ordinal.ReplaceAllString(h.weekday.ReplaceAllString(line, ""), "$1")
	for _, form := range h.forms {
		at, err := time.ParseInLocation(form, line, h.zone)
		if err != nil {
			continue
		}
		if clock == nil {
			return at.Add(12 * time.Hour).UTC(), true, true // noon: the same day in most zones
		}
		return at.Add(ofDay(clock[2], clock[3], clock[5])).UTC(), false, true
	}
	return time.Time{}, false, false
}

// date takes a line for the head of a page if it is one.
func (d *diary) date(line string) bool {
	at, day, ok := d.heads.read(line)
	if ok {
		d.at, d.day = at, day
	}
	return ok
}

// ofDay is the time since midnight of an hour as it is written.
func ofDay(hours, minutes, half string) time.Duration {
	var h, m int
	_, _ = fmt.Sscan(hours, &h)
	_, _ = fmt.Sscan(minutes, &m)
	switch strings.ToLower(half) {
	case "pm":
		h = h%12 + 12
	case "am":
		h %= 12
	}
	return time.Duration(h)*time.Hour + time.Duration(m)*time.Minute
}
