package memory

import (
	"testing"
	"time"

	"samantha"
)

func TestWhatIsPutRightInPassing(t *testing.T) {
	sister := samantha.Fact{Of: "sister", Slot: "name", Value: "bea", Beside: true}
	for _, test := range []struct {
		name  string
		told  []samantha.Fact
		claim samantha.Claim
		of    string // of whom, slot and value hold afterwards
		slot  string
		value string
	}{
		{"a value named as wrong", []samantha.Fact{{Of: "maeve", Slot: "home", Value: "hull"}}, samantha.Claim{Value: "leeds", Not: "hull"}, "maeve", "home", "leeds"},
		{"a part of a value", []samantha.Fact{{Of: Person, Slot: "appointment", Value: "thursday at 10"}}, samantha.Claim{Value: "friday", Not: "thursday"}, Person, "appointment", "friday at 10"},
		{"a day for a day", []samantha.Fact{{Of: Person, Slot: "scan", Value: "the 4th of may"}, {Of: "tom", Slot: "age", Value: "33"}}, samantha.Claim{Value: "the 6th of may"}, Person, "scan", "the 6th of may"},
		{"a day of the same month", []samantha.Fact{{Of: Person, Slot: "scan", Value: "the 4th of May"}}, samantha.Claim{Value: "the 6th"}, Person, "scan", "the 6th of May"},
		{"a number for a number", []samantha.Fact{{Of: "tom", Slot: "age", Value: "33"}, {Of: "tom", Slot: "home", Value: "hull"}}, samantha.Claim{Value: "34"}, "tom", "age", "34"},
		{"whose it is", []samantha.Fact{{Of: "sister", Slot: "does", Value: "drives a tram"}}, samantha.Claim{Value: "my aunt", Not: "my sister"}, "aunt", "does", "drives a tram"},
		{"whose name it is", []samantha.Fact{sister}, samantha.Claim{Value: "my aunt", Not: "my sister"}, "aunt", "name", "bea"},
		{"what they are to another", []samantha.Fact{{Of: "maeve", Slot: "sister", Value: "bea"}}, samantha.Claim{Value: "her aunt", Not: "her sister"}, "maeve", "aunt", "bea"},
		{"how a name is spelled", []samantha.Fact{{Of: "boss", Slot: "name", Value: "shivon"}, {Of: "boss", Slot: "work", Value: "a baker"}}, samantha.Claim{Slot: "spelled", Value: "siobhan"}, "boss", "name", "siobhan"},
		{"a name that another bears", []samantha.Fact{{Of: "brother", Slot: "name", Value: "tom"}}, samantha.Claim{Value: "ida", Not: "ada"}, "brother", "name", "tom"},
		{"what nobody told is left", []samantha.Fact{{Of: "maeve", Slot: "home", Value: "hull"}}, samantha.Claim{Value: "oisin", Not: "ocean"}, "maeve", "home", "hull"},
		{"a word for no number", []samantha.Fact{{Of: "tom", Slot: "age", Value: "33"}}, samantha.Claim{Value: "leeds"}, "tom", "age", "33"},
	} {
		var l past
		for _, f := range test.told {
			l.told(f)
		}
		for _, f := range lore(t).Mend(samantha.Hearing{Claims: []samantha.Claim{test.claim}}, &l.state, nil, time.Time{}) {
			l.told(f)
		}
		if k := l.state.Find(test.of, test.slot); len(k) != 1 || k[0].Value != test.value {
			t.Errorf("%s: %+v", test.name, k)
		}
	}
}

func TestWithin(t *testing.T) {
	text := "The scan is on the 5th of May. No wait, the 6th. The fair is on the 9th of May."
	facts := []samantha.Fact{
		{Of: Person, Slot: "scan", Value: "the 5th of May", Quote: "The scan is on the 5th of May."},
		{Of: "fair", Slot: "day", Value: "the 9th of May", Quote: "The fair is on the 9th of May."},
	}
	lore(t).Within(text, samantha.Hearing{Claims: []samantha.Claim{{Value: "the 6th", Text: "No wait, the 6th."}}}, facts)
	if facts[0].Value != "the 6th of May" || facts[0].Quote != "No wait, the 6th." || facts[1].Value != "the 9th of May" {
		t.Errorf("%+v", facts)
	}
}

// What is taken back at once is no more about what was spoken of before.
func TestWithinAPlace(t *testing.T) {
	text := "Jens lives in Turku, no, Vaasa"
	h := samantha.Hearing{Claims: []samantha.Claim{{Of: "Jens", Slot: "home", Value: "Turku", Text: text[:20]}, {Value: "Vaasa", Text: "Vaasa"}}}
	var l past
	l.told(samantha.Fact{Of: "Tilda", Slot: "home", Value: "Oulu"})
	given := l.state.Find("Tilda", "home")[0]
	if facts := lore(t).Mend(h, &l.state, nil, time.Time{}); len(facts) != 0 {
		t.Errorf("somebody else is put right: %+v", facts)
	}
	facts := Learn(h, &given, "")
	lore(t).Within(text, h, facts)
	if len(facts) != 1 || facts[0].Of != "Jens" || facts[0].Value != "Vaasa" {
		t.Errorf("%+v", facts)
	}
}

func TestSomebodyInsteadTakesItFromAnother(t *testing.T) {
	var l past
	l.told(samantha.Fact{Of: "tom", Slot: "does", Value: "drives a tram"})
	claim := samantha.Claim{Of: "kofi", Slot: "does", Value: "drives a tram", Instead: true}
	for _, f := range lore(t).Mend(samantha.Hearing{Claims: []samantha.Claim{claim}}, &l.state, nil, time.Time{}) {
		l.told(f)
	}
	if k := l.state.Find("tom", "does"); len(k) != 0 {
		t.Errorf("still held of the other: %+v", k)
	}
}

func TestARightedNameReplacesOnlyTheWrongOne(t *testing.T) {
	var l past
	l.told(samantha.Fact{Of: "brother", Slot: "name", Value: "Tom"})
	given := l.state.Find("brother", "name")[0]
	wrong := samantha.Hearing{Claims: []samantha.Claim{{Value: "Ida", Not: "Ada"}}}
	if facts := Learn(wrong, &given, ""); len(facts) != 0 {
		t.Errorf("Tom is put right: %+v", facts)
	}
	right := samantha.Hearing{Claims: []samantha.Claim{{Value: "Thom", Not: "Tom"}}}
	if facts := Learn(right, &given, ""); len(facts) != 1 || facts[0].Like != given.ID {
		t.Errorf("Tom is not put right: %+v", facts)
	}
}

func TestANameOfAnotherIsNotThePersons(t *testing.T) {
	h := samantha.Hearing{
		Acts:   []samantha.Act{{Kind: "tell.name", Slots: map[string]string{"name": "Ida"}}},
		People: []samantha.Mention{{Name: "Ida", Relation: "sister"}},
	}
	if facts := Learn(h, nil, ""); len(facts) != 0 {
		t.Errorf("learned %+v", facts)
	}
}
