package newborn_test

import (
	"io/fs"
	"os"
	"regexp"
	"strings"
	"testing"
)

// TestNoHooks searches everything she may say and every word and module of her page for
// what rewards coming back: streaks, badges, points, counts of days together.
func TestNoHooks(t *testing.T) {
	hook := regexp.MustCompile(`(?i)\b(streaks?|badges?|leaderboards?|level up|levelled up|achievements?|trophy|trophies|xp points?|reward points?|daily bonus|days? in a row|days? together|hearts? earned|affection (level|score|meter)|come back tomorrow|don't break)\b`)
	for _, dir := range []string{"en", "../../face/web/page"} {
		err := fs.WalkDir(os.DirFS(dir), ".", func(name string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() {
				return err
			}
			text, err := fs.ReadFile(os.DirFS(dir), name)
			if err != nil {
				return err
			}
			n := 0
			for line := range strings.Lines(string(text)) {
				n++
				if found := hook.FindString(line); found != "" && !strings.HasPrefix(strings.TrimSpace(line), "#") && !strings.HasPrefix(strings.TrimSpace(line), "//") {
					t.Errorf("%s/%s:%d: %q: %s", dir, name, n, found, strings.TrimSpace(line))
				}
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
}
