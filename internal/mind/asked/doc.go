// Package asked reads an answer out of what a person told: given a question and
// the tellings that may hold the answer, it finds the sentence that does.
//
// The idea in one paragraph. A question has a kind by its first words: a sum, a
// number, a length of time, a day, a place, somebody, a reason, what something was
// like, where news came from, what was promised. It has words that
// must stand in the answer, or in what was told right beside it. A sentence answers
// if it holds enough of these words and has a value of the kind; of several that do
// the newest holds, unless the question is after what was first or before. A
// question that says little by itself, "and before that?", "how much was it",
// stands on the one before it. What no sentence answers was not told: to say so is
// better than the next best sentence.
//
// The room is pure: it does no input or output and has no clock. Words are compared by
// what [Words] says of them; days are worked out by who asks.
package asked

// Version of the rules by which a question is read.
const Version = 2
