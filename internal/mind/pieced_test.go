package mind_test

import (
	"strings"
	"testing"

	"samantha/internal/house/life/inmem"
)

// What somebody of few words tells in pieces is put together, and none of it is answered
// with how little it is.
func TestPiecesArePutTogether(t *testing.T) {
	for _, row := range []struct {
		said []string
		want string
	}{
		{[]string{"hi", "had a scooter", "its gone", "nicked. friday"}, "scooter"},
		{[]string{"hi", "the laptop", "stolen. monday"}, "laptop"},
		{[]string{"hi", "long day", "my rucksack", "got stolen"}, "rucksack"},
	} {
		k := begin(t, inmem.New())
		var last string
		for _, line := range row.said {
			last = k.say(line).Text
		}
		if !strings.Contains(strings.ToLower(last), row.want) {
			t.Errorf("%q: %q names no %s", row.said, last, row.want)
		}
	}
}

// A word of trouble is news, whatever she had asked.
func TestAWordOfTroubleIsNews(t *testing.T) {
	for _, word := range []string{"sacked", "failed", "dumped", "cancelled", "hospital", "miss her", "robbed"} {
		k := begin(t, inmem.New())
		for _, line := range []string{"hi", "Ines", "ok", "meh"} {
			k.say(line)
		}
		if kind := k.say(word).Heard.Words.Intent.Moves[0].Slots["kind"]; kind == "" {
			t.Errorf("%q: not taken as what it is", word)
		}
	}
}
