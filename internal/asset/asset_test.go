package asset_test

import (
	"bytes"
	"compress/gzip"
	"io"
	"os"
	"path/filepath"
	"testing"

	"samantha/internal/asset"
)

func TestTheSameBytesEachTime(t *testing.T) {
	data := bytes.Repeat([]byte("as small as it goes "), 500)
	first, err := asset.Squeeze(data)
	if err != nil {
		t.Fatal(err)
	}
	second, err := asset.Squeeze(data)
	if err != nil || !bytes.Equal(first, second) {
		t.Fatalf("two packings differ: %v", err)
	}
	r, err := gzip.NewReader(bytes.NewReader(first))
	if err != nil {
		t.Fatal(err)
	}
	if back, err := io.ReadAll(r); err != nil || !bytes.Equal(back, data) {
		t.Errorf("it unpacks to %d bytes: %v", len(back), err)
	}
}

func TestReplaceLeavesNothingBeside(t *testing.T) {
	file := filepath.Join(t.TempDir(), "packed.gz")
	for _, text := range []string{"old", "new"} {
		if err := asset.Replace(file, []byte(text)); err != nil {
			t.Fatal(err)
		}
	}
	if got, err := os.ReadFile(file); err != nil || string(got) != "new" {
		t.Errorf("%q, %v", got, err)
	}
	if left, _ := os.ReadDir(filepath.Dir(file)); len(left) != 1 {
		t.Errorf("%d files are left", len(left))
	}
	if err := asset.Replace(filepath.Join(file, "x"), nil); err == nil {
		t.Error("a folder that is none was written to")
	}
}
