package newborn

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// isShape tells the shapes a line may ask of a filling. They are judged by its
// words alone, so a line that asks for "bare" must survive being wrong.
func isShape(name string) bool {
	switch name {
	case "the", "who", "ing", "adj", "verb", "loose", "bare", "name", "one", "many":
		return true
	}
	return byAnyWord(name)
}

// byAnyWord tells the shapes that a filling has by any of its words, as the list of
// that name holds them: "knee is swollen" is a state, "his hip done" something he had.
func byAnyWord(name string) bool {
	switch name {
	case "state", "had", "being", "aid", "school", "past", "taste", "craving", "service", "does":
		return true
	}
	return false
}

// hasShape tells whether a filling has a shape. "one", "many" and those by any word
// are judged beside the others.
func (v *voice) hasShape(text, shape string) bool {
	if text == "" {
		return false
	}
	switch shape {
	case "one":
		return !v.many(text)
	case "many":
		return v.many(text)
	}
	if byAnyWord(shape) {
		return slices.ContainsFunc(strings.Fields(strings.ToLower(text)), func(w string) bool {
			return v.words[shape][w]
		})
	}
	return v.shape(text) == shape
}

// shape is the shape of a filling, by its first word.
func (v *voice) shape(text string) string {
	words := strings.Fields(text)
	first := strings.ToLower(words[0])
	listed := func(list string) bool { return v.words[list][first] }
	switch {
	case listed("loose"):
		return "loose"
	case v.words["kin"][v.head(words)]:
		return "who"
	case listed("determiner"), strings.HasSuffix(first, "'s"), unicode.IsDigit(rune(first[0])):
		return "the"
	case listed("thing"):
		return "bare"
	case strings.HasSuffix(first, "ing") && len(first) > 4:
		return "ing"
	case listed("verb"), len(first) > 4 && strings.HasSuffix(first, "ed") && !listed("adjective"):
		return "verb"
	case v.allAdjectives(words):
		return "adj"
	case unicode.IsUpper(firstRune(words[0])):
		return "name"
	}
	return "bare"
}

// allAdjectives: "long", "cold and wet", "late again".
func (v *voice) allAdjectives(words []string) bool {
	for i, w := range words {
		w = strings.ToLower(strings.Trim(w, ","))
		small := i > 0 && v.words["loose"][w]
		if !small && !v.words["adjective"][w] {
			return false
		}
	}
	return true
}

// head is the word a noun phrase is about: the last before a preposition.
func (v *voice) head(words []string) string {
	for i, w := range words[1:] {
		if v.words["loose"][strings.ToLower(w)] {
			return strings.ToLower(words[i])
		}
	}
	return strings.ToLower(words[len(words)-1])
}

// many tells whether a noun phrase is plural, by its head.
func (v *voice) many(text string) bool {
	words := strings.Fields(strings.ToLower(text))
	if slices.Contains(words, "and") {
		return true
	}
	head := v.head(words)
	if v.words["plural"][head] {
		return true
	}
	return strings.HasSuffix(head, "s") && !v.words["singular"][head] &&
		!hasAnySuffix(head, "ss", "us", "is", "'s")
}

func hasAnySuffix(s string, suffixes ...string) bool {
	return slices.ContainsFunc(suffixes, func(suffix string) bool { return strings.HasSuffix(s, suffix) })
}

// lower takes the capital off a word that only had it for beginning a
// sentence. A name keeps its own.
func (v *voice) lower(text string) string {
	first, _, _ := strings.Cut(text, " ")
	if !unicode.IsUpper(firstRune(text)) || first == "I" || strings.HasPrefix(first, "I'") || strings.ToUpper(first) == first && len(first) > 1 {
		return text
	}
	if _, rest, _ := strings.Cut(text, " "); unicode.IsUpper(firstRune(rest)) {
		return text // "New York"
	}
	small := strings.ToLower(first)
	for _, list := range []string{"determiner", "loose", "adjective", "verb", "thing"} {
		if v.words[list][small] {
			return small + text[len(first):]
		}
	}
	if strings.HasSuffix(small, "ing") {
		return small + text[len(first):]
	}
	return text
}

// turn turns the person's words to her side. A bare "sister" is theirs.
func (v *voice) turn(text string) string {
	if v.words["kin"][strings.ToLower(text)] {
		return v.person(strings.ToLower(text))
	}
	return v.lower(v.mirror.turn(text))
}

// person is somebody as she speaks of them: "sister" and "my sister" are "your
// sister", "Mara" is Mara.
func (v *voice) person(text string) string {
	if text == "" || text == owner {
		return text
	}
	text = v.lower(v.mirror.turn(text))
	first, _, _ := strings.Cut(text, " ")
	owned := v.words["determiner"][first] || strings.HasSuffix(first, "'s")
	if owned || v.words["loose"][first] || unicode.IsUpper(firstRune(text)) {
		return text
	}
	return "your " + text
}

// article puts a or an before a noun that has nothing of the kind.
func (v *voice) article(text string) string {
	if text == "" || v.many(text) || slices.Contains([]string{"the", "loose", "ing", "verb"}, v.shape(text)) {
		return text
	}
	first, _, _ := strings.Cut(strings.ToLower(text), " ")
	if first == "a" || first == "an" { // "a sister" is somebody, and has its article
		return text
	}
	if v.vowel(first) {
		return "an " + text
	}
	return "a " + text
}

// definite is a thing spoken of before: "a cat" is now "the cat". Names, people
// and what has an owner stay as they are.
func (v *voice) definite(text string) string {
	first, rest, ok := strings.Cut(text, " ")
	switch strings.ToLower(first) {
	case "a", "an", "some", "another":
		if ok {
			return "the " + rest
		}
	}
	if shape := v.shape(text); shape == "bare" && !unicode.IsUpper(firstRune(text)) {
		return "the " + text
	}
	return text
}

func capital(text string) string {
	r, size := utf8.DecodeRuneInString(text)
	if size == 0 {
		return text
	}
	return string(unicode.ToUpper(r)) + text[size:]
}

func firstRune(text string) rune {
	r, _ := utf8.DecodeRuneInString(text)
	return r
}
