package serve

import (
	"maps"

	"samantha"
	"samantha/internal/senses"
)

// messageOf is a sign of her senses as a message of the wire.
func messageOf(sign senses.Sign) any {
	switch s := sign.(type) {
	case senses.Welcome:
		return welcomeOf(s.State)
	case senses.Changed:
		return Changed{welcomeOf(s.State)}
	case senses.Heard:
		return Heard{Seq: s.Seq, ID: s.ID, At: s.At, Text: s.Text, Face: s.Face, Kept: Kept(s.Kept)}
	case senses.Said:
		return saidOf(s)
	case senses.Gone:
		return Gone{Seq: s.Seq, IDs: append([]samantha.ID{}, s.IDs...), Face: s.Face}
	case senses.Thinking:
		return Thinking(s)
	case senses.Refused:
		return Refused(s)
	case senses.Interim:
		return Interim(s)
	}
	return sign // which encode refuses
}

func welcomeOf(s senses.State) Welcome {
	w := Welcome{
		Seq: s.Seq, Person: s.Now.Person, Her: s.Now.Her, Mood: s.Now.Mood, Simulated: s.Now.Simulated, Remembering: s.Now.Remembering, Card: s.Now.Card,
		Choices: map[string]string{}, Mouth: s.Mouth, Version: s.Version,
	}
	maps.Copy(w.Choices, s.Now.Choices)
	return w
}

func saidOf(s senses.Said) Said {
	said := Said{
		Seq: s.Seq, ID: s.ID, At: s.At, Clauses: append([]string{}, s.Clauses...), Form: s.Form,
		Manner: s.Manner, Mood: s.Mood, Acts: append([]string{}, s.Acts...), Kept: Kept(s.Kept), More: s.More,
	}
	if s.Opens != (samantha.Opening{}) {
		said.Opens = &s.Opens
	}
	return said
}
