package asked

import "strings"

// ordinalDay: a number in order is the day of a month: "the twenty ninth", "the sixth of
// May", and not "the second time".
func (r *Reader) ordinalDay(words []token, at int) bool {
	tens, ones, two := strings.Cut(words[at].word, "-")
	if !r.in("ordinal", words[at].word) && !(two && r.in("number", tens) && r.in("ordinal", ones)) || at == 0 {
		return false
	}
	before := words[at-1].word
	if r.in("number", before) {
		return true
	}
	if before != "the" {
		return false
	}
	last := at+1 == len(words) || words[at+1].sentence != words[at].sentence || strings.HasSuffix(words[at].raw, ",")
	return two || last || words[at+1].word == "of" && at+2 < len(words) && r.in("day", words[at+2].word)
}

// besideOther is how plainly "like" says what something was like that stands anywhere in
// a sentence: "a hole like a door" is of the hole.
const besideOther = 0.6

// likenings are the words by which a telling says what something was like: "like a
// train", "as if"; "I like it" is none.
func (r *Reader) likenings(words []token) []Value {
	var out []Value
	for i, t := range words {
		next := ""
		if i+1 < len(words) && words[i+1].sentence == t.sentence {
			next = words[i+1].word
		}
		begins := i == 0 || words[i-1].sentence != t.sentence
		switch {
		case next == "":
		case t.word == "as" && (next == "if" || next == "though"):
			out = append(out, Value{i, i, 1})
		case t.word == "like" && begins && !r.in("liked", next):
			out = append(out, Value{i, i, 1})
		case t.word == "like" && !begins && !r.in("likes", words[i-1].word) && !r.in("liked", next):
			sure := besideOther
			if r.in("been", words[i-1].word) {
				sure = 1
			}
			out = append(out, Value{i, i, sure})
		}
	}
	return out
}

// vows are the words by which a telling says what the person will do: "I promised",
// "I said I'd", "I'll".
func (r *Reader) vows(words []token) []Value {
	var out []Value
	for i, t := range words {
		switch {
		case r.in("vow", t.word):
			out = append(out, Value{i, i, 1})
		case t.word == "i'd" || t.word == "i'll" || t.word == "id" || t.word == "ill":
			sure := 0.7
			if i > 0 && r.in("saying", words[i-1].word) || i > 1 && r.in("saying", words[i-2].word) {
				sure = 1
			}
			out = append(out, Value{i, i, sure})
		}
	}
	return out
}

// feelings are words of how the person felt; "felt" itself is surest.
func (r *Reader) feelings(words []token, w Words) []Value {
	var out []Value
	for i, t := range words {
		if !r.in("feeling", t.word) || i > 0 && (w.Name(words[i-1].word) || r.in("somebody", words[i-1].word) || words[i-1].word == "he" || words[i-1].word == "she") {
			continue
		}
		sure := 0.6
		if strings.HasPrefix(t.word, "fe") {
			sure = 1
		}
		out = append(out, Value{i, i, sure})
	}
	return out
}
