package memory

import (
	"testing"
	"time"

	"samantha"
)

// spoken is a moment in which somebody was spoken of.
func (l *past) spoken(topics ...samantha.Topic) {
	l.add(&samantha.Heard{Words: samantha.HeardWords{Hearing: samantha.Hearing{Topics: topics}}})
}

func TestWhomAPronounMeans(t *testing.T) {
	lore, err := New()
	if err != nil {
		t.Fatal(err)
	}
	nora, robin := samantha.Topic{Text: "Nora", Name: "Nora", Sort: "any"}, samantha.Topic{Text: "Robin", Name: "Robin", Sort: "any"}
	tom, jude := samantha.Topic{Text: "Tom", Name: "Tom", Sort: "any"}, samantha.Topic{Text: "Jude", Name: "Jude", Sort: "any"}
	aunt := samantha.Topic{Text: "my aunt", Relation: "aunt", Sort: "she"}
	for _, test := range []struct {
		name   string
		facts  []samantha.Fact
		spoken [][]samantha.Topic
		want   string // the topic that is meant
	}{
		{"the aunt", nil, [][]samantha.Topic{{aunt}}, "my aunt"},
		{"the only one named", nil, [][]samantha.Topic{{nora}, {}, {}}, "Nora"},
		{"the only one named lately", nil, [][]samantha.Topic{{robin}, {}, {}, {nora}}, "Nora"},
		{"two named lately", nil, [][]samantha.Topic{{robin}, {jude}}, ""},
		{"two named at once", nil, [][]samantha.Topic{{robin, jude}}, ""},
		{"an aunt, and somebody named later", nil, [][]samantha.Topic{{aunt}, {nora}}, ""},
		{"Robin is a brother", []samantha.Fact{{Of: "brother", Slot: "name", Value: "Robin"}}, [][]samantha.Topic{{nora}, {robin}}, "Nora"},
		{"a Tom is no she", nil, [][]samantha.Topic{{tom, nora}}, "Nora"},
		{"only a Tom", nil, [][]samantha.Topic{{tom}}, ""},
		{"nobody", nil, nil, ""},
	} {
		var l past
		for _, f := range test.facts {
			l.told(f)
		}
		for _, topics := range test.spoken {
			l.spoken(topics...)
		}
		h := samantha.Hearing{Claims: []samantha.Claim{{Of: "she", Slot: "work", Value: "a nurse"}}}
		got := ""
		for _, f := range lore.LearnOf(h, &l.state, time.Unix(int64(len(l.events)-2)*3600, 0), samantha.Mention{}) {
			topic, _ := l.state.Topic(f.Like)
			got += topic.Text
		}
		if got != test.want {
			t.Errorf("%s: she is %q, want %q", test.name, got, test.want)
		}
	}
}

// Whom she named herself right before is meant, unless that one is no "she".
func TestAPronounMeansWhomSheNamed(t *testing.T) {
	lore, err := New()
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		named samantha.Mention
		want  string
	}{
		{samantha.Mention{Name: "Robin"}, "Robin"},
		{samantha.Mention{Relation: "aunt"}, "aunt"},
		{samantha.Mention{Relation: "uncle"}, ""},
		{samantha.Mention{Name: "Tom"}, ""},
		{samantha.Mention{Relation: "friends", Several: true}, ""},
	} {
		h := samantha.Hearing{Claims: []samantha.Claim{{Of: "she", Slot: "work", Value: "a nurse"}}}
		got := ""
		for _, f := range lore.LearnOf(h, &State{}, time.Time{}, test.named) {
			got += f.Of
		}
		if got != test.want {
			t.Errorf("after %+v: she is %q, want %q", test.named, got, test.want)
		}
	}
}

func TestANewDoseEndsTheOldOne(t *testing.T) {
	var l past
	l.told(samantha.Fact{Of: Person, Slot: "takes", Value: "ten of the iron"})
	l.told(samantha.Fact{Of: Person, Slot: "dose", Value: "twenty", Way: samantha.WayChange})
	for _, k := range l.state.Known() {
		if k.Slot == "takes" {
			t.Errorf("%q still holds", k.Value)
		}
	}
	l.told(samantha.Fact{Of: Person, Slot: "takes", Value: "a statin"})
	l.told(samantha.Fact{Of: Person, Slot: "takes", Value: "insulin"})
	l.told(samantha.Fact{Of: Person, Slot: "dose", Value: "thirty", Way: samantha.WayChange})
	if got := len(l.state.Known()); got != 3 {
		t.Errorf("%d hold, want the dose and both: of two nobody knows which is meant", got)
	}
}
