package mind_test

import (
	"os"
	"slices"
	"strings"
	"testing"

	"samantha"
	"samantha/internal/house/life/inmem"
)

// toldToFriend are the files, and how many of their questions are answered right at the least.
func toldToFriend() map[string]int {
	return map[string]int{"testdata/told-to-a-friend.txt": 152, "testdata/told-to-a-friend-2.txt": 114, "testdata/told-to-a-friend-3.txt": 20, "testdata/told-at-sight.txt": 125, "testdata/told-at-sight-2.txt": 46}
}

// mostWords is how long an answer may be: a sentence of theirs, in her own first words.
const mostWords = 18

// TestWhatWasToldIsSaidAsAFriendWould: a question after something told gets the very thing,
// short; one that nothing told can answer gets nothing of theirs read back.
func TestWhatWasToldIsSaidAsAFriendWould(t *testing.T) {
	shared := furnished(t)
	for file, least := range toldToFriend() {
		raw, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		right, all := 0, 0
		for paragraph := range strings.SplitSeq(string(raw), "\n\n") {
			told, asked := telling(paragraph)
			for question, want := range asked {
				all++
				k := shared.begin(t, inmem.New())
				for _, line := range told {
					k.say(line)
				}
				r := k.say(question)
				if fits(r, want) {
					right++
					continue
				}
				t.Logf("%q: %v %q, want %s", question, r.Said.Numbers.Acts, r.Text, want)
			}
		}
		t.Logf("%s: %d of %d", file, right, all)
		if right < least {
			t.Errorf("%s: right are %d of %d, want %d", file, right, all, least)
		}
	}
}

// telling is a paragraph of the file: what is told, and what an answer to each question holds.
func telling(paragraph string) (told []string, asked map[string]string) {
	asked = map[string]string{}
	for line := range strings.Lines(paragraph) {
		line = strings.TrimSpace(line)
		question, is := strings.CutPrefix(line, "? ")
		switch {
		case line == "" || line[0] == '#':
		case is:
			question, want, _ := strings.Cut(question, " = ")
			asked[question] = want
		default:
			told = append(told, line)
		}
	}
	return told, asked
}

// fits: a reply answers as it should, in few words and without reading a message back.
func fits(r samantha.Reply, want string) bool {
	acts := r.Said.Numbers.Acts
	switch want {
	case "-":
		return !slices.ContainsFunc(acts, func(act string) bool { return slices.Contains(readsBack, act) })
	case "none":
		return slices.Contains(acts, samantha.DoNothing)
	}
	holds := func(w string) bool { return strings.Contains(strings.ToLower(r.Text), strings.ToLower(w)) }
	all := !slices.ContainsFunc(strings.Split(want, "+"), func(w string) bool { return !holds(w) })
	any := slices.ContainsFunc(strings.Split(want, "|"), holds)
	return (all || any) && len(strings.Fields(r.Text)) <= mostWords && !strings.Contains(r.Text, "Near it")
}

// readsBack are the acts by which she gives back what they told, or says that she has none of it.
var readsBack = []string{samantha.DoMemory, samantha.DoNearest, samantha.DoDetail, samantha.DoGathered, samantha.DoNothing, samantha.DoFact, samantha.DoWho}
