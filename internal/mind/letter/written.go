package letter

import (
	"fmt"
	"strings"
	"time"

	"samantha"
)

// Sentence is one of a letter as it stands, and what it is from.
type Sentence struct {
	ID   samantha.ID `json:"id"`   // "m7k2.line.1"
	Text string      `json:"text"` // as it stands now
	Said string      `json:"said"` // as the person said it
	From samantha.ID `json:"from"` // the moment in which they said it
}

// Written is a letter as it can be read.
type Written struct {
	ID        samantha.ID `json:"id"`
	To        string      `json:"to,omitempty"`
	For       string      `json:"for,omitempty"`
	Tone      string      `json:"tone"`
	At        time.Time   `json:"at"`      // when it was begun
	Changed   time.Time   `json:"changed"` // when it was changed last
	Done      bool        `json:"done"`
	Version   int         `json:"version"` // which of its versions this is, from 1; 0: nothing stands in it yet
	Greeting  string      `json:"greeting"`
	Sentences []Sentence  `json:"sentences"`
	Close     string      `json:"close"`
	Name      string      `json:"name,omitempty"` // the person's, below it
	Lost      int         `json:"lost,omitempty"` // sentences that went with what was forgotten
}

// Known is what a letter takes from elsewhere.
type Known struct {
	Words    func(samantha.ID) (string, bool) // the text of a memory
	Name     string                           // the person's; "" if they never told it
	To       string                           // the name of whom it is to; "" if it is not known
	Relation string                           // what they are to the person; "" if it is not known
}

// Write is a version of a letter, 0 the newest, as it can be read.
func (r *Room) Write(l Letter, version int, k Known) Written {
	if version == 0 {
		version = l.Versions()
	}
	class := r.classOf(k.Relation)
	w := Written{
		ID: l.ID, To: l.To, For: l.For, At: l.At, Changed: l.At, Done: l.Done, Version: version,
		Tone: r.tone(l.Tone(version), class), Sentences: []Sentence{}, Name: k.Name, Lost: l.Lost,
	}
	for _, p := range l.Steps {
		if p.changes() {
			w.Changed = p.At
		}
	}
	w.Greeting, w.Close = r.frame(w.Tone, class, l.To, k.To)
	for _, n := range l.Standing(version) {
		said, from, ok := n.said(k.Words)
		if !ok {
			w.Lost++
			continue
		}
		w.Sentences = append(w.Sentences, Sentence{ID: n.ID, Text: n.worded(said), Said: said, From: from})
	}
	return w
}

// said is a line as the person said it, and where.
func (n Line) said(words func(samantha.ID) (string, bool)) (text string, from samantha.ID, ok bool) {
	if n.From.ID == "" {
		return n.Text, n.ID.Event(), true
	}
	memory, ok := words(n.From.ID)
	if !ok {
		return "", "", false
	}
	text, ok = Nth(memory, n.From.Nth)
	return text, n.From.ID, ok
}

// Nth is a sentence of a memory as a letter would have it, from 1.
func Nth(memory string, n int) (string, bool) {
	all := Clean(memory)
	if n < 1 || n > len(all) {
		return "", false
	}
	return all[n-1], true
}

func (n Line) worded(said string) string {
	text := Apply(said, n.Born)
	for _, f := range n.Forms {
		text = Apply(text, []samantha.LetterForm{f.LetterForm})
	}
	return text
}

// tone is the one asked for, or the usual one of a class.
func (r *Room) tone(asked, class string) string {
	if asked != "" {
		return asked
	}
	return r.usual[class]
}

// Body is the letter's own sentences, one after the other.
func (w Written) Body() string {
	var all []string
	for _, s := range w.Sentences {
		all = append(all, s.Text)
	}
	return strings.Join(all, " ")
}

// Text is the letter as plain text.
func (w Written) Text() string {
	text := w.Greeting + "\n\n" + w.Body() + "\n\n" + w.Close + "\n"
	if w.Name != "" {
		text += w.Name + "\n"
	}
	return text
}

// Aloud is the letter as it is read out.
func (w Written) Aloud() string {
	return strings.Join(strings.Fields(strings.TrimSuffix(w.Greeting, ",")+". "+w.Body()+" "+strings.TrimRight(strings.TrimSuffix(w.Close, ",")+", "+w.Name, ", ")+"."), " ")
}

// takeTone reads "class | name | relations", "usual | class | tone" and
// "greeting | tone | class | text" or "close | tone | class | text".
func (r *Room) takeTone(row []string) error {
	switch {
	case len(row) == 3 && row[0] == "class":
		for w := range strings.SplitSeq(row[2], ",") {
			r.class[strings.TrimSpace(w)] = row[1]
		}
	case len(row) == 3 && row[0] == "usual":
		r.usual[row[1]] = row[2]
	case len(row) == 4 && (row[0] == "greeting" || row[0] == "close"):
		r.tones[strings.Join(row[:3], " ")] = row[3]
	default:
		return fmt.Errorf("no such row")
	}
	return nil
}

// other is the class of whoever is in none.
const other = "other"

func (r *Room) classOf(relation string) string {
	if c := r.class[strings.ToLower(relation)]; c != "" {
		return c
	}
	return other
}

// frame are greeting and close: by name, else by what the person calls them.
func (r *Room) frame(tone, class, to, name string) (greeting, end string) {
	find := func(what string) string {
		for _, c := range []string{class, other} {
			if text := r.tones[what+" "+tone+" "+c]; text != "" {
				return text
			}
		}
		return r.tones[what+" warm "+other]
	}
	greeting, end = find("greeting"), find("close")
	called := name
	if own, ok := strings.CutPrefix(to, "my "); called == "" && ok {
		called = own
		if class == "kin" {
			called = capital(own)
		}
	} else if called == "" && !strings.HasPrefix(to, "the ") && !strings.HasPrefix(to, "our ") {
		called = capital(to)
	}
	if called == "" {
		return r.tones["greeting "+tone+" nobody"], end
	}
	return strings.ReplaceAll(greeting, "{name}", called), end
}

// Toned is the tone beside one: a step less or more formal. Where there is none it
// is the same.
func (r *Room) Toned(tone string, step int) string {
	tones := samantha.LetterTones()
	for i, t := range tones {
		if t == tone {
			return tones[max(0, min(len(tones)-1, i+step))]
		}
	}
	return tone
}

// Now is a line as it stands now, whether it is in the letter or not.
func (n Line) Now(k Known) (string, bool) {
	said, _, ok := n.said(k.Words)
	return n.worded(said), ok
}

// Which is the line that is meant: by its place ("last", "second"), or by what it is
// about, the last of those that hold most of it.
func (r *Room) Which(lines []string, place, about string) (int, bool) {
	n, ok := r.places[strings.ToLower(place)]
	switch {
	case len(lines) == 0:
		return 0, false
	case n < 0:
		return len(lines) + n, true
	case ok:
		return n - 1, n <= len(lines)
	}
	best, most := 0, 0
	for i, line := range lines {
		if held := r.holds(line, about); held > 0 && held >= most {
			best, most = i, held
		}
	}
	return best, most > 0
}

// holds is how many of the weightier words of one text stand in another.
func (r *Room) holds(text, about string) int {
	n := 0
	key := " " + samantha.SentenceKey(text) + " "
	for w := range strings.FieldsSeq(samantha.SentenceKey(about)) {
		if len(w) > 2 && !r.in("behind-object", w) && strings.Contains(key, " "+strings.TrimSuffix(w, "s")) {
			n++
		}
	}
	return n
}

// Together: the person is in the sentence themselves.
func (r *Room) Together(sentence string) bool {
	for w := range strings.FieldsSeq(sentence) {
		if r.in("we", strings.ToLower(core(w))) {
			return true
		}
	}
	return false
}
