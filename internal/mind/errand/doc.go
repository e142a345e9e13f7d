// Package errand is what she keeps for a person who asked for it in so many
// words: reminders, alarms and timers, and lists; and the small questions of a
// day, dates and sums.
//
// Three ideas hold it together. What is kept is a fold ([State]) of what was set
// and what became of it; nothing is decided in it, so an errand that rang has
// rung on every machine. When an errand is due is a time on the clock of
// wherever the person is then, or an instant ([samantha.Due]); a [Room] plans it
// from the times that were heard, and says what it assumed. And everything is
// said back in concrete words, made of en/when.txt.
//
// The room is pure: the same words and times give the same answer. Who waits for
// the next one to ring is the mind.
package errand
