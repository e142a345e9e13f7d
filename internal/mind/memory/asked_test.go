package memory

import (
	"slices"
	"testing"
	"time"

	"samantha"
)

func day(n int) samantha.When {
	from := first().Truncate(24*time.Hour).AddDate(0, 0, n)
	return samantha.When{From: from, To: from.AddDate(0, 0, 1)}
}

func TestTimesOfAQuestion(t *testing.T) {
	x := life(t,
		told{by: person, text: "We had soup for dinner."},
		told{by: person, hours: 24 * 10, text: "Dinner was late."},
		told{by: person, hours: 24 * 20, text: "Dinner with Ines."},
		told{by: person, hours: 24 * 30, text: "About that dinner then: awful.", about: []samantha.When{day(-40)}},
	)
	for want, n := range map[int]int{0: 0, 1: 10, 2: 20, 3: -40} {
		if got := found(x, Question{Text: "dinner", Times: []samantha.When{day(n)}}); got[0] != want {
			t.Errorf("day %d found %v, want %d", n, got, want)
		}
	}
}

func TestATimeIsOfTheYearBesideIt(t *testing.T) {
	month := func(year int) samantha.When {
		from := time.Date(year, 5, 1, 0, 0, 0, 0, time.UTC)
		return samantha.When{Text: "in May", From: from, To: from.AddDate(0, 1, 0)}
	}
	whole := samantha.When{Text: "2021", From: time.Date(2021, 1, 1, 0, 0, 0, 0, time.UTC), To: time.Date(2022, 1, 1, 0, 0, 0, 0, time.UTC)}
	for _, test := range []struct {
		question string
		times    []samantha.When
		want     samantha.When
	}{
		{"what did I plant in May", []samantha.When{month(2025)}, month(2025)},
		{"what did I plant in May 2021", []samantha.When{month(2025)}, month(2021)},
		{"what did I plant in May that year", []samantha.When{month(2025), whole}, month(2021)},
		{"what did I plant in 2021", []samantha.When{whole}, whole},
	} {
		if got := inTheirYear(test.question, test.times); len(got) != 1 || got[0] != (span{test.want.From, test.want.To}) {
			t.Errorf("%q: %v", test.question, got)
		}
	}
}

func TestTimesNamedByWhatHappened(t *testing.T) {
	x := life(t,
		told{by: person, text: "Cooked lentils."},
		told{by: person, hours: 24 * 40, text: "Cooked a goose."},
		told{by: person, hours: 24 * 44, text: "My sister left for Canada today."},
		told{by: person, hours: 24 * 47, text: "Cooked nothing."},
		told{by: person, hours: 24 * 90, text: "Cooked rice."},
	)
	for question, want := range map[string]int{
		"what did I cook the week before my sister left": 1,
		"what did I cook after my sister left, then":     3,
	} {
		if got := found(x, Question{Text: question}); got[0] != want && (len(got) < 2 || got[1] != want) {
			t.Errorf("%q found %v, want %d", question, got, want)
		}
	}
	if _, ok := lore(t).timeIn("when did my sister leave"); ok {
		t.Error("a question after a time names none")
	}
}

func TestAsksList(t *testing.T) {
	l := lore(t)
	for question, want := range map[string]bool{
		"What books did I read?": true, "which old songs do I like": true, "How many cats do I have?": true,
		"where have we been": true, "In what towns did she live?": true, "what kind of tea do I drink": true,
		"What did I read?": false, "where is my boss": false, "what does the glass cost": false, "": false, "what": false,
	} {
		if got := l.AsksList(question); got != want {
			t.Errorf("%q: %v", question, got)
		}
	}
}

func TestGatherTakesOneOfEachEncounter(t *testing.T) {
	x := life(t,
		told{by: person, text: "I finished a book about bees."},
		told{by: person, text: "The book had pictures."},
		told{by: she, text: "A book on bees, then."},
		told{by: person, hours: 30, text: "Mara gave me a book on glaciers."},
		told{by: person, hours: 60, text: "Have you read that book?"},
		told{by: person, hours: 90, text: "No more books for me."},
		told{by: person, hours: 120, text: "Soup again."},
	)
	places := func(g Gathered) []int {
		var out []int
		for _, m := range g.Memories {
			n, _ := m.ID.Seq()
			out = append(out, int(n)-1)
		}
		return out
	}
	for _, test := range []struct {
		question string
		n        int
		want     []int
		more     int
	}{
		{"which books did I tell you about", 4, []int{1, 3, 5}, 0},
		{"which books did I tell you about", 2, []int{3, 5}, 1},
		{"what books did Mara give me", 4, []int{3}, 0},
		{"which birds did I see", 4, nil, 0},
		{"where is my book", 4, nil, 0},
	} {
		g := x.Gather(Question{Text: test.question, Owner: person}, test.n)
		if got := places(g); !slices.Equal(got, test.want) || g.More != test.more {
			t.Errorf("%q: %v and %d more, want %v and %d", test.question, got, g.More, test.want, test.more)
		}
	}
}
