package past

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"samantha"
)

// show is a piece in one line.
func show(p Piece) string {
	at := "?"
	if !p.At.IsZero() {
		at = p.At.Format("2006-01-02T15:04")
		if p.Day {
			at = p.At.Format("2006-01-02")
		}
	}
	return fmt.Sprintf("%s %s %q", at, p.By, p.Text)
}

func readAll(t *testing.T, dir fstest.MapFS) (pieces []string, faults []error) {
	t.Helper()
	for p, err := range Read(dir, time.UTC) {
		if err != nil {
			faults = append(faults, err)
			continue
		}
		pieces = append(pieces, show(p))
	}
	return pieces, faults
}

func file(text string) *fstest.MapFile { return &fstest.MapFile{Data: []byte(text)} }

func TestDiaries(t *testing.T) {
	for name, c := range map[string]struct {
		file, text string
		want       []string
	}{
		"a page a date": {"d.txt", "2024-03-05\nRain.\nAll day.\n\nMara called.\n\n6 March 2024\nSun.", []string{
			`2024-03-05 person "Rain.\nAll day."`, `2024-03-05 person "Mara called."`, `2024-03-06 person "Sun."`,
		}},
		"markdown": {"d.md", "# Tuesday, March 5th, 2024\n\nRain.\n\n## The boat\nIt leaks.\n# 2024-03-06 22:15\nSun.", []string{
			`2024-03-05 person "Rain."`, `2024-03-05 person "It leaks."`, `2024-03-06T22:15 person "Sun."`,
		}},
		"the name is the date":  {"2024/2024-03-05.md", "Rain.", []string{`2024-03-05 person "Rain."`}},
		"front matter":          {"a.md", "---\ntitle: x\ndate: 2024-03-05T21:00:00+01:00\n---\nRain.", []string{`2024-03-05T20:00 person "Rain."`}},
		"no date":               {"a.txt", "Rain.", []string{`? person "Rain."`}},
		"a date inside a line":  {"a.txt", "On 2024-03-05 it rained.", []string{`? person "On 2024-03-05 it rained."`}},
		"half past nine, night": {"a.txt", "5 March 2024, 9:30 pm\nRain.", []string{`2024-03-05T21:30 person "Rain."`}},
		"nothing":               {"a.txt", "\n\n", nil},
	} {
		got, faults := readAll(t, fstest.MapFS{c.file: file(c.text)})
		if len(faults) > 0 || strings.Join(got, "\n") != strings.Join(c.want, "\n") {
			t.Errorf("%s: got\n%s\n%v\nwant\n%s", name, strings.Join(got, "\n"), faults, strings.Join(c.want, "\n"))
		}
	}
}

const export = `[{"title":"A boat","create_time":1709600000.5,"current_node":"d","mapping":{
 "a":{"message":null,"parent":null},
 "b":{"message":{"author":{"role":"user"},"create_time":1709600001.25,"content":{"content_type":"text","parts":["How do I caulk?"]}},"parent":"a"},
 "c":{"message":{"author":{"role":"tool"},"content":{"content_type":"text","parts":["search"]}},"parent":"b"},
 "x":{"message":{"author":{"role":"assistant"},"content":{"content_type":"text","parts":["thrown away"]}},"parent":"b"},
 "d":{"message":{"author":{"role":"assistant"},"create_time":null,"content":{"content_type":"multimodal_text","parts":[{"image":1},"With cotton."]}},"parent":"c"}}}]`

func TestTalks(t *testing.T) {
	want := "2024-03-05T00:53 person \"How do I caulk?\"\n2024-03-05T00:53 assistant \"With cotton.\""
	var packed bytes.Buffer
	z := zip.NewWriter(&packed)
	w, _ := z.Create(talksFile)
	_, _ = w.Write([]byte(export))
	_ = z.Close()
	for name, data := range map[string]string{"conversations.json": export, "export.zip": packed.String()} {
		got, faults := readAll(t, fstest.MapFS{name: file(data)})
		if len(faults) > 0 || strings.Join(got, "\n") != want {
			t.Errorf("%s: got %v %v", name, got, faults)
		}
	}
}

// A file that is broken is named, and the others are read.
func TestBrokenFilesAreNamed(t *testing.T) {
	for name, data := range map[string]string{
		"a.json": "{}", "b.json": export[:len(export)-1], "c.json": "[7]", "d.zip": "no", "e.txt": "a\x00b", "f.md": "\xff\xfe",
	} {
		got, faults := readAll(t, fstest.MapFS{name: file(data), "z.txt": file("Rain."), "picture.png": file("x"), ".git/a.txt": file("x")})
		if len(faults) != 1 || !errors.Is(faults[0], samantha.ErrInvalid) || !strings.Contains(faults[0].Error(), name) {
			t.Errorf("%s: faults %v", name, faults)
		}
		if got[len(got)-1] != `? person "Rain."` {
			t.Errorf("%s: the other file gave %v", name, got)
		}
	}
}

func TestTwiceIsOnce(t *testing.T) {
	a := Piece{At: time.Unix(7, 0), By: Person, Text: "Rain.\nAll day."}
	b := a
	b.Text, b.File, b.Under = "Rain.  All day.", "other", "title"
	c := a
	c.By = Assistant
	if a.Mark() != b.Mark() || a.Mark() == c.Mark() {
		t.Error("marks", a.Mark(), b.Mark(), c.Mark())
	}
}

func FuzzRead(f *testing.F) {
	f.Add("a.json", export)
	f.Add("a.md", "# 2024-03-05\nRain")
	f.Fuzz(func(t *testing.T, name, text string) {
		for p, err := range readTalks(strings.NewReader(text), name) {
			if err == nil && p.Text == "" {
				t.Error("a piece of nothing")
			}
		}
		for p, err := range readDiary(strings.NewReader(text), "a.md", time.UTC) {
			if err == nil && strings.TrimSpace(p.Text) == "" {
				t.Error("a piece of nothing")
			}
		}
	})
}
