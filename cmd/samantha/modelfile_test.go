//go:build linux

package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"samantha/internal/words/model"
	"samantha/internal/words/model/engine"
	"samantha/internal/words/model/engine/tiny"
)

// tinyModel writes a model that knows nothing, in her own folder of models.
func tinyModel(t *testing.T, home string, s tiny.Shape) string {
	t.Helper()
	if !engine.Built() {
		t.Skip("the engine was not built in: run make build")
	}
	path := filepath.Join(home, modelsFolder, "tiny.gguf")
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := tiny.Write(path, s); err != nil {
		t.Fatal(err)
	}
	return path
}

// TestAFileIsChosen: a model file is used by its path or by its name, is listed, and what it
// babbles in its first life never stops her from answering.
func TestAFileIsChosen(t *testing.T) {
	home, _ := lived(t)
	path := tinyModel(t, home, tiny.Small())
	env := map[string]string{"HOME": t.TempDir()}
	if got := typeWith(env, "model", "list", "--home", home); !strings.Contains(got.out, "tiny") || !strings.Contains(got.out, "her own engine") {
		t.Errorf("list: %+v", got)
	}
	got := typeWith(env, "model", "use", path, "--home", home)
	if got.code != exitFine || !strings.Contains(got.out, "tiny of her own engine: you chose it") {
		t.Errorf("use FILE: %+v", got)
	}
	if got := typeWith(env, "model", "use", "--model", "tiny", "--home", home); got.code != exitFine {
		t.Errorf("use --model: %+v", got)
	}
	if said := hear(t, home, "the bus was late again"); said.Reply == "" {
		t.Error("she says nothing")
	}
	if left := departures(t, home); len(left) != 0 {
		t.Errorf("something left this machine: %+v", left)
	}
	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
	if got := typeWith(env, "doctor", "--home", home); !strings.Contains(got.out, "not there any more") {
		t.Errorf("when the file is gone: %+v", got)
	}
}

// TestWhatIsNoModelFileIsNotChosen: before anything is tried.
func TestWhatIsNoModelFileIsNotChosen(t *testing.T) {
	home, _ := lived(t)
	path := filepath.Join(t.TempDir(), "notes.gguf")
	if err := os.WriteFile(path, []byte("milk, hooks"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, args := range [][]string{{path}, {path + ".gone"}, {path, "--url", "http://127.0.0.1:1"}} {
		if got := typeIn(t, "", append([]string{"model", "use", "--home", home}, args...)...); got.code == exitFine {
			t.Errorf("use %v: %+v", args, got)
		}
	}
}

// TestACrashOfTheEngineIsAPause: its process is killed in the middle of a reply, and whoever
// listens hears the rest of it.
func TestACrashOfTheEngineIsAPause(t *testing.T) {
	if testing.Short() {
		t.Skip("the engine is started")
	}
	shape := tiny.M135()
	shape.Vocab = 512 // some hundred tokens a second: there is a middle
	home := t.TempDir()
	path := tinyModel(t, home, shape)
	s := newEngines(&call{home: home, getenv: os.Getenv})
	defer func() {
		if err := s.close(); err != nil {
			t.Error(err)
		}
	}()
	client, err := model.Open(model.File{Name: "tiny", Path: path}.Endpoint(waiting()), s.client())
	if err != nil {
		t.Fatal(err)
	}
	pieces, killed := 0, false
	for e, err := range client.Stream(t.Context(), model.Request{Messages: []model.Message{{Role: model.User, Text: "Hi"}}, Max: 64, Seed: 5, Temperature: 1}) {
		if err != nil {
			t.Fatalf("after %d pieces: %v", pieces, err)
		}
		if e.Kind == model.Text {
			pieces++
		}
		if pieces == 3 && !killed {
			killed = true
			kill(t, path)
		}
	}
	if pieces < 8 {
		t.Errorf("she heard %d pieces", pieces)
	}
}

// kill ends the process that runs a model file.
func kill(t *testing.T, file string) {
	t.Helper()
	all, err := filepath.Glob("/proc/[0-9]*/cmdline")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range all {
		line, err := os.ReadFile(name)
		if err != nil || !bytes.Contains(line, []byte("-model\x00"+file+"\x00")) {
			continue
		}
		pid, err := strconv.Atoi(filepath.Base(filepath.Dir(name)))
		if err != nil {
			t.Fatal(err)
		}
		p, err := os.FindProcess(pid)
		if err == nil {
			err = p.Kill()
		}
		if err != nil {
			t.Fatal(err)
		}
		return
	}
	t.Fatal("no process runs the model")
}
