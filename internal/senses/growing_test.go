package senses_test

import (
	"context"
	"slices"
	"testing"
	"time"

	"samantha"
	"samantha/internal/senses"
)

// slowMind finds a clause a second, as a model does.
type slowMind struct {
	*fakeMind
	says []string
}

func (m *slowMind) Hear(ctx context.Context, u samantha.Utterance, out func(samantha.Clause) error) (samantha.Reply, error) {
	events, err := m.log.Append(ctx, samantha.Draft{
		At: time.Now(), Origin: samantha.OriginPerson,
		Body: &samantha.Heard{Words: samantha.HeardWords{Text: u.Text}, Numbers: samantha.HeardNumbers{FaceID: u.FaceID}},
	})
	if err != nil {
		return samantha.Reply{}, err
	}
	id := events[0].ID
	said := &samantha.Said{}
	for i, text := range m.says {
		<-time.After(time.Second)
		said.Words.Clauses = append(said.Words.Clauses, text)
		n := samantha.UtteredNumbers{Links: samantha.Links{Sources: []samantha.ID{id.Said(), id}}, Answer: id.Said(), Clause: i + 1}
		if _, err := m.log.Append(ctx, samantha.Draft{At: time.Now(), Origin: samantha.OriginHerself, Body: &samantha.Uttered{Words: samantha.UtteredWords{Text: text}, Numbers: n}}); err != nil {
			return samantha.Reply{}, err
		}
		if out(samantha.Clause{Text: text}) != nil {
			break
		}
	}
	_, err = m.log.Append(ctx, samantha.Draft{ID: id.Said(), At: time.Now(), Origin: samantha.OriginHerself, Body: said})
	return samantha.Reply{ID: id}, err
}

// slowly is a session whose mind finds words slowly, with a mouth.
func slowly(t *testing.T, says []string, test func(*testing.T, *bed, *senses.Device)) {
	t.Helper()
	inBubble(t, func(t *testing.T, b *bed) {
		b.Close()
		b.Session = senses.New(senses.Options{Log: b.mind.log, Mind: &slowMind{b.mind, says}, Clock: wall{}, Split: pairs, Mouth: &slowMouth{}, Version: "1"})
		d := b.attend(0)
		b.shown(d)
		d.Say(typed("a", "the bus was late"))
		test(t, b, d)
	})
}

// TestAnAnswerGrows: each device has an answer clause by clause, and can hear what there
// is of it; who comes in the middle has it so far; and whole it is there once.
func TestAnAnswerGrows(t *testing.T) {
	slowly(t, []string{"Late again.", "A gift of sorts.", "I'd walk."}, func(t *testing.T, b *bed, d *senses.Device) {
		if got := told(b.shown(d)); got != "thinking(a) heard(the bus was late)" {
			t.Errorf("at once: %s", got)
		}
		<-time.After(1500 * time.Millisecond)
		first := only[senses.Said](b.shown(d))
		if told(captions(asSigns(first))) != "said(Late again.)" || !first[0].More {
			t.Errorf("after the first clause: %+v", first)
		}
		if wav, err := b.Speak(t.Context(), first[0].ID, 1); err != nil || string(wav) != "WAV Late again." {
			t.Errorf("its sound: %q, %v", wav, err)
		}
		late := b.attend(first[0].Seq)
		if got := only[senses.Said](b.shown(late)); len(got) == 0 || !slices.Equal(got[0].Clauses, []string{"Late again.", "A gift", "of sorts."}) {
			t.Errorf("who comes in the middle: %+v", got)
		}
		<-time.After(3 * time.Second)
		all := only[senses.Said](b.shown(d))
		if last := all[len(all)-1]; told(captions(asSigns(all[len(all)-1:]))) != "said(Late again.|A gift|of sorts.|I'd walk.)" || last.More {
			t.Errorf("at last: %+v", last)
		}
		if got := only[senses.Said](b.shown(b.attend(0))); len(got) != 2 { // the welcome, and this
			t.Errorf("afterwards it is there %d times", len(got))
		}
	})
}

func asSigns(said []senses.Said) (signs []senses.Sign) {
	for _, s := range said {
		signs = append(signs, s)
	}
	return signs
}

// TestCutOffWhileSheFindsWords: no more are found, and how far she was heard is noted.
func TestCutOffWhileSheFindsWords(t *testing.T) {
	slowly(t, []string{"Late again.", "A gift.", "I'd walk.", "Or swim."}, func(t *testing.T, b *bed, d *senses.Device) {
		<-time.After(1500 * time.Millisecond)
		said := only[senses.Said](b.shown(d))
		if err := d.Cut(t.Context(), said[0].ID, 0); err != nil {
			t.Fatal(err)
		}
		<-time.After(10 * time.Second)
		all := only[senses.Said](b.shown(d))
		if got := all[len(all)-1]; got.More || !slices.Equal(got.Clauses, []string{"Late again.", "A gift."}) {
			t.Errorf("she said %+v", got)
		}
		if !slices.Contains(b.mind.cuts, samantha.CutNumbers{Answer: said[0].ID}) {
			t.Errorf("noted: %+v", b.mind.cuts)
		}
	})
}
