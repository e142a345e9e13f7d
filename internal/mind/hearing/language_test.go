package hearing

import (
	"cmp"
	"os"
	"strings"
	"testing"

	"samantha"
)

func TestLanguage(t *testing.T) {
	ear := newEar(t)
	for _, c := range []struct{ text, want string }{
		{"ich bin heute sehr müde", "de"},
		{"wie geht es dir?", "de"},
		{"guten Abend, kannst du mir helfen", "de"},
		{"je suis très fatigué ce soir", "fr"},
		{"bonjour, comment ça va ?", "fr"},
		{"hola, ¿cómo estás?", "es"},
		{"estoy muy cansado hoy", "es"},
		{"ciao, come stai oggi?", "it"},
		{"sono molto stanco", "it"},
		{"ik ben vandaag heel moe", "nl"},
		{"hoe gaat het met jou", "nl"},
		{"estou muito cansado hoje", "pt"},
		{"olá, tudo bem com você?", "pt"},
		{"jag är mycket trött idag", "sv"},
		{"jestem dzisiaj bardzo zmęczona", "pl"},
		{"bugün çok yorgunum", "tr"},
		{"как дела", "ru"},
		{"今日は疲れた", "ja"},
		{"我今天很累", "zh"},
		{"كيف حالك", "ar"},
		{"i'm tired", ""},
		{"no", ""},
		{"ok", ""},
		{"i met Ben at the gym and we had a die-hard evening", ""},
		{"my son is a man", ""},
		{"we had crème brûlée at the café", ""},
		{"Sam", ""},
		{"dog on the sofa", ""},
		{"pizza con funghi", ""},
		{"i moved to München for the job", ""},
		{"he said привет to me in the shop this morning", ""},
	} {
		if got := ear.Hear(c.text, Context{Now: evening}).Language; got != c.want {
			t.Errorf("%q: got %q, want %q", c.text, got, c.want)
		}
	}
}

// TestLanguages: each text of languages.tsv is heard in its language.
func TestLanguages(t *testing.T) {
	ear := newEar(t)
	text, err := os.ReadFile("testdata/languages.tsv")
	if err != nil {
		t.Fatal(err)
	}
	for _, line := range samantha.Lines("languages.tsv", string(text)) {
		if line.Text == "" {
			continue
		}
		want, said, ok := strings.Cut(line.Text, "\t")
		if !ok {
			t.Fatal(line.Bad("want: code, tab, text"))
		}
		got := cmp.Or(ear.Hear(said, Context{Now: evening}).Language, "en")
		if got != want {
			t.Errorf("%q: got %s, want %s", said, got, want)
		}
	}
}

func TestTopic(t *testing.T) {
	ear := newEar(t)
	for _, c := range []struct{ text, want string }{
		{"eating toast over the sink", "food"},
		{"my boss moved the deadline again and I have to redo the slides", "work"},
		{"i finally fixed the bike chain", "journey"},
		{"couldn't sleep", "sleep"},
		{"we walked along the canal in the rain", "place"},
		{"my dog ate the sofa", "home"},
		{"i'm fine", ""},
		{"the tomatoes are dead", "garden"},
	} {
		if got := ear.Topic(ear.Hear(c.text, Context{Now: evening})); got != c.want {
			t.Errorf("%q: got %q, want %q", c.text, got, c.want)
		}
	}
}
