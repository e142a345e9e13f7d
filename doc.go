// Package samantha is the vocabulary of the house: every noun she is made of,
// each in a file of its own, and the few interfaces the rooms share.
//
// The idea in one paragraph. She is a fold of her life log. Whatever is said to
// her, and whatever she makes of it, becomes an [Event] in a [Log] that is only
// ever appended to. Her memory, feelings and self are views: pure functions of
// those events. One [Utterance] comes in; two events come of it, [Heard] and
// [Said]; between them stands an [Intent], decided by plain code, and a
// [Speaker] that finds words for it.
//
// The package imports only the standard library and does no I/O. GLOSSARY.md
// has the words; ARCHITECTURE.md walks through one moment with file names.
package samantha
