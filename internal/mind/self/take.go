package self

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"samantha"
)

// Classes of words taken from the person: where one fits.
const (
	ClassHello = "hello"
	ClassBye   = "bye"
	ClassGood  = "good"
	ClassBad   = "bad"
	ClassWow   = "wow"
	ClassYes   = "yes"
	ClassFuss  = "fuss"
	ClassTired = "tired"
)

// Classes are all of them.
func Classes() []string {
	return []string{ClassHello, ClassBye, ClassGood, ClassBad, ClassWow, ClassYes, ClassFuss, ClassTired}
}

// wordList is en/words.txt: which words she may take up, and where they fit.
type wordList struct {
	class  map[string]string // by the word as it is compared
	spelt  map[string]string // as it is written
	most   int               // words in the longest phrase
	frames []frame
}

// frame is how a word is used that shows where it fits.
type frame struct{ class, before, after string }

func (r *Becoming) readWords(file, text string) error {
	l := wordList{class: map[string]string{}, spelt: map[string]string{}}
	class := ""
	for _, line := range samantha.Lines(file, text) {
		head := strings.TrimSpace(line.Text)
		switch {
		case head == "":
		case strings.HasPrefix(head, "frame "):
			fields := strings.Fields(head)
			before, after, ok := strings.Cut(strings.Join(fields[2:], " "), "{}")
			if !ok || !slices.Contains(Classes(), fields[1]) {
				return line.Bad("want: frame CLASS words {} words")
			}
			l.frames = append(l.frames, frame{fields[1], strings.TrimSpace(before), strings.TrimSpace(after)})
		case head == line.Text:
			if class = head; !slices.Contains(Classes(), class) {
				return line.Bad("there is no class %q", class)
			}
		default:
			for w := range strings.SplitSeq(head, ",") {
				if w = strings.TrimSpace(w); w == "" {
					continue
				}
				key := samantha.SentenceKey(w)
				l.class[key], l.spelt[key] = class, w
				l.most = max(l.most, len(strings.Fields(key)))
			}
		}
	}
	r.words = l
	return nil
}

// in are the words of a text that she may take up, as they are compared, with
// where they fit.
func (l wordList) in(text string, odd []string) map[string]string {
	found := map[string]string{}
	for _, sentence := range samantha.Sentences(text) {
		words := strings.Fields(samantha.SentenceKey(sentence))
		for at := 0; at < len(words); at++ {
			for n := min(l.most, len(words)-at); n > 0; n-- {
				phrase := strings.Join(words[at:at+n], " ")
				if class := l.class[phrase]; class != "" {
					found[phrase] = class
					at += n - 1
					break
				}
			}
		}
	}
	for _, w := range odd {
		key := samantha.SentenceKey(w)
		for _, f := range l.frames {
			if found[key] == "" && key != "" && has(text, strings.TrimSpace(f.before+" "+key+" "+f.after)) {
				found[key] = f.class
			}
		}
	}
	return found
}

// A word is taken once it was used so often, on so many days of the last two
// weeks; at most so many a night.
const (
	wordUses   = 3
	wordDays   = 3
	wordsNight = 1
)

// seen is a word with where and when it was used.
type seen struct {
	word, class string
	from        []samantha.ID
	days        map[string]bool
}

// takesWords are the words of the person's that she takes up: those they use
// again and again, and most people don't.
func (r *Becoming) takesWords(s *State, n Night) []*samantha.Became {
	used := map[string]*seen{}
	for _, m := range n.Lately {
		if !m.theirs() || m.heavy() {
			continue
		}
		for word, class := range m.words {
			if used[word] == nil {
				used[word] = &seen{word: word, class: class, days: map[string]bool{}}
			}
			u := used[word]
			u.from = append(u.from, m.ID)
			u.days[Date(m.At, n.Zone)] = true
		}
	}
	var out []*samantha.Became
	for _, word := range slices.Sorted(maps.Keys(used)) {
		u := used[word]
		if len(u.from) < wordUses || len(u.days) < wordDays || s.tookUp(samantha.ItemWord, word) {
			continue
		}
		b := item(samantha.ItemWord, u.class, once(u.from))
		b.Words.What = cmp.Or(r.words.spelt[word], word)
		out = append(out, b)
	}
	slices.SortStableFunc(out, func(a, b *samantha.Became) int {
		return cmp.Compare(len(used[samantha.SentenceKey(b.Words.What)].from), len(used[samantha.SentenceKey(a.Words.What)].from))
	})
	return out[:min(wordsNight, len(out))]
}

// tookUp: a thing of the kind was taken up already, be it over since.
func (s *State) tookUp(kind samantha.ItemKind, what string) bool {
	key := samantha.SentenceKey(what)
	return slices.ContainsFunc(s.Items, func(it Item) bool {
		return it.Kind == kind && (samantha.SentenceKey(it.What) == key || samantha.SentenceKey(it.Word()) == key)
	})
}

// A laugh belongs to the exchange right before it, if that was not long ago.
const laughMinutes = 10

// sharesJokes are the words that made the person laugh: a word of theirs that she
// gave back and they laughed at, or that they laughed at themselves right after, or one
// that came with a laugh of theirs twice.
func (r *Becoming) sharesJokes(s *State, n Night) []*samantha.Became {
	for i := len(n.Today) - 1; i >= 0; i-- {
		word, from := laughedAt(n.Today, i)
		if word == "" {
			word, from = r.laughedTwice(n, n.Today[i])
		}
		if word == "" || s.tookUp(samantha.ItemJoke, word) {
			continue
		}
		b := item(samantha.ItemJoke, n.topicOf(word), from)
		b.Words.What = word
		return []*samantha.Became{b}
	}
	return nil
}

// topicOf is what a word was last spoken of in: the topic of the newest moment with
// it that has one.
func (n Night) topicOf(word string) string {
	for _, m := range slices.Backward(n.Lately) {
		if m.Topic != "" && has(m.Heard.Words.Text, word) {
			return m.Topic
		}
	}
	return ""
}

// laughs: the person laughed, and at nothing hard.
func (m Moment) laughs() bool {
	return m.theirs() && !m.heavy() && m.Heard.Words.Hearing.Has("laugh")
}

// laughedAt is what the person laughed at in a moment: the word of theirs that her
// answer just before gave back, or that they say again as they laugh.
func laughedAt(today []Moment, i int) (word string, from []samantha.ID) {
	if i == 0 || !today[i].laughs() {
		return "", nil
	}
	before := today[i-1]
	if before.Said == nil || before.heavy() || !before.theirs() || today[i].At.Sub(before.At).Minutes() > laughMinutes {
		return "", nil
	}
	for _, w := range append(slices.Clone(before.Heard.Words.Hearing.Odd), short(before.Heard.Words.Hearing.Detail)) {
		if w != "" && (has(before.Said.Talk(), w) || has(today[i].Heard.Words.Text, w)) {
			return w, []samantha.ID{before.ID, before.ID.Said(), today[i].ID}
		}
	}
	return "", nil
}

// short is a thing of four words at most, or "".
func short(thing string) string {
	if len(strings.Fields(thing)) > 4 {
		return ""
	}
	return thing
}

// laughedTwice is an odd word that came with a laugh now and at another time.
func (r *Becoming) laughedTwice(n Night, now Moment) (word string, from []samantha.ID) {
	if !now.laughs() {
		return "", nil
	}
	for _, w := range now.Heard.Words.Hearing.Odd {
		for _, m := range n.Lately {
			if m.ID != now.ID && m.laughs() && slices.Contains(m.Heard.Words.Hearing.Odd, w) {
				return w, []samantha.ID{m.ID, now.ID}
			}
		}
	}
	return "", nil
}
