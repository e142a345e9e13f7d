package main

import (
	"encoding/binary"
	"encoding/json"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"samantha"
	"samantha/internal/senses/voice"
)

// needsVoice leaves a test out where her mouth was not built in; the whole
// suite must have it.
func needsVoice(t *testing.T) {
	t.Helper()
	if voice.Built() {
		return
	}
	if os.Getenv("CI") != "" {
		t.Fatal("her mouth is missing: make build fetches it with npm")
	}
	t.Skip("SKIPPED: her mouth is missing; make build fetches it with npm")
}

// wavSeconds is how long the sound in a file lasts, by its header and by its
// size; both must agree.
func wavSeconds(t *testing.T, file string) float64 {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if len(data) < 44 || string(data[:4]) != "RIFF" || int(binary.LittleEndian.Uint32(data[4:])) != len(data)-8 {
		t.Fatalf("%s is no whole WAV file of %d bytes", file, len(data))
	}
	size := int(binary.LittleEndian.Uint32(data[40:]))
	if mark := string(data[min(44+size, len(data)):]); !strings.HasPrefix(mark, "LIST") || !strings.Contains(mark, voice.Made) {
		t.Errorf("%s does not say that no person spoke: %q", file, mark)
	}
	return float64(size) / 2 / float64(binary.LittleEndian.Uint32(data[24:]))
}

func TestSayAloud(t *testing.T) {
	needsVoice(t)
	home := t.TempDir()
	dir := t.TempDir()
	file := filepath.Join(dir, "hello.wav")
	got := typeIn(t, "", "say", "--home", home, "--wav", file, "hello")
	if got.code != exitFine || got.errs != "" {
		t.Fatalf("%+v", got)
	}
	words := float64(len(strings.Fields(got.out)))
	if s := wavSeconds(t, file); s < words/5 || s > words {
		t.Errorf("%.1f s for %.0f words: %q", s, words, got.out)
	}
	got = typeIn(t, "", "say", "--home", home, "--json", "--wav", file, "good night")
	var doc replied
	if err := json.Unmarshal([]byte(got.out), &doc); err != nil || doc.Sound == nil {
		t.Fatalf("%v in %+v", err, got)
	}
	if s := wavSeconds(t, file); doc.Sound.File != file || doc.Sound.Seconds != samantha.Round(s) || doc.Sound.First <= 0 || doc.Sound.First > doc.Sound.Total {
		t.Errorf("%+v for %.3f s", doc.Sound, s)
	}
	entries, err := os.ReadDir(dir)
	if err != nil || len(entries) != 1 {
		t.Errorf("beside it stand %v, %v", entries, err)
	}
}

// TestSayAloudElsewhere: she is awake in another process, and the file is
// named from where the person sits.
func TestSayAloudElsewhere(t *testing.T) {
	needsVoice(t)
	home, _ := lived(t)
	awakeIn(t, home)
	dir := t.TempDir()
	t.Chdir(dir)
	for range 2 { // the second time over the first
		got := typeIn(t, "", "say", "--home", home, "--wav", "bergen.wav", "where does my sister live?")
		if got.code != exitFine || !strings.Contains(got.out, "Bergen") {
			t.Fatalf("%+v", got)
		}
	}
	if s := wavSeconds(t, filepath.Join(dir, "bergen.wav")); s < 0.5 {
		t.Errorf("%.1f s", s)
	}
}

func TestWhereNoSoundCanGo(t *testing.T) {
	home, _ := lived(t)
	dir := t.TempDir()
	before := typeIn(t, "", "memories", "--home", home).out
	for args, code := range map[string]int{
		"say --wav DIR hello":                  exitUsage,
		"say --wav= hello":                     exitUsage,
		"say --wav DIR/no/such/folder/a hello": exitFailed,
		"facts --wav DIR/a.wav":                exitUsage,
	} {
		judge(t, args, code, typeIn(t, "", filled(args, home, "", dir)...))
	}
	if after := typeIn(t, "", "memories", "--home", home).out; after != before {
		t.Errorf("it was heard all the same: %s", after)
	}
}

// TestASoundBeforeTheFirstWord: what she shows is in the file, too.
func TestASoundBeforeTheFirstWord(t *testing.T) {
	needsVoice(t)
	mouth, err := voice.Open()
	if err != nil {
		t.Fatal(err)
	}
	defer mouth.Close()
	dir := t.TempDir()
	seconds := func(name string, m samantha.Manner) float64 {
		said := &samantha.Said{Words: samantha.SaidWords{Clauses: []string{"Toast over the sink.", "Every night?"}}}
		said.Numbers.Manner = m
		file := filepath.Join(dir, name)
		if _, err := aloud(t.Context(), mouth, said, file); err != nil {
			t.Fatal(err)
		}
		return wavSeconds(t, file)
	}
	plain := seconds("plain.wav", samantha.Manner{})
	if laughed := seconds("laughed.wav", samantha.Manner{Sound: samantha.SoundLaugh}); math.Abs(laughed-plain-voice.Laugh().Seconds()) > 1e-6 {
		t.Errorf("%.2f s, and %.2f s with a laugh of %.2f s", plain, laughed, voice.Laugh().Seconds())
	}
	if slow := seconds("slow.wav", samantha.Manner{Pace: -1}); slow < 1.15*plain {
		t.Errorf("%.2f s, and %.2f s when she is slow", plain, slow)
	}
}

func TestAFileThatCannotBeWritten(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "gone")
	if err := writeWhole(filepath.Join(dir, "a.wav"), nil); err == nil {
		t.Error("it was written into a folder that is not there")
	}
}
