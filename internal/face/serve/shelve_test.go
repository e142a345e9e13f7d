package serve

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// sent is what the page is told of a file that it sent.
func (b *bed) sent(name string, content []byte) Told {
	b.t.Helper()
	resp := b.request(http.MethodPost, "/shelf?name="+url.QueryEscape(name), func(r *http.Request) {
		r.Body, r.ContentLength = io.NopCloser(bytes.NewReader(content)), int64(len(content))
	})
	var told Told
	if err := json.Unmarshal([]byte(b.body(resp)), &told); err != nil {
		b.t.Fatal(err)
	}
	return told
}

func TestAFileForTheShelf(t *testing.T) {
	her := newHer(nil)
	var lay string
	her.verb = func(_ context.Context, c Call, out, _ io.Writer) int {
		if got := strings.Join(c.Args[:5], " "); got != "shelf --json --as=Ida -- add" {
			t.Errorf("the verb was %q", got)
		}
		lay = c.Args[5]
		text, err := os.ReadFile(lay)
		if err != nil || string(text) != "Once." {
			t.Errorf("%q %v", text, err)
		}
		io.WriteString(out, `{"id":"m7k2"}`)
		return 0
	}
	b := listening(t, her)
	told := b.sent("The sea.txt", []byte("Once."))
	if told.Exit != 0 || string(told.Doc) != `{"id":"m7k2"}` || filepath.Base(lay) != "The sea.txt" {
		t.Errorf("%+v of %s", told, lay)
	}
	if _, err := os.Stat(filepath.Dir(lay)); !os.IsNotExist(err) {
		t.Errorf("the file still lies there: %v", err)
	}
}

func TestWhatIsNoFileForTheShelf(t *testing.T) {
	her := newHer(nil)
	her.verb = func(context.Context, Call, io.Writer, io.Writer) int {
		t.Error("the verb was run")
		return 0
	}
	b := listening(t, her)
	for _, name := range []string{"", "../key.txt", "a/b.txt", ".hidden", `c:\x.txt`, "two\nlines.txt", strings.Repeat("a", 201)} {
		if told := b.sent(name, []byte("Once.")); told.Exit != exitUsage || !strings.Contains(told.Error, "no name of a file") {
			t.Errorf("%q: %+v", name, told)
		}
	}
	if told := b.sent("big.txt", make([]byte, mostShelved+1)); told.Exit != exitUsage || told.Error != "big.txt is larger than 16 MB" {
		t.Errorf("too large: %+v", told)
	}
}

func TestOnlyADeviceShelves(t *testing.T) {
	b := listening(t, newHer(nil))
	for who, change := range map[string]func(*http.Request){
		"a stranger":   func(r *http.Request) { r.Header.Del("Cookie") },
		"another page": func(r *http.Request) { r.Header.Set("Origin", "http://elsewhere.test") },
	} {
		if resp := b.request(http.MethodPost, "/shelf?name=a.txt", change); resp.StatusCode < 400 {
			t.Errorf("%s: %s", who, resp.Status)
		}
	}
}
