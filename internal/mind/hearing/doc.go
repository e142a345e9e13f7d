// Package hearing says what was meant by an utterance, as far as plain rules
// can tell: speech acts, claims, people, times, and the particular thing a
// friend would pick up and say back. What rules cannot tell is left empty.
//
// The idea in one paragraph. An utterance is read as words, each normalised
// ("Im", "i’m" and "I'm" are the words i and am) but never cut loose from its
// place in the text, so that whatever is quoted stands there letter by letter.
// The words are cut into sentences and those into pieces of one act each. For
// every piece the rules in en/acts.txt are tried from the top; the first that
// matches says what was done with words (Austin 1962, Searle 1976). A second
// set, en/claims.txt, reads what was told as true, with en/passing.txt, what is told on the
// way to something else, and en/righted.txt, what puts right what was told; a third, en/tellings.txt, what
// sort of thing it was to tell, beside who did what to what; a fourth,
// en/threads.txt, what is left open and what is said of such later. Before the acts
// stand en/letters.txt, what is wanted of a letter, en/forgets.txt and en/promises.txt, what she is asked to forget and to see to,
// en/toher.txt, what is put to her herself,
// en/meeting.txt, who is there and how they came, en/herself.txt, what she is asked of herself and her taste, en/leaving.txt, how people leave in the middle of things (why, and with what they may be let go, is en/partings.txt), en/repair.txt, what they say when she misheard, en/spoken.txt, what people say in passing, and en/seeming.txt, tellings that look like
// something else; en/confided.txt hears that
// something is told in confidence; en/keep.txt takes off a telling what only asks to keep
// it, and leaves nothing of words that she is to say. Where a clause leaves out its subject, en/elided.txt
// says whose it is; what her own last question was after is read by en/questions.txt, and
// a bare answer to it by en/replies.txt. All knowledge
// of English is in the folder en; the code knows only how to read it.
//
// # The pattern language
//
// A rule file has headings and, indented below them, patterns. A heading is a
// kind, with slots it always fills (slot=value) and marks. A "#" begins a
// comment line. A pattern is a row of
//
//	word         that word; short forms are opened up as in an utterance, and
//	             "is" is also the 's of "my sister's a nurse"
//	(a b|c)      one of these
//	[a|b]        one of these, or nothing
//	<list>       a word or phrase of en/lists.txt; <verb>, <third> (a verb of his
//	             or hers), <her> (her name) and <known> (a name she knows) are known without a list
//	{slot}       one to six words, as few as possible, kept under that name
//	{slot:kind}  a run of words of a kind, as long as possible: chunk (a thing
//	             with its modifiers), tail (a chunk with its "in", "of", "with"),
//	             name, anyname (a name where one was asked for), stranger (a name,
//	             be it a first word never heard), fresh (what may be a name,
//	             written small: see en/names.txt), own (such behind "I'm"), called (such a name behind "is"), proper (with
//	             capitals), word (one word that says something), trade (a trade
//	             by how its word ends: "dressmaker"),
//	             place, number, when (a time), rest (all that is left)
//	{slot=a|b}   what the patterns inside match
//	...          any words, or none
//	^ $          the beginning and the end, fillers such as "well" and "please"
//	             not counted
//	,            holds if a mark stands before the next word
//	?            holds if the sentence ends in a question mark
//
// A pattern may match anywhere in a piece unless ^ or $ hold it. A line
// "let x = pattern" names a pattern; "@x" stands for it from there on. The mark
// "+" at a heading says that the words after the match are heard as a piece of
// their own; "whole" that a sentence it matches is not cut; "asked=name" that it
// only holds as an answer to her question after a name; "lacks=name" that it only
// holds if that is missing of the one spoken of last, and "then" if "he" or "she"
// goes on behind it; "guest" that it only holds while somebody else
// is there, "off" while nothing is kept, "unnamed" as long as they told no name; "felt" that it holds of a feeling told, too.
//
// Everything here is pure: the same text, time and names give the same hearing.
package hearing
