package mind_test

import (
	"slices"
	"testing"

	"samantha"
	"samantha/internal/house/life/inmem"
)

// TestTheTimeIsShownWhenAskedFor: it is off, a sentence turns it on and opens it, another
// hides it, and "hide that" means it only while it is there.
func TestTheTimeIsShownWhenAskedFor(t *testing.T) {
	k := begin(t, inmem.New())
	k.say("hi")
	k.say("Nora")
	shown := func() bool {
		t.Helper()
		seen, err := k.mind.Together(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		return seen.Shown
	}
	if shown() {
		t.Error("it is shown unasked")
	}
	if got := k.say("hide that again").Said.Numbers; slices.Contains(got.Acts, samantha.DoTogether) {
		t.Errorf("there is nothing to hide: %v", got.Acts)
	}
	time := samantha.Opening{Page: samantha.PageUs, Layer: samantha.LayerTime}
	if got := k.say("show me how much time I spend with you").Said.Numbers.Opens; got != time || !shown() {
		t.Errorf("asked for, it opens %+v, shown %v", got, shown())
	}
	if got := k.say("hide that again").Said.Numbers; got.Opens != (samantha.Opening{}) || shown() {
		t.Errorf("hidden, it opens %+v, shown %v", got.Opens, shown())
	}
	now, err := k.mind.Now(t.Context())
	if err != nil || now.Choices[samantha.ChoiceTogether] != samantha.ChoiceNo {
		t.Errorf("the log has it as %v, %v", now.Choices, err)
	}
}

// TestTheTimeBesideTheirPeople: on which days somebody was told of, and her own view.
func TestTheTimeBesideTheirPeople(t *testing.T) {
	k := begin(t, inmem.New())
	k.say("hi")
	k.say("Nora")
	k.say("my sister Ruth called")
	seen, err := k.mind.Together(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	day := seen.Until.Format("2006-01-02")
	if len(seen.People) != 1 || seen.People[0].Who != "Ruth" || !slices.Equal(seen.People[0].On, []string{day}) {
		t.Errorf("people: %+v", seen.People)
	}
	if seen.View == "" || len(seen.Days) != 1 || seen.Until.Sub(seen.Since).Hours() != 24*27 {
		t.Errorf("%+v", seen)
	}
}
