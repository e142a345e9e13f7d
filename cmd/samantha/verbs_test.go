package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"samantha"

	"samantha/internal/face/serve"
	"samantha/internal/house"
)

// lived is a house with a little talk in it;
// the last thing said there names the ids that the other verbs are tried on.
func lived(t *testing.T) (home, id string) {
	t.Helper()
	home = t.TempDir()
	for _, text := range []string{"hello", "my sister Mara lives in Bergen"} {
		got := typeIn(t, "", "say", "--home", home, "--json", text)
		if got.code != exitFine {
			t.Fatalf("say %q: %+v", text, got)
		}
		var doc replied
		if err := json.Unmarshal([]byte(got.out), &doc); err != nil {
			t.Fatal(err)
		}
		id = string(doc.ID)
	}
	return home, id
}

// asked is one row of the contract: a verb as it is typed, and its exit code.
type asked struct {
	args string
	code int
}

// contract is testdata/contract.txt.
func contract(t *testing.T) []asked {
	t.Helper()
	const file = "testdata/contract.txt"
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	codes := map[string]int{"fine": exitFine, "usage": exitUsage, "failed": exitFailed}
	var rows []asked
	for _, l := range samantha.Lines(file, string(text)) {
		if l.Text == "" {
			continue
		}
		ends, args, ok := strings.Cut(l.Text, "|")
		code, known := codes[strings.TrimSpace(ends)]
		if !ok || !known {
			t.Fatal(l.Bad("want: fine, usage or failed | a verb as it is typed"))
		}
		rows = append(rows, asked{strings.TrimSpace(args), code})
	}
	return rows
}

func filled(args, home, id, dir string) []string {
	args = strings.NewReplacer("ID", id, "DIR", dir).Replace(args)
	return append(strings.Fields(args), "--home", home)
}

func secrets(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	proposed := `{"model": "quill-8b", "memory": "z9z9z9", "facts": [{"of": "person", "slot": "has", "value": "a van", "quote": "I have a van"}]}`
	for name, text := range map[string]string{"proposed.jsonl": proposed, "secret": "open sesame\n", "wrong": "open barley\n", "diary.txt": "2024-03-05\nRain.\n", "book.txt": strings.Repeat("The tide went out and nobody saw it.\n\n", 50)} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func TestTheContractAsleep(t *testing.T) {
	home, id := lived(t)
	dir := secrets(t)
	for _, c := range contract(t) {
		got := typeIn(t, "", filled(c.args, home, id, dir)...)
		judge(t, c.args, c.code, got)
	}
}

func judge(t *testing.T, args string, code int, got typed) {
	t.Helper()
	if got.code != code {
		t.Errorf("%s: exit %d, want %d (%q, %q)", args, got.code, code, got.out, got.errs)
	}
	if code != exitFine && strings.Count(strings.TrimSpace(got.errs), "\n") != 0 {
		t.Errorf("%s: an error is one line: %q", args, got.errs)
	}
	if code == exitFine && strings.TrimSpace(got.out) == "" {
		t.Errorf("%s: nothing on stdout", args)
	}
}

func TestJSONIsOneDocument(t *testing.T) {
	home, id := lived(t)
	dir := secrets(t)
	for _, c := range contract(t) {
		if c.code != exitFine || strings.HasPrefix(c.args, "help") {
			continue
		}
		got := typeIn(t, "", append(filled(c.args, home, id, dir), "--json")...)
		dec := json.NewDecoder(strings.NewReader(got.out))
		var doc any
		if err := dec.Decode(&doc); err != nil {
			t.Errorf("%s: %v in %q (%q)", c.args, err, got.out, got.errs)
			continue
		}
		if err := dec.Decode(&doc); !errors.Is(err, io.EOF) {
			t.Errorf("%s: more than one document", c.args)
		}
	}
}

// awakeIn holds a talk in the house until the test ends.
func awakeIn(t *testing.T, home string, flags ...string) {
	t.Helper()
	ctx, sleep := context.WithCancel(context.Background())
	in, keyboard := io.Pipe()
	done := make(chan int, 1)
	var out, errs bytes.Buffer
	go func() {
		done <- runs(ctx, append([]string{"talk", "--listen", anyPort, "--home", home}, flags...), os.Getenv, in, &out, &errs)
	}()
	t.Cleanup(func() {
		keyboard.Close()
		sleep()
		if code := <-done; code != exitFine {
			t.Errorf("the talk ended with %d: %s", code, errs.String())
		}
	})
	awaited(t, home)
}

// awaited returns when somebody is awake in the house.
func awaited(t *testing.T, home string) {
	t.Helper()
	for range 2000 {
		if r, ok := house.Awake(home); ok {
			c := serve.Client{Address: r.Address, Token: r.Token}
			if c.Awake(t.Context()) == nil {
				return
			}
		}
		time.Sleep(time.Millisecond) // the talk wakes in a goroutine of its own
	}
	t.Fatal("she did not wake")
}

func TestTheContractAwake(t *testing.T) {
	home, id := lived(t)
	dir := secrets(t)
	awakeIn(t, home)
	for _, c := range contract(t) {
		judge(t, "awake: "+c.args, c.code, typeIn(t, "", filled(c.args, home, id, dir)...))
	}
	if got := typeIn(t, "", "say", "--home", home, "--at", "2030-01-01T00:00:00Z", "hi"); got.code != exitUsage {
		t.Errorf("--at while she is awake: %+v", got)
	}
}

func TestASecondTalkJoins(t *testing.T) {
	home, _ := lived(t)
	awakeIn(t, home)
	got := typeIn(t, "where does my sister live?\n\ngood night\n", "talk", "--listen", anyPort, "--home", home)
	if got.code != exitFine || !strings.Contains(got.out, "Bergen") {
		t.Errorf("the second talk: %+v", got)
	}
}

func TestTalkKeepsEverything(t *testing.T) {
	home := t.TempDir()
	got := typeIn(t, "Sam\neating toast over the sink\n", "talk", "--listen", anyPort, "--home", home)
	if got.code != exitFine || !strings.Contains(got.out, "What should I call you?") {
		t.Fatalf("talk: %+v", got)
	}
	again := typeIn(t, "", "memories", "--home", home, "toast")
	if !strings.Contains(again.out, "eating toast over the sink") {
		t.Errorf("it is not kept: %+v", again)
	}
}

func TestHerClock(t *testing.T) {
	home := t.TempDir()
	first := typeIn(t, "", "say", "--home", home, "--at", "2031-05-05T10:00:00Z", "hello")
	if first.code != exitFine {
		t.Fatalf("%+v", first)
	}
	if before := typeIn(t, "", "say", "--home", home, "--at", "2031-05-04T10:00:00Z", "hello"); before.code != exitUsage {
		t.Errorf("before the last event: %+v", before)
	}
	after := typeIn(t, "", "--at", "2031-05-06T20:10:00Z", "--home", home, "say", "what time is it?")
	if after.code != exitFine || zone() == "UTC" && !strings.Contains(after.out, "20:10") {
		t.Errorf("her clock: %+v", after)
	}
}

func TestExportMovesHer(t *testing.T) {
	home, id := lived(t)
	dir := secrets(t)
	if got := typeIn(t, "", "forget", "--home", home, id); got.code != exitFine {
		t.Fatalf("%+v", got)
	}
	fold := func(home string) string {
		var doc map[string]any
		got := typeIn(t, "", "verify", "--home", home, "--json")
		if err := json.Unmarshal([]byte(got.out), &doc); err != nil {
			t.Fatalf("%v: %+v", err, got)
		}
		hash, _ := doc["fold_hash"].(string)
		if hash == "" {
			t.Fatalf("no fold hash in %s", got.out)
		}
		return hash
	}
	file := filepath.Join(dir, "her.age")
	if got := typeIn(t, "open sesame\n", "export", "--home", home, file); got.code != exitFine {
		t.Fatalf("%+v", got)
	}
	elsewhere := t.TempDir()
	if got := typeIn(t, "open sesame\n", "import", "--home", elsewhere, file); got.code != exitFine {
		t.Fatalf("%+v", got)
	}
	if a, b := fold(home), fold(elsewhere); a != b {
		t.Errorf("fold %s here, %s there", a, b)
	}
	if got := typeIn(t, "", "memories", "--home", elsewhere, "Bergen"); strings.Contains(got.out, "Bergen") {
		t.Error("what was forgotten came along")
	}
	if got := typeIn(t, "", "say", "--home", elsewhere, "were you restored from a copy?"); !strings.Contains(got.out, "copy") && !strings.Contains(got.out, "carried here") {
		t.Errorf("she does not know that she was put back: %+v", got)
	}
}

func TestFirstAnswer(t *testing.T) {
	got := typeIn(t, "", "say", "--home", t.TempDir(), "hello")
	if got.code != exitFine || strings.TrimSpace(got.out) == "" {
		t.Errorf("a fresh house: %+v", got)
	}
}

func TestLongAndStrangeInput(t *testing.T) {
	home := t.TempDir()
	for _, text := range []string{strings.Repeat("long ", 5000), "\xff\xfe broken \x00 bytes", "🙂🙂🙂", strings.Repeat("a", 3000), "-5 degrees out"} {
		if got := typeIn(t, text, "say", "--home", home, "-"); got.code != exitFine {
			t.Errorf("%.20q: %+v", text, got)
		}
	}
	if got := typeIn(t, strings.Repeat("x", maxUtterance+1), "say", "--home", home, "-"); got.code != exitUsage {
		t.Errorf("too long: %+v", got.code)
	}
}

func TestALineThatIsTooLongDoesNotEndTheTalk(t *testing.T) {
	for _, long := range []string{strings.Repeat("x", maxUtterance+1), strings.Repeat("x", 5*maxUtterance)} {
		got := typeIn(t, long+"\r\nhello\n"+strings.Repeat("y", maxUtterance)+"\nwhere are you", "talk", "--listen", anyPort, "--home", t.TempDir())
		if got.code != exitFine || strings.Count(got.errs, "too long") != 1 || strings.Count(got.errs, "\n") != 1 {
			t.Errorf("%+v", got)
		}
		if strings.Count(got.out, "\n") < 4 { // the form, and an answer to each of three
			t.Errorf("she did not go on: %q", got.out)
		}
	}
}

func TestForgettingNamesFirst(t *testing.T) {
	home, id := lived(t)
	shown := typeIn(t, "", "forget", "--home", home, "--show", id)
	if shown.code != exitFine || !strings.Contains(shown.out, "Mara lives in Bergen") {
		t.Errorf("--show: %+v", shown)
	}
	if got := typeIn(t, "", "memories", "--home", home); !strings.Contains(got.out, "Bergen") {
		t.Errorf("--show forgot: %+v", got)
	}
	if got := typeIn(t, "", "forget", "--home", home, id); got.code != exitFine || !strings.HasPrefix(got.out, shown.out+"Forgotten") {
		t.Errorf("%+v", got)
	}
}

func TestForgettingTakesSeveral(t *testing.T) {
	home, _ := lived(t)
	var ids []string
	for _, text := range []string{"the loan from Otto is paid", "the roof leaks over the stairs"} {
		var doc struct {
			ID string `json:"id"`
		}
		got := typeIn(t, "", "say", "--home", home, "--json", text)
		if err := json.Unmarshal([]byte(got.out), &doc); err != nil {
			t.Fatalf("%+v: %v", got, err)
		}
		ids = append(ids, doc.ID)
	}
	if got := typeIn(t, "", "forget", "--home", home, ids[0], "zzzz9"); got.code == exitFine {
		t.Errorf("one of them is not there: %+v", got)
	}
	if got := typeIn(t, "", "memories", "--home", home); !strings.Contains(got.out, "Otto") {
		t.Errorf("half of it was forgotten: %+v", got)
	}
	var doc struct {
		Asked []samantha.ID `json:"asked"`
		Gone  []samantha.ID `json:"gone"`
	}
	got := typeIn(t, "", "forget", "--home", home, "--json", ids[0], ids[1], ids[0])
	if err := json.Unmarshal([]byte(got.out), &doc); err != nil || len(doc.Asked) != 2 || len(doc.Gone) < 4 {
		t.Errorf("%+v: %+v, %v", got, doc, err)
	}
	if got := typeIn(t, "", "memories", "--home", home); strings.Contains(got.out, "Otto") || strings.Contains(got.out, "stairs") {
		t.Errorf("not forgotten: %+v", got)
	}
}

func TestWhatFailsEarlyBuildsNoHouse(t *testing.T) {
	dir := secrets(t)
	home := filepath.Join(dir, "home")
	for _, args := range []string{
		"import DIR/nothing --passphrase-file DIR/secret",
		"import DIR/secret --passphrase-file DIR/nothing",
		"export DIR/secret --passphrase-file DIR/secret",
		"export DIR/no/folder --passphrase-file DIR/secret",
		"say -",
	} {
		if got := typeIn(t, "", filled(args, home, "", dir)...); got.code == exitFine {
			t.Errorf("%s: %+v", args, got)
		}
	}
	if _, err := os.Stat(home); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("a house stands there: %v", err)
	}
}

// Who only ever wakes her to say one thing has nights all the same: the one that is
// due is made up for before she answers.
func TestNightsBetweenSayings(t *testing.T) {
	home := t.TempDir()
	say := func(at, text string) string {
		t.Helper()
		got := typeIn(t, "", "say", "--home", home, "--at", at, text)
		if got.code != exitFine {
			t.Fatalf("say %q: %+v", text, got)
		}
		return got.out
	}
	say("2026-03-02T20:00:00Z", "hello")
	say("2026-03-02T23:30:00Z", "we found a grand piano in the cellar of the old school")
	say("2026-03-05T10:00:00Z", "good morning")
	night := typeIn(t, "", "night", "--home", home, "--at", "2026-03-05T10:01:00Z", "--json")
	var next struct {
		Date   string
		Missed int
	}
	if err := json.Unmarshal([]byte(night.out), &next); err != nil || next.Date != "2026-03-05" || next.Missed != 0 {
		t.Errorf("the one before the next night had not passed: %s", night.out)
	}
}
