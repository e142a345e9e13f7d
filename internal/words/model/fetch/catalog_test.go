package fetch

import (
	"errors"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"samantha"
)

// TestTheCatalogIsWhole: every address names a commit, and every digest is another.
func TestTheCatalogIsWhole(t *testing.T) {
	list, err := Catalog()
	if err != nil {
		t.Fatal(err)
	}
	kinds, sums := map[string]int{}, map[string]bool{}
	for _, e := range list {
		kinds[e.Kind]++
		if sums[e.Sum] {
			t.Errorf("%s has the digest of another", e.ID)
		}
		sums[e.Sum] = true
		for _, u := range e.URLs {
			if !regexp.MustCompile(`/resolve/[0-9a-f]{40}/`).MatchString(u) {
				t.Errorf("%s: %s may change", e.ID, u)
			}
		}
	}
	if kinds[Model] < 5 || kinds[Voice] == 0 || kinds[Ear] == 0 {
		t.Errorf("kinds: %v", kinds)
	}
	if _, err := Find(list, "nothing"); !errors.Is(err, samantha.ErrNotFound) || !strings.Contains(err.Error(), list[0].ID) {
		t.Errorf("nothing: %v", err)
	}
}

func TestCatalogsThatAreNotWhole(t *testing.T) {
	whole := "id a\nname A\nkind model\nurl https://host/resolve/a.gguf\nsha256 " + strings.Repeat("ab", 32) +
		"\nchecked no\nsize 5\nlicence MIT\nmemory 4\ntools no\nsays It is A.\n"
	if list, err := Parse("# nothing\n\n" + whole); err != nil || len(list) != 1 || list[0].File() != "a.gguf" {
		t.Fatalf("%v %v", list, err)
	}
	for _, c := range [][2]string{
		{"id a\n", ""},
		{"id a", "id ../a"},
		{"id a", "id .a"},
		{"kind model", "kind song"},
		{"https:", "http:"},
		{"https://host/resolve/a.gguf", "https://host/"},
		{"abab", "ABAB"},
		{"abab", "ab"},
		{"size 5", "size 0"},
		{"size 5", "size five"},
		{"licence MIT\n", ""},
		{"says It is A.\n", ""},
		{"checked no", "checked maybe"},
		{"tools no", "hands no"},
		{"tools no", "card perhaps"},
		{"says It is A.\n", "says It is A.\n\n" + whole},
	} {
		if _, err := Parse(strings.Replace(whole, c[0], c[1], 1)); err == nil {
			t.Errorf("%q for %q was taken", c[1], c[0])
		}
	}
}

func TestRecommend(t *testing.T) {
	list, err := Catalog()
	if err != nil {
		t.Fatal(err)
	}
	const gib = 1 << 30
	for _, c := range []struct {
		memory, free float64
		want, why    string
	}{
		{3.8 * gib, 100e9, "qwen3.5-0.8b", "Qwen3 1.7B, Q8_0 wants 6 GB of memory"},
		{7.6 * gib, 100e9, "gemma-4-e2b", "wants 12 GB of memory"},
		{7.6 * gib, 3e9, "qwen3-1.7b", "3.0 GB free on the disk"},
		{15.3 * gib, 100e9, "gemma-4-e4b", "16.4 GB of memory"},
		{23.4 * gib, 100e9, "gemma-4-e4b", "wants 32 GB of memory"}, // those between want a graphics card
		{31 * gib, 100e9, "gemma-4-26b", "the largest there is"},
		{31 * gib, 1e9, "", "and 1.4 GB of disk"},
		{1 * gib, 100e9, "", "the smallest, Qwen3.5 0.8B, Q8_0, wants 4 GB of memory"},
		{0, 0, "qwen3.5-0.8b", "not known"},
	} {
		got := Recommend(list, Machine{int64(c.memory), int64(c.free)})
		if got.ID != c.want || !strings.Contains(got.Why, c.why) {
			t.Errorf("%s and %s: %+v", Bytes(int64(c.memory)), Bytes(int64(c.free)), got)
		}
	}
	if got := Recommend(nil, Machine{}); got.ID != "" || got.Why == "" {
		t.Errorf("of nothing: %+v", got)
	}
}

func TestMirrors(t *testing.T) {
	const address = "https://huggingface.co/a/b/resolve/c/file.gguf"
	for mirror, want := range map[string]string{
		"https://mirror.example":            "https://mirror.example/a/b/resolve/c/file.gguf",
		"http://10.0.0.5:8000/hf/":          "http://10.0.0.5:8000/hf/a/b/resolve/c/file.gguf",
		"https://files.example/x/file.gguf": "https://files.example/x/file.gguf",
		"mirror.example":                    "",
		"ftp://mirror.example":              "",
		"https://me:secret@mirror.example":  "",
	} {
		got, err := Mirrored(address, mirror)
		if got != want || (err != nil) != (want == "") || err != nil && !errors.Is(err, samantha.ErrInvalid) {
			t.Errorf("%s: %q, %v", mirror, got, err)
		}
	}
}

// TestSentOn: where a server may send us.
func TestSentOn(t *testing.T) {
	from, err := url.Parse("https://files.example/a/file")
	if err != nil {
		t.Fatal(err)
	}
	for to, want := range map[string]string{
		"https://cdn.example/x": "https://cdn.example/x",
		"/b/file":               "https://files.example/b/file",
		"http://cdn.example/x":  "",
		"file:///etc/passwd":    "",
		"https://u:p@cdn/x":     "",
		"https://":              "",
		"::":                    "",
	} {
		resp := &http.Response{StatusCode: http.StatusFound, Header: http.Header{"Location": {to}}}
		next, err := onward(resp, from)
		if want == "" && !errors.Is(err, ErrNotThere) || want != "" && (err != nil || next.String() != want) {
			t.Errorf("%q: %v, %v", to, next, err)
		}
	}
}

// TestAFolder: the disk as it is used outside of tests.
func TestAFolder(t *testing.T) {
	dir := t.TempDir()
	root, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	e, file := wanted(300 << 10)
	if err := os.WriteFile(filepath.Join(t.TempDir(), "x"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	stick := t.TempDir()
	if err := os.WriteFile(filepath.Join(stick, "file.bin"), file, 0o600); err != nil {
		t.Fatal(err)
	}
	s, err := From(os.DirFS(stick), stick, e)
	if err != nil {
		t.Fatal(err)
	}
	o := Options{Disk: Folder{root, func() int64 { return 0 }}, Clock: ours{}, Least: 1 << 10}
	if err := Get(t.Context(), e, []Source{s}, o); err != nil {
		t.Fatal(err)
	}
	got, err := os.ReadFile(filepath.Join(dir, e.File()))
	if err != nil || string(got) != string(file) {
		t.Errorf("the file is not right: %v", err)
	}
	if left, err := os.ReadDir(dir); err != nil || len(left) != 1 {
		t.Errorf("%v, %v", left, err)
	}
	if err := os.Mkdir(filepath.Join(dir, partial(e)), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.Remove(filepath.Join(dir, e.File())); err != nil {
		t.Fatal(err)
	}
	if err := Get(t.Context(), e, []Source{s}, o); !errors.Is(err, ErrDisk) {
		t.Errorf("a folder in its place: %v", err)
	}
}
