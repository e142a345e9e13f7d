package gguf

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"samantha"
	"samantha/internal/words/model/engine/tiny"
)

func model(t testing.TB, path string, s tiny.Shape) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := tiny.Write(path, s); err != nil {
		t.Fatal(err)
	}
}

func TestAHeadIsRead(t *testing.T) {
	path := filepath.Join(t.TempDir(), "m.gguf")
	model(t, path, tiny.Small())
	got, err := ReadFile(path)
	want := Header{Architecture: "llama", Name: "random", Template: true, Context: 8192, Layers: 2, Parameters: 90_688, FileType: 7}
	if err != nil || got != want {
		t.Errorf("%+v, %v", got, err)
	}
}

// TestACutHeadIsDamaged: cut anywhere within its head, it is no model.
func TestACutHeadIsDamaged(t *testing.T) {
	path := filepath.Join(t.TempDir(), "m.gguf")
	model(t, path, tiny.Small())
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for n := range 5800 {
		if _, err := Read(bytes.NewReader(whole[:n])); !errors.Is(err, samantha.ErrDamaged) {
			t.Fatalf("%d bytes of it: %v", n, err)
		}
	}
}

func TestALyingHeadIsRefused(t *testing.T) {
	u32, u64 := binary.LittleEndian.AppendUint32, binary.LittleEndian.AppendUint64
	head := func(tensors, keys uint64) []byte { return u64(u64(u32([]byte("GGUF"), 3), tensors), keys) }
	for says, text := range map[string][]byte{
		"begin like one":     []byte("GGUFish is not a word"[1:]),
		"version 9":          u64(u64(u32([]byte("GGUF"), 9), 0), 0),
		"tensors":            head(1<<40, 0),
		"keys":               head(0, 1<<40),
		"bytes in a text":    u64(head(0, 1), 1<<40),
		"a value of type":    u32(append(u64(head(0, 1), 1), 'a'), 99),
		"values in a list":   u64(u32(u32(append(u64(head(0, 1), 1), 'a'), 9), 4), 1<<50),
		"a list of type 9":   u64(u32(u32(append(u64(head(0, 1), 1), 'a'), 9), 9), 1),
		"without an end":     u64(u64(u32(append(u64(head(1, 0), 1), 'a'), 2), 1<<62), 1<<62),
		"dimensions":         u32(append(u64(head(1, 0), 1), 'a'), 200),
		"not say what it is": head(0, 0),
	} {
		_, err := Read(bytes.NewReader(text))
		if !errors.Is(err, samantha.ErrDamaged) || !strings.Contains(err.Error(), says) {
			t.Errorf("%s: %v", says, err)
		}
	}
}

func FuzzRead(f *testing.F) {
	path := filepath.Join(f.TempDir(), "m.gguf")
	model(f, path, tiny.Small())
	whole, err := os.ReadFile(path)
	if err != nil {
		f.Fatal(err)
	}
	f.Add(whole[:8000])
	f.Add(whole[:300])
	f.Add([]byte("GGUF\x03\x00\x00\x00"))
	f.Fuzz(func(t *testing.T, text []byte) {
		h, err := Read(bytes.NewReader(text))
		if err != nil && !errors.Is(err, samantha.ErrDamaged) {
			t.Errorf("%v", err)
		}
		if err == nil && h.Architecture == "" {
			t.Error("a model of no kind")
		}
	})
}

// TestModelsAreFoundWhereTheyAre: in the folders of those who keep models, each
// once, and nothing there is written.
func TestModelsAreFoundWhereTheyAre(t *testing.T) {
	home := t.TempDir()
	in := func(parts ...string) string { return filepath.Join(append([]string{home}, parts...)...) }
	base := tiny.Small()
	base.Template = "none"
	digest := strings.Repeat("ab", 32)
	model(t, in("hers", "mine.gguf"), tiny.Small())
	model(t, in("hers", "base.gguf"), base)
	model(t, in(".ollama", "models", "blobs", "sha256-"+digest), tiny.Small())
	model(t, in(".cache", "huggingface", "hub", "models--a--b", "blobs", "c0ffee"), tiny.Small())
	model(t, in(".lmstudio", "models", "who", "what", "big-00001-of-00002.gguf"), tiny.Small())
	model(t, in(".lmstudio", "models", "who", "what", "big-00002-of-00002.gguf"), tiny.Small())
	write(t, in(".lmstudio", "models", "who", "what", "broken.gguf"), "GGUF but not for long")
	write(t, in(".ollama", "models", "manifests", "registry.ollama.ai", "library", "small", "1b"),
		fmt.Sprintf(`{"layers":[{"mediaType":"application/vnd.ollama.image.license","digest":"sha256:%s"},
		{"mediaType":"application/vnd.ollama.image.model","digest":"sha256:%s"}]}`, strings.Repeat("00", 32), digest))
	write(t, in(".ollama", "models", "manifests", "registry.ollama.ai", "library", "evil", "1b"),
		`{"layers":[{"mediaType":"application/vnd.ollama.image.model","digest":"sha256:../../../../hers/mine.gguf"}]}`)
	snapshot := in(".cache", "huggingface", "hub", "models--a--b", "snapshots", "f00", "q4.gguf")
	if err := os.MkdirAll(filepath.Dir(snapshot), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink("../../blobs/c0ffee", snapshot); err != nil {
		t.Skip("no links on this system")
	}
	if err := os.Symlink("../mine.gguf", in("hers", "again.gguf")); err != nil {
		t.Fatal(err)
	}
	got := map[string]string{}
	for _, f := range Find(Usual(in("hers"), home, func(string) string { return "" })) {
		got[f.From+" "+f.Name] = f.Architecture
	}
	want := "map[hers mine:llama huggingface q4:llama lmstudio big-00001-of-00002:llama ollama small:1b:llama]"
	if fmt.Sprint(got) != want {
		t.Errorf("%v", got)
	}
}

func write(t *testing.T, path, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}
