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
		{"ola's picking me up at nine", nil, []samantha.Mention{{Name: "ola"}}},
		{"the vet is a lady called runa", nil, []samantha.Mention{{Name: "runa", As: "a lady"}}},
		{"staying at her pal tovas in Bergen", nil, []samantha.Mention{{Name: "tova"}}},
		{"still in halvors spare room", nil, []samantha.Mention{{Name: "halvor"}}},
		{"idas furious", []string{"Ida"}, []samantha.Mention{{Name: "ida"}}},
		{"we had mister Tamm in again", nil, []samantha.Mention{{Name: "mister Tamm"}}},
		{"Bergen is lovely", nil, nil},
		{"I shouted at Jonas that night", []string{"Jonas"}, []samantha.Mention{{Name: "Jonas"}}},
		{"my girl lost a tooth", nil, []samantha.Mention{{Relation: "girl", Kin: "daughter"}}},
		{"Kuba and I broke up", nil, []samantha.Mention{{Name: "Kuba"}}},
		{"mum's dog is barking", nil, []samantha.Mention{{As: "mum's dog"}}},
		{"the dog is called Biscuit", nil, []samantha.Mention{{Name: "Biscuit", As: "the dog"}}},
		{"we all call mum Ruthie", nil, []samantha.Mention{{Relation: "mum", Kin: "mother", Also: "Ruthie"}}},
		{"mum rang about Jonas", nil, []samantha.Mention{{Relation: "mum", Kin: "mother"}, {Name: "Jonas"}}},
		{"the neighbour's dog, Bobik, got out again", nil, []samantha.Mention{{Name: "Bobik", As: "the neighbour's dog"}}},
		{"Mara is my daughter. Jonas sells boats", []string{"Mara", "Jonas"}, []samantha.Mention{{Name: "Mara"}, {Relation: "daughter"}, {Name: "Jonas"}}},
		{"Figo. The vet said he was only moulting", []string{"Figo"}, []samantha.Mention{{Name: "Figo"}}},
		{"my sister Ruth, we all call her Ruthie", nil, []samantha.Mention{{Name: "Ruth", Relation: "sister", Also: "Ruthie"}}},
		{"we all call her Ruthie", nil, []samantha.Mention{{Also: "Ruthie"}}},
		{"my late husband Walter had a trumpet", nil, []samantha.Mention{{Name: "Walter", Relation: "husband", Late: true}}},
		{"Ruth's husband Paul came too", []string{"Ruth"}, []samantha.Mention{{Name: "Paul", As: "Ruth's husband"}}},
		{"a colleague called Nadia sat there", nil, []samantha.Mention{{Name: "Nadia", Relation: "colleague", Several: true}}},
		{"Ivan the plumber is coming", nil, []samantha.Mention{{Name: "Ivan", As: "the plumber"}}},
		{"my dog Rex ate it", nil, []samantha.Mention{{Name: "Rex", Relation: "dog"}}},
		{"my best friend is called Ulla", nil, []samantha.Mention{{Name: "Ulla", Relation: "best friend", Several: true, Loosely: true}}},
		{"will you mark it", nil, nil},
		{"and ilinca, my sister, is moving house", nil, []samantha.Mention{{Name: "ilinca", Relation: "sister"}}},
		{"my colleague doina broke her wrist", nil, []samantha.Mention{{Name: "doina", Relation: "colleague", Several: true}}},
		{"her dad and me split two years ago. radu", nil, []samantha.Mention{{Name: "radu", Relation: "ex"}}},
		{"no her dad is radu. not my dad", nil, []samantha.Mention{{Name: "radu"}}},
		{"her dad rang", nil, nil},
		{"her teacher's name is mrs dobre", nil, []samantha.Mention{{Name: "mrs dobre"}}},
		{"bruno barked for two hours. the neighbour's dog", nil, []samantha.Mention{{Name: "bruno", As: "the neighbour's dog"}}},
		{"sanda drew a cat", nil, []samantha.Mention{{Name: "sanda"}}},
		{"a cyst bled, the cyst hurts", nil, nil},
		{"i miss falafel", nil, nil},
		{"Lurdes would have come with me. My wife. She died two winters ago.", nil, []samantha.Mention{{Name: "Lurdes", Relation: "wife", Late: true}}},
		{"Figo. The vet said he was only moulting. Dr. Paula, a young woman.", []string{"Figo"}, []samantha.Mention{{Name: "Figo"}, {Name: "Dr. Paula"}}},
		{"It was me, Zé Manel and Father Anselmo", nil, []samantha.Mention{{Name: "Zé Manel"}, {Name: "Father Anselmo"}}},
		{"Zé Manel bought a new hat", nil, []samantha.Mention{{Name: "Zé Manel"}}},
		{"Dona Amélia from next door brings it", nil, []samantha.Mention{{Name: "Dona Amélia"}}},
		{"tell me everybody in my family", nil, nil},
		{"the diarist's brother rang", nil, nil},
		{`Ida shouted "Encore" from the gods`, nil, []samantha.Mention{{Name: "Ida"}}},
		{"the sign was set in Gill Sans", nil, nil},
		{"we saw The Crimson Petticoat", nil, nil},
		{"she spelled it B-E-A for me", nil, nil},
		{"a hut in Upper Thornby with Ida", nil, []samantha.Mention{{Name: "Ida"}}},
		{"Ida is leaving for Ronda in June", nil, []samantha.Mention{{Name: "Ida"}}},
		{"I'm off to Spain in May. Ten days, Ronda and then Cadiz, with a hat.", nil, nil},
		{"We met by Tolka Bridge", nil, nil},
		{"Mr. Okafor, my landlord, knocked", nil, []samantha.Mention{{Name: "Mr. Okafor", Relation: "landlord"}}},
		{"we walked round San Telmo. Dora rang", nil, []samantha.Mention{{Name: "San Telmo"}, {Name: "Dora"}}},
	} {
		got := ear.Hear(c.text, Context{Now: evening, People: c.known}).People
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%q (-want +got)\n%s", c.text, diff)
		}
	}
}

func TestPlaces(t *testing.T) {
	ear := newEar(t)
	for _, c := range []struct {
		text  string
		known []string
		want  []string
	}{
		{"I was in Rome last week", nil, []string{"Rome"}},
		{"she works at the harbour office", nil, []string{"the harbour office"}},
		{"I'm flying to Lisbon and then to Oslo", nil, []string{"Lisbon", "Oslo"}},
		{"I walked to Mara's", []string{"Mara"}, nil},
		{"dinner with Tom in the garden", nil, []string{"the garden"}},
		{"I saw it in March", nil, nil},
		{"I read it in English", nil, nil},
		{"we met at Jonas's flat and went to the old swimming pool", nil, []string{"the old swimming pool"}},
		{"nothing happened", nil, nil},
	} {
		got := ear.Hear(c.text, Context{Now: evening, People: c.known}).Places
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%q (-want +got)\n%s", c.text, diff)
		}
	}
}
