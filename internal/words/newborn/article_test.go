package newborn

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// TestOneArticle: behind an article of the line a filling brings none of its own.
func TestOneArticle(t *testing.T) {
	v := spoken(t)
	for _, c := range [][3]string{
		{"It was a ", "a peach pie", "It was a peach pie"},
		{"It was the ", "your sister", "It was your sister"},
		{"The ", "your sister", "Your sister"},
		{"A ", "the match", "The match"},
		{"the ", "a tin", "the tin"},
		{"a ", "apple pie", "an apple pie"},
		{"A ", "old tin", "An old tin"},
		{"a ", "an hour", "an hour"},
		{"an ", "peach pie", "a peach pie"},
		{"the old ", "the bike", "the old bike"},
		{"your ", "your garden", "your garden"},
		{"your ", "Nora's garden", "Nora's garden"},
		{"the ", "Nora's garden", "Nora's garden"},
		{"", "a a pie", "a pie"},
		{"and ", "the the roof", "and the roof"},
		{"You said that ", "the cat is back", "You said that the cat is back"},
		{"I like ", "your sister", "I like your sister"},
		{"the ", "boiler", "the boiler"},
		{"a ", "union", "a union"},
	} {
		if got := v.join(c[0], c[1]); got != c[2] {
			t.Errorf("%q and %q: %q, want %q", c[0], c[1], got, c[2])
		}
	}
}

// TestNeverTwoArticles: whatever is put together, no two articles or owners stand
// side by side.
func TestNeverTwoArticles(t *testing.T) {
	v := spoken(t)
	articles := []string{"a", "an", "the", "your", "my", ""}
	rapid.Check(t, func(t *rapid.T) {
		before := rapid.SampledFrom(articles).Draw(t, "before")
		own := rapid.SampledFrom(articles).Draw(t, "own")
		noun := rapid.SampledFrom([]string{"pie", "apple", "old bike", "sister"}).Draw(t, "noun")
		got := v.join("with "+strings.TrimSpace(before)+" ", strings.TrimSpace(own+" "+noun))
		words := strings.Fields(got)
		for i := range words[1:] {
			if (isArticle(words[i]) || isOwner(words[i])) && (isArticle(words[i+1]) || isOwner(words[i+1])) {
				t.Fatalf("%q and %q: %q", before, own+" "+noun, got)
			}
		}
	})
}

func spoken(t *testing.T) *voice {
	t.Helper()
	n, err := New()
	if err != nil {
		t.Fatal(err)
	}
	return &n.voice
}
