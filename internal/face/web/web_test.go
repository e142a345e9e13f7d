package web_test

import (
	"io/fs"
	"path"
	"regexp"
	"strings"
	"testing"

	"samantha/internal/face/web"
	"samantha/internal/senses"
)

// read is a file of the page.
func read(t *testing.T, name string) string {
	t.Helper()
	text, err := fs.ReadFile(web.Files(), strings.TrimPrefix(name, "/"))
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// TestTheFirstLoadIsSmall: index.html, what it names, and what the modules
// import at once, uncompressed.
func TestTheFirstLoadIsSmall(t *testing.T) {
	const most = 150_000
	named := regexp.MustCompile(`(?:href|src)="(/[^"]+)"|url\("(/[^"]+)"\)|\n(?:import|export) [^;]*from "(\./[^"]+)"`)
	seen := map[string]bool{}
	total := 0
	var load func(name string)
	load = func(name string) {
		if seen[name] {
			return
		}
		seen[name] = true
		text := read(t, name)
		total += len(text)
		for _, m := range named.FindAllStringSubmatch("\n"+text, -1) {
			next := m[1] + m[2]
			if m[3] != "" {
				next = path.Join(path.Dir(name), m[3])
			}
			load(next)
		}
	}
	load("/index.html")
	if !seen["/app/line.js"] || !seen["/style/grain.svg"] || len(seen) < 20 {
		t.Fatalf("the search went astray: %v", seen)
	}
	t.Logf("%d files, %d bytes", len(seen), total)
	if total > most {
		t.Errorf("the first load is %d bytes, at most %d", total, most)
	}
}

// TestNothingComesFromElsewhere: no address but the house's own, nothing that a
// strict policy would refuse.
func TestNothingComesFromElsewhere(t *testing.T) {
	address := regexp.MustCompile(`(?i)\b(?:https?|wss?)://[\w.-]+|["'(]//[\w.-]+`)
	inline := regexp.MustCompile(`(?i)\sstyle=|<style|\son[a-z]+=|javascript:|\beval\(|new Function|innerHTML|insertAdjacentHTML`)
	files := 0
	err := fs.WalkDir(web.Files(), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		files++
		text := read(t, name)
		for _, found := range address.FindAllString(text, -1) {
			if found != "http://www.w3.org" { // the name of a language, not a place to go
				t.Errorf("%s names %s", name, found)
			}
		}
		for _, found := range inline.FindAllString(text, -1) {
			t.Errorf("%s has %q", name, found)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if files == 0 {
		t.Fatal("no files")
	}
	for _, script := range regexp.MustCompile(`<script[^>]*>[^<]*`).FindAllString(read(t, "index.html"), -1) {
		if !strings.Contains(script, ` src="/`) || !strings.HasSuffix(script, ">") {
			t.Errorf("a script stands in the page: %s", script)
		}
	}
}

// TestEveryImportIsThere: a module that is fetched late is named rightly too.
func TestEveryImportIsThere(t *testing.T) {
	imports := regexp.MustCompile(`(?:from |import\()"(\./[^"]+)"`)
	names, err := fs.Glob(web.Files(), "app/*.js")
	if err != nil || len(names) == 0 {
		t.Fatal(names, err)
	}
	for _, name := range names {
		for _, m := range imports.FindAllStringSubmatch(read(t, name), -1) {
			read(t, path.Join(path.Dir(name), m[1]))
		}
	}
}

// TestWhatIsAskedAloudIsShown: the page shows each fixed line as it is spoken.
func TestWhatIsAskedAloudIsShown(t *testing.T) {
	words := read(t, "app/words.js")
	for _, line := range senses.TryLines() {
		if !strings.Contains(words, `"`+line+`"`) {
			t.Errorf("app/words.js has no %q", line)
		}
	}
}

// TestTheMarkIsOnEveryPage: that a life is simulated stands above all three pages and
// belongs to none, and nothing hides it.
func TestTheMarkIsOnEveryPage(t *testing.T) {
	html := read(t, "index.html")
	header, _, ok := strings.Cut(html, "</header>")
	if !ok || !strings.Contains(header, `id="unlived"`) || strings.Contains(header, "<main") {
		t.Error("the mark does not stand in the header of the page")
	}
	hidden := regexp.MustCompile(`#unlived[^{}]*\{[^}]*(?:display: none|visibility|opacity: 0)`)
	err := fs.WalkDir(web.Files(), "style", func(name string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() && hidden.MatchString(read(t, name)) {
			t.Errorf("%s hides it", name)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(read(t, "app/status.js"), `the("unlived").textContent = this.app.her?.simulated`) {
		t.Error("nothing is written there")
	}
}
