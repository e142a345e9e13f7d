package memory

import (
	"slices"
	"testing"

	"samantha"
)

func TestTongueOf(t *testing.T) {
	l := lore(t)
	for text, want := range map[string]string{
		"I took the key to my mother": "en", "Ayer le di la llave a mi madre": "es", "J'ai donné la clé à ma mère hier": "fr",
		"Martes.": "en", "": "en", "No, on a train.": "en",
	} {
		if got := l.tongues[l.tongueOf(text, 0)].code; got != want {
			t.Errorf("%q is %s, want %s", text, got, want)
		}
	}
	if got := l.tongues[l.tongueOf("Martes.", 1)].code; got != "es" {
		t.Errorf("a word alone goes on in the language before it, not in %s", got)
	}
}

func TestEachLanguageHasItsStems(t *testing.T) {
	x := life(t,
		told{by: person, text: "Las llaves estaban en el congelador con los guisantes."},
		told{by: person, hours: 20, text: "Ayer planté tomates para mi hermana."},
		told{by: person, hours: 40, text: "J'ai trouvé l'œil de verre dans un tiroir."},
		told{by: person, hours: 60, text: "Nous avons chanté au bord des rivières."},
		told{by: person, hours: 80, text: "I found a bottle of Ousmane's milk in my bag."},
	)
	for question, want := range map[string]int{
		"¿Dónde estaba la llave?": 0, "¿Quién me vio plantando un tomate?": 1, "Où était mon œil ?": 2, "Quand ai-je chanté près de la rivière ?": 3,
		"who had the bottles": 4, "¿De quién era lo de Ousmane?": 4,
	} {
		if got := found(x, Question{Text: question}); len(got) == 0 || got[0] != want {
			t.Errorf("%q found %v, want %d", question, got, want)
		}
	}
}

func TestQuestionsInEachLanguage(t *testing.T) {
	l := lore(t)
	for question, want := range map[string]samantha.Origin{
		"¿Qué planté yo en mi huerto?": person, "¿Qué te gusta a ti?": she, "Quelle est ma rue ?": person, "Qu'est-ce que vous aimez ?": she,
	} {
		if got := l.Whose(question, nil); got != want {
			t.Errorf("%q is %q's, want %q", question, got, want)
		}
	}
	for _, question := range []string{"¿Qué libros he leído?", "Quels livres ai-je lus ?"} {
		if !l.AsksList(question) {
			t.Errorf("%q asks for several", question)
		}
	}
	if !l.AsksWhen("¿Cuándo fue la boda?") || !l.AsksWhen("Quand ai-je pris le train ?") || l.AsksWhen("¿Dónde está la llave?") {
		t.Error("which questions ask for a day")
	}
}

func TestAnApostropheParts(t *testing.T) {
	got := slices.Collect(lore(t).tongues[0].content("I don't see 'Ines's' o'clock"))
	if !slices.Equal(got, []string{"see", "ines", "o", "clock"}) {
		t.Errorf("%q", got)
	}
}
