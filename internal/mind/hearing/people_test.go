package hearing

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"samantha"
)

func TestPeople(t *testing.T) {
	ear := newEar(t)
	for _, c := range []struct {
		text  string
		known []string
		want  []samantha.Mention
	}{
		{"my sister Mara called", nil, []samantha.Mention{{Name: "Mara", Relation: "sister"}}},
		{"my sister called, she's moving to Bergen", nil, []samantha.Mention{{Relation: "sister"}}},
		{"i walked with Mara along the canal", nil, []samantha.Mention{{Name: "Mara"}}},
		{"i had lunch with zelda", []string{"Zelda"}, []samantha.Mention{{Name: "zelda"}}},
		{"my boss and my ex met in Oslo", nil, []samantha.Mention{{Relation: "boss"}, {Relation: "ex"}}},
		{"my dog ate it", nil, nil},
		{"on Monday I flew to Lisbon", nil, nil},
		{"Bergen is lovely", nil, nil},
		{"mum rang about Jonas", nil, []samantha.Mention{{Relation: "mum"}, {Name: "Jonas"}}},
		{"my best friend is called Ulla", nil, []samantha.Mention{{Name: "Ulla", Relation: "best friend"}}},
		{"will you mark it", nil, nil},
	} {
		got := ear.Hear(c.text, Context{Now: evening, People: c.known}).People
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%q (-want +got)\n%s", c.text, diff)
		}
	}
}
