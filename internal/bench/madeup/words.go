// Package madeup makes words for measuring: no sense, a small vocabulary, some
// words much commoner than others, so that what is searched is a hard case.
package madeup

import (
	"math/rand/v2"
	"strings"
)

// vocabulary is how many words there are.
const vocabulary = 4000

// Words are n words by chance; the square makes some of them much commoner.
func Words(n int, chance *rand.Rand) string {
	words := make([]string, n)
	for i := range words {
		words[i] = word(int(float64(vocabulary) * chance.Float64() * chance.Float64()))
	}
	return strings.Join(words, " ")
}

// word is the nth word: three syllables that can be said.
func word(n int) string {
	const consonants, vowels = "bdfgklmnprstvz", "aeiou"
	var b strings.Builder
	for range 3 {
		b.WriteByte(consonants[n%len(consonants)])
		n /= len(consonants)
		b.WriteByte(vowels[n%len(vowels)])
		n = n/len(vowels) + 3*n%7
	}
	return b.String()
}
