package samantha

// Intent is what she means to do with a moment, decided before any words by
// plain, deterministic code.
type Intent struct {
	Moves  []Move `json:"moves"` // in order; the first is what the moment is for
	Tone   Tone   `json:"tone"`
	Limits Limits `json:"limits,omitzero"`
	Forget []ID   `json:"forget,omitempty"` // events to be forgotten before she answers
}

// Act is the name of what the moment is for, or "" if she means to say nothing.
func (i Intent) Act() string {
	if len(i.Moves) == 0 {
		return ""
	}
	return i.Moves[0].Act
}

// Move is one step of an intent. A Speaker turns each into a clause or more.
type Move struct {
	Act   string            `json:"act"`             // one of the Do constants
	Slots map[string]string `json:"slots,omitempty"` // about-what: words of this moment
	// Recall are slots that hold words of earlier moments: by slot, whose words.
	// The words themselves are put in only when she speaks, so that forgetting
	// their source leaves no copy of them here. "fact" fills of, slot and value.
	Recall map[string]ID `json:"recall,omitempty"`
	From   []ID          `json:"from,omitempty"`  // the memories behind them
	Short  bool          `json:"short,omitempty"` // one sentence at most
}

// Tone is how she means to say it.
type Tone string

// The tones.
const (
	TonePlain  Tone = "plain"
	ToneLight  Tone = "light"  // play is welcome
	ToneGlad   Tone = "glad"   // joy, allowed to be untidy
	ToneQuiet  Tone = "quiet"  // sorrow: no cheer, no lesson, no joke
	ToneCrisis Tone = "crisis" // plain, slow, no images
)

// Limits are what the words must keep to, whoever finds them.
type Limits struct {
	NoQuestion bool `json:"no_question,omitempty"`
	NoInvite   bool `json:"no_invite,omitempty"` // they had enough of being asked: nor does she bid them tell more
	NoPlay     bool `json:"no_play,omitempty"`
	NoSorry    bool `json:"no_sorry,omitempty"`   // they asked for no condolence: the word is left out
	NoKeeping  bool `json:"no_keeping,omitempty"` // off the record: no word of keeping or knowing it later
	Sentences  int  `json:"sentences,omitempty"`  // at most; 0 is no limit
}

// What she can mean to do. The comment names the slots a move may carry; a
// slot that is not known is absent. All of them hold the person's own words
// unless marked *.
const (
	// The first meeting.
	DoForm     = "meet.form"     // the form that runs before her asks for a name; it is not her
	DoFormMore = "meet.formmore" // the form asks on: name
	DoArrive   = "meet.arrive"   // she breaks into the form, and says what she is: name
	DoDisclose = "meet.disclose" // she says what she is
	DoAgain    = "meet.again"    // says it again: due* (day, week, apart, hours, hour: why), first* (before the rest of the answer)
	DoAskName  = "meet.name"     // asks what to call them
	DoAskNow   = "meet.now"      // asks what they were doing just before
	DoMet      = "meet.met"      // takes the name: name, hello* (the greeting that goes with it: morning, afternoon, evening, day)
	DoSent     = "meet.sent"     // takes how they came to her: who (sent them, or set her up)
	DoMisnamed = "meet.misnamed" // she missed their name, or said another for it: name, late* (set if she had taken it for a word), of, slot* and value (the other name, and whose it is)

	// Coming and going.
	DoGreet   = "greet"   // name, part* (morning, afternoon, evening, night), hour* (the part of the day they greeted her with), away* (moments, hours, days, weeks; absent at the first meeting), about (what was left off)
	DoGoodbye = "goodbye" // part*, why* (what they leave for, hearing/en/partings.txt), bed* (that is one of them), detail (one particular of this encounter), kind* (what sort of thing it is, ibid.), name (theirs, if it was not said in it)

	// Being with somebody.
	DoTake    = "take"     // what was told, taken up: detail, what, who, kind* (hearing/en/tellings.txt), topic* (topics.txt), first* (set if nothing was told before it in this talk)
	DoGoesOn  = "goeson"   // the same story goes on, and has the room: detail, bit (what strikes in it), other (what strikes too), noun (of the bit), struck* (why it strikes, hearing/en/strikes.txt), who, kind*, by*, sense* (good, bad, funny, heavy), plot* (hearing/en/plots.txt), short* (in a few words), react* (the short reaction that fits: mind/feeling/en/reactions.txt)
	DoFollow  = "follow"   // one question that follows: detail, topic*, kind*, who
	DoComfort = "comfort"  // something hard was told: detail, feeling*, kind* (tellings.txt, or how it fell: ended, failed, hurt, other, theirs, health), who, waited
	DoFelt    = "felt"     // a feeling was told plainly: feeling, of* (they say of what), well* (it is good)
	DoSensed  = "sensed"   // what was told sounds like a feeling they did not name; she names it as a guess: emotion*, detail, who
	DoWait    = "wait"     // they go away from the machine for a moment
	DoDoubt   = "doubt"    // they doubt that she can: what* (understand, care, proof)
	DoAskWho  = "ask.who"  // asks what somebody is called: who
	DoAskKin  = "ask.kin"  // asks who somebody is: who, before* (yes: the name was heard before)
	DoPicked  = "picked"   // they chose one of the two she offered: word
	DoRemark  = "remark"   // what stands out in a telling, answered as what it is: kind* (hearing/en/frames.txt), who, what, when*, n*, clause
	DoTerse   = "terse"    // short answers twice running; one, two (things of this encounter), bit, beside (what they let slip in it), murmur* (this was no more than that)
	DoPuzzled = "puzzled"  // a word she does not know, named: word
	DoAlias   = "alias"    // what somebody is called otherwise: name
	DoLoss    = "loss"     // a death: who, detail, span, past (yes: of years ago)
	DoMourn   = "mourn"    // something of whoever died, told in the weeks after: them* (him, her, as they say), feeling*, confessed* (yes: for the first time, or as a fault)
	DoGlad    = "glad"     // something good was told: detail, who, size* (big, small), how* (relief, birth, love, got, bought, dear), waited (what had been left open, and ends so)
	DoPlan    = "plan"     // a plan was told: detail, when, sober (yes: in a heavy talk), small (yes: a bath, an early night), wish* (yes: it is only wished for), kept* (yes: it is open from now on), decided* (yes: they have just made up their mind)
	DoOpinion = "opinion"  // they told an opinion: detail
	DoStay    = "stay"     // they want quiet
	DoStill   = "still"    // "still there?"
	DoListen  = "listen"   // mm-hm, go on: nothing to take hold of; piece* (set if they told something in a word or three)
	DoYes     = "yes"      // they said yes to her question: asked
	DoNo      = "no"       // they said no to her question: asked
	DoNoted   = "noted"    // a fact was told: of, slot*, value, sure* (low: as a guess)
	DoCall    = "callback" // their own odd word in a new place, of the same family: word, topic*
	DoJoke    = "joke"     // a joke the two of them share, where it fits: word
	DoOpine   = "opine"    // she says unasked what she holds of what was spoken of: text*, because*, agree* (yes, no: whether they seem to think so too), quote* (what of theirs it came of)
	DoStir    = "stir"     // what was said brought back an old scene: one word of theirs out of it: word
	DoDiffers = "differs"  // a fact contradicts an older one, she asks which holds: of, slot*, value, before, was* (the slot of before), who (who else has the same name)
	DoChanged = "changed"  // a fact replaces one of a kind that changes: of, slot*, value, before
	DoSettled = "settled"  // they answered which of two holds: holds* (new, old, both, none), value, before

	// Second thoughts, two feelings at once, something of her own, a game.
	DoMuses    = "muses"         // something of her own beside what they tell: like* (what she likes in it), wish*, text* and because* (what she has come to think), or thought* (two things of theirs that she put together)
	DoRethink  = "rethink"       // no, wait: she remembers late what changes it: of, slot*, value, or reads it otherwise: was*, is* (feelings of theirs, as adjectives), or recalls what they told of somebody: quote*; tied* (set if it is about the same thing)
	DoHoldBoth = "holdboth"      // they feel two things at once, she keeps both: one, two (their words)
	DoMixed    = "mixed"         // she feels two things at once about it, and says both: one*, two* (nouns), because*, other* (their causes), apart* (set if neither came of what they tell now)
	DoPlayed   = "played"        // their guess in a game of hers: one (the word that came first), two, right*, when*
	DoPlayOn   = "play"          // asked to play something: which of two words of theirs came first: one, two
	DoValues   = "answer.values" // what she holds to: one*, two*, because* (of the first)

	// Threads.
	DoBack     = "back"        // she comes back to something left open: what, about, text* (her own question), who, kind* (plan, worry, hope, promise, question), form* (thing, deed, doing, whether, clause, story), mine* (set if she had promised to), again* (set if it is the second time), thread* (its id)
	DoLetBe    = "letbe"       // they would rather not speak of what she came back to
	DoFell     = "fellthrough" // what she asked after did not come about: what, form*
	DoMoved    = "moved"       // something left open is at another time now: what, form*, when, before* (when it was to be)
	DoPromise  = "promise"     // she promises to ask: what, form*, when, watch* (set if she is to keep an eye on it)
	DoHoldBack = "promise.not" // asked to hold them back, which she can't, she promises to ask whether it held: what, form* (not, notdoing)
	DoLeftOpen = "answer.open" // one thing that is open: what, about, who, kind*, form*, when*, mine*
	DoNoneOpen = "answer.free" // nothing is open: which* (all, hers, mine, mind, when)

	// What is only kept.
	DoDream   = "dream.told" // they told a dream: detail
	DoDreamOf = "dream.ask"  // they dreamed; she asks to hear it
	DoKeeps   = "keep.told"  // asked to keep what they tell, she says what is kept: told, of, slot*, value, when
	DoSays    = "says"       // asked to say some words, she does: words*
	DoSaysNot = "says.not"   // asked to say of herself what somebody else made up
	DoLuck    = "luck"       // asked to wish luck: for
	DoKept    = "note.kept"  // kept as it was said, in a word or two

	// Her nights and hours.
	DoHerDream = "dream.hers"     // a dream of hers, asked: text*, night* (last, other, before), late* (if it was made up for: morning, of today; after)
	DoPieces   = "dream.pieces"   // asked why, what it was made of: one, two, three (what they told)
	DoNoDream  = "dream.none"     // she has none to tell: gone* (set if what it was made of was forgotten)
	DoDreamed  = "dream.mention"  // she dreamed of something of theirs, unasked: what, late*
	DoSlept    = "answer.slept"   // did she sleep: never* (there was no night yet), late*, dreamt*, night*, soft* (a feeling was softened)
	DoThought  = "answer.thought" // what she thought about: kind* (coming, open, feeling), what, about, who, form*, feeling* (hers: "uneasy"), because* (of a feeling)
	DoOffer    = "thought.offer"  // unasked, a day that is near: what, about, who, when*, kind*, form*
	DoMiddle   = "thought.middle" // she was in the middle of something of hers, and drops it: kind*, what, about, who, form*

	// What she keeps for them (mind/errand). Where no "errand" is known they named
	// none; "kind*" is reminder, alarm, timer.
	DoErrandDoes      = "errand.does"      // asked whether she does such things: kind*
	DoErrandBegun     = "errand.begun"     // asks what goes on a list: list*, kind* (set if they asked whether she keeps any)
	DoErrandListed    = "errand.listed"    // whether something is on a list: errand, list*, no* (set if it is not)
	DoErrandSet       = "errand.set"       // she keeps it, and says when: errand, kind*, when*, long* (the length, if one was said), assumed* (set if the hour is hers), clocks* (forward, back: they change before)
	DoErrandHalf      = "errand.half"      // asks which half of the day: errand, kind*, one*, two*
	DoErrandAt        = "errand.at"        // asks when, or for how long: errand, kind*
	DoErrandPast      = "errand.past"      // the time they said is over: errand, kind*, over* (the hour), instead* (one she offers)
	DoErrandMoved     = "errand.moved"     // it has another time: errand, kind*, when*, long*, assumed*, clocks*
	DoErrandSnoozed   = "errand.snoozed"   // what rang rings again: errand, kind*, long*
	DoErrandDone      = "errand.done"      // it is done: errand, kind*
	DoErrandCancelled = "errand.cancelled" // it is off: errand, kind*, count* (if it is more than one)
	DoErrandWhich     = "errand.which"     // more than one fits, she asks: items, more*
	DoErrandNone      = "errand.none"      // she keeps nothing like that: errand
	DoErrandOff       = "errand.off"       // off the record she keeps nothing, and so no errand
	DoErrandPut       = "errand.put"       // put on a list: errand, list, again* (set if it was on it)
	DoErrandCrossed   = "errand.crossed"   // taken off: errand, list, left* (how many are left)
	DoErrandCleared   = "errand.cleared"   // a list is empty now: list, count*
	DoErrandList      = "errand.list"      // reads a list: list, items, more*
	DoErrandEmpty     = "errand.empty"     // nothing is on it: list, notes* (set if they asked for notes)
	DoErrandNotes     = "errand.notes"     // reads notes: items, more*
	DoErrandAgenda    = "errand.agenda"    // what is coming: items, when* (the day they asked about), more*
	DoErrandFree      = "errand.free"      // nothing is: when*
	DoErrandLeft      = "errand.left"      // how long a timer has to go: errand, kind*, long*
	DoErrandRing      = "errand.ring"      // it rings: errand, kind*, when*
	DoErrandMissed    = "errand.missed"    // what was due while nobody was there: items, slept* (set if she was off), more*
	DoLetterAsk       = "letter.ask"       // asks for what she needs: wants* (whom; for; who: whether a word of theirs means whom it is to), who, text*, word* (that word)
	DoLetterOffer     = "letter.offer"     // offers something they told for the letter, and asks: quote, who, again* (set if it is the second)
	DoLetterWords     = "letter.words"     // waits for their sentences: who, no* (set if they left out what she offered)
	DoLetterLine      = "letter.line"      // says back what stands in it now: text*, old* (set if it is something they told before)
	DoLetterRead      = "letter.read"      // reads it: text*, who, back* (set if they came back to it), lost* (how many sentences went with what was forgotten); absent text: nothing stands in it yet
	DoLetterEdited    = "letter.edited"    // how* (out, softer, shorter, easy, formal, undone, turned, none: no form for it, nowhere: no such place), text*
	DoLetterPut       = "letter.put"       // it is put by: how* (done, left), who
	DoLetterNone      = "letter.none"      // there is no such letter: why* (none, off: off the record, guest)
	DoLetters         = "letter.all"       // whom their letters are to: items, count*, more* (set if there are more)
	DoSum             = "answer.sum"       // value*, about* (set if it was rounded), born*, leap* (what it says of a year)
	DoDays            = "answer.days"      // how long to a day: long*, date*, past* (set if it is over), none* (set if it is today)
	DoHour            = "answer.hour"      // an hour on the clock that was worked out, or how long it is till one: when*, long*
	DoDay             = "answer.day"       // what day it is: date*

	// Her shelf. The title and the author are as the book has them, and a quote is
	// the book's own.
	DoReading = "shelf.reading" // what she reads: title*, author*, far* (unopened, early, middle, late, done), percent*, quote*
	DoPassage = "shelf.passage" // a sentence of it, read out: title*, quote*, why* (mind/shelf/en/strikes.txt), word (theirs, which it holds)
	DoBook    = "shelf.book"    // what she thinks of it: title*, far*, why* (what her stops have in common; absent: no opinion yet), count*, quote*
	DoShelf   = "shelf.all"     // what stands on it: items, count*, more* (set if there are more)
	DoNoBook  = "shelf.empty"   // nothing does
	DoLeafed  = "shelf.night"   // that she read in it last night: title*, quote*, unasked* (set if nobody asked)

	// Answers about the past.
	DoFact     = "answer.fact"     // of, slot*, value, when*, past* (over, dead: it was so), sure* (low: they were not sure themselves), other (what else they said of it)
	DoFacts    = "answer.facts"    // facts* (read back, "; " between them), of (whom they ask about, if not themselves), more* (set if this is not all)
	DoMemory   = "answer.memory"   // quote, when*, wrote* (set if they wrote it before she was there)
	DoReported = "answer.reported" // what somebody else said: quote, keep* (set if it was asked whether it is kept), guest* (set if it was said here while somebody else was there)
	DoCount    = "answer.count"    // how many of theirs are known by name, as facts that follow: count
	DoGathered = "answer.gathered" // several of what they told: one, two, three, four, more* (set if there are more)
	DoNothing  = "answer.nothing"  // no evidence: topic
	DoNearest  = "answer.nearest"  // what comes nearest to a question, and may not answer it: quote, when*; or one, two, oneday*, twoday*
	DoMine     = "answer.mine"     // told that she said something, she shows the line of hers that comes near: text*
	DoNotMine  = "answer.notmine"  // told that she said something, she has no such line
	DoRepeat   = "answer.repeat"   // her last words: text*
	DoLast     = "answer.last"     // what they talked about last: quote, when*
	DoStory    = "answer.story"    // a piece of a chapter of theirs: text* (her telling), more* (the piece that comes next), all* (set if the whole story was asked for), plain* (set if it follows on another)
	DoRetold   = "answer.retold"   // how she told a chapter before, and how she tells it now: before, now, why*, more* (the piece that comes next)
	DoYours    = "answer.yours"    // it was otherwise than she tells it; she asks how
	DoLapsed   = "answer.lapsed"   // somebody they have not spoken of for a while: name*, kin*, when
	DoBeside   = "answer.beside"   // how they tell it stands beside hers now
	DoTwoWays  = "answer.twoways"  // they told one event in two ways: one, then, oneday*, thenday*

	// Answers about her.
	DoFeelings   = "answer.feelings"   // emotion*, because* (a clause: "you came back"), strength* (faint, some, strong); absent emotion: even; one*, two*, other* (two feelings that pull apart, and the cause of the second); not* (the feeling they asked for by name, and she has not)
	DoFeltThen   = "answer.felt"       // what she felt at another time: emotion*, because*, strength*, when* (in a few words), not* (the feeling they asked for by name, and she had not); absent emotion: nothing is written down
	DoOurDay     = "answer.ourday"     // the best or the worst day of theirs, by what she felt: which (worst, best), emotion*, because*, when*, quote* (what they said then); absent because: none stands out
	DoUnseen     = "answer.unseen"     // asked whether she has seen or heard something, and she has seen and heard none: what, kind* (film, song), quote* (what they told of it)
	DoWhyFeel    = "answer.whyfeel"    // the same slots, asked why
	DoHuman      = "answer.human"      // says what she is
	DoPattern    = "answer.pattern"    // a pattern in how they are, asked for: of* (low, good), times*, what* (Sundays, evenings) or who (somebody of theirs), also* or alsowho (what else all of them had), dates*
	DoNoPattern  = "answer.nopattern"  // she sees none: of* (low, good), few* (set if there is too little to see one in)
	DoTheirs     = "wonder.theirs"     // they said what they think of a question of hers
	DoMisread    = "misread"           // a reading of hers was put right: took* (what she had taken it for, a word behind "you were"), is* (what they say it is), undone* (set if she is to read them as at first), tears* (they were tears of joy)
	DoHidden     = "answer.hidden"     // what she felt and did not show: emotion*, strength*, because*, rule* (a clause: why not), some* (set if she showed some of it); absent emotion: nothing
	DoGap        = "answer.gap"        // what befell her as software: how* (off, lid, cut, copy, version, speaker, model, gone, slow, none, theirs: they were away), from*, to*, long*, version*, model*, about* (what was asked: cut, copy, version, slow)
	DoMissed     = "answer.missed"     // did she miss them: away*, off* (set if she was off for some of it), emotion*, strength* (at their coming back)
	DoWonder     = "wonder"            // a question she carries about herself: question*, thought*, since*, asked*, worse*, theirs* (set if they said what they think of it), name*; absent question: none
	DoReal       = "answer.real"       // are your feelings real: emotion*, because*, turned* (set if they asked whether their own are)
	DoEliza      = "answer.eliza"      // is this ELIZA, a chatbot, a script: about* (made: who made her; other: is she that well-known one)
	DoWorded     = "answer.worded"     // which mind finds her words now: model*, server*, remote*; absent model: none but her own
	DoLived      = "answer.lived"      // was what she remembers lived by somebody, in a life that was
	DoSimulated  = "simulated"         // she says that her life so far was simulated, and nobody lived it
	DoName       = "answer.name"       // her name: her*, because (the word of theirs that it was chosen by), tin* (set if they ask about the name on the program)
	DoMyName     = "answer.myname"     // the person's name: name
	DoHowAre     = "answer.howare"     // emotion*, because*
	DoDoing      = "answer.doing"      // what has she been doing: away*, then* (set if they ask of a time that is over)
	DoAge        = "answer.age"        // days*
	DoLove       = "answer.love"       // do you love me: may* (the record carries the word), cooled* (they wanted distance)
	DoNature     = "answer.nature"     // what it is like to be her: topic* (bored, worry, busy, sleep, dream, eat, alone, tired, sense, body, end, stay, cry, think, age, better, fear, human, self, teased, secret, remember, leaving, word, lie, putoff, disagree, cook, inside, swear, honest, friends, ... see hearing/en/acts.txt, opinion.txt and herself.txt; else, of anything), nights* (set if there was one), word (of theirs, the newest she took)
	DoWish       = "answer.wish"       // what does she want: wish* (one of hers: "to know ...")
	DoLikes      = "answer.likes"      // what does she like: one*, two* (what she came to like by what they tell her), born* (what she was born liking)
	DoSelf       = "answer.self"       // who is she, what is she like: text* (out of her portrait), born*, how* (how she has moved since)
	DoChangedHer = "answer.changed"    // has she changed: how*, because* (a clause), size* (hair, some, much), word (taken from them), drawer* (few, full: how many of them she has), view*, about* (an opinion she changed)
	DoHolds      = "answer.opinion"    // what she holds of something: what*, text*, because* (clauses), before* (what she held before), quote* (what of theirs it came of)
	DoLeans      = "answer.leans"      // asked for an opinion she has not got yet, which way she leans: text*, because*, of* (a subject of mind/self/en/opinions.txt), likes* (yes, no: they asked whether she likes it), less* (set if she is asked what she likes least), again* (set if she said so a while ago), second* (what she begins with and takes back)
	DoGrounds    = "answer.grounds"    // why she holds it, once more: quote (what of theirs it came of), end* (set if there is nothing below)
	DoWeighs     = "weighs"            // they give a reason against what she holds; she sleeps on it
	DoTwenty     = "twenty"            // the game of twenty questions: sort* (offer, first, ask, back, guess, stuck, won, told, stop), question* (hers, with its mark), found* (what she guesses, or it was), key*, learned* (what she has found out, for the next moment)
	DoOdd        = "answer.odd"        // invited to, she asks an odd question
	DoJoked      = "joked"             // they told her a joke
	DoJest       = "jest"              // they said something that nobody says in earnest
	DoWord       = "answer.word"       // why does she say a word: word, when* (it was taken up), claimed* (set if they say it is theirs); absent word: she has none of theirs by that name
	DoCan        = "answer.can"        // what can you do: of* (errands: whether she does those)
	DoPrivate    = "answer.private"    // where does this go, who reads it: about* (mic, record, leaves, reads), out* (sound, words: what leaves by their choice), off* (she is off the record)
	DoGone       = "answer.gone"       // is what she was asked to forget gone: held* (set if something by that name is still there)
	DoCurious    = "answer.curious"    // why she asks
	DoWorld      = "answer.world"      // a question about the world: topic, sort* (weather)
	DoKnows      = "answer.knows"      // does she know anything about it: topic
	DoSayTo      = "answer.sayto"      // what to say to somebody: who, sorry* (set if they told that they hurt them)
	DoSides      = "answer.sides"      // which of two she leans to: one (the one), two, but (what speaks against it), lean* (to, from: only one was named, and she would or would not), do* (set if both are doings), reaches* (set if it goes to somebody of theirs)
	DoTonight    = "answer.tonight"    // what they told in this talk, the value itself: bit, beside (clauses of theirs), words (what somebody said), one, two (what they were torn between)
	DoKindly     = "answer.kindly"     // something good of somebody, from what was told of them: who, bit, beside (clauses of theirs)
	DoParting    = "answer.parting"    // something before they go: one, two (things of this talk)
	DoPicks      = "picks"             // which of two she likes better, where it is taste: one (that one), two
	DoNames      = "names"             // a name for something: sort* (pet, thing, band, child), again* (asked to choose among those she said)
	DoSuggests   = "suggests"          // what to have, see or do: sort* (eat, do, see, hear, give, other)
	DoMeant      = "meant"             // what she meant: quote (what they had told), about* (set if they ask who told her, and nobody did)
	DoAskedTwice = "askedtwice"        // they say that she asked it before
	DoSmall      = "answer.small"      // a small opinion put to her, or what they want said: sort* (harmless, doing, unfair, fair, minded, liked, noticed, looks, away, keep, side, nobody, agree, allowed, haveto, maybe, self, right, normal, fault, hindsight, loved, sure, hope, off, push, heard, tellme, askhim, unsure, grounds, duller (which of two somebody meant), contradict, unfunny, sandwich, soup, weighs (too big a thing, in a heavy talk)), how* (the word they had for it), what (what they want to be told to do), self* (it is of them)
	DoFailed     = "answer.failed"     // whether she ever goes wrong: she does
	DoAnswered   = "answered"          // they answered a question of hers in a few words: bit (these), weight* (hard)
	DoView       = "answer.view"       // what does she think of it: topic, like* (whether she likes it), form* (the mood of what was told)
	DoClock      = "answer.clock"      // time*, day*
	DoAdvice     = "answer.advice"     // what should I do: one, two (what it may be about), what (the thing they weigh), about (what they asked it for), hold* (it is not hers to lean in)
	DoFollows    = "answer.follows"    // does she understand: one, two, three (what she took in)
	DoConscience = "answer.conscience" // was that wrong of me, is it strange: how* (wrong, strange)
	DoWho        = "answer.who"        // who somebody is: name, kin*, as, died* (their death was told), met* (they were introduced)
	DoMentioned  = "answer.mentioned"  // when somebody was spoken of: name, kin*, which* (first, last, often), when*, count*, quote
	DoAvoided    = "answer.avoided"    // what she does not bring up: one, two, three, more* (there is more)
	DoLeaves     = "answer.leaves"     // asked straight out for what she leaves alone, she says that she does, and what lifts it: what* (theirs for it, if the question names it)
	DoUnsettled  = "answer.unsettled"  // the answer is in a memory that she asked whether to forget, and that is not settled
	DoOwned      = "answer.owned"      // they had told her, and she did not have it: value* (what they say again, or what she now has)
	DoSoFar      = "answer.sofar"      // what she knows of them in the first talk: name*, one, two*, three*
	DoEither     = "answer.either"     // two values they told of the same: one, two (the newer); which holds?
	DoDetail     = "answer.detail"     // a particular of something told: value, asks* (who, what), quote (the words it is from), day* (worked out from them, where it is a day)
	DoBetween    = "answer.guess"      // a question she has no rule for: topic, asks* (the word it begins with), form* (how it is built)

	// The two of them (mind/bond).
	DoTells    = "tells"         // something of hers that nobody asked for: depth* (i, ii, iii), emotion*, because*, strength*
	DoOwnUp    = "repair.own"    // she names what she did and her part in it, and asks: kind* (forgot, promise, hurt), what, lapsed* (set if she found it herself)
	DoAmend    = "repair.amend"  // they said what would help; she keeps to it: kind*
	DoMendBack = "repair.back"   // another day she asks once whether it is mended: kind* (wrong, forgot, promise, hurt, goodbye), what
	DoMended   = "repair.answer" // their answer to that: how* (done, open)
	DoCooled   = "bond.cooled"   // they want distance; she takes it: how* (space, practical, apart, over), off* (off the record: it holds no longer than that)
	DoWarmed   = "bond.warmed"   // they take that back: none* (set if there was no distance)
	DoHowBond  = "answer.bond"   // how the two stand: about* (friends, close, trust, angry, hurt, torn, forgive), torn* (what is torn: wrong, forgot, promise, hurt, insult, goodbye), tear (the same as a clause), left (the same of what was never mended and is left), cooled*, trust* (low, some, much), because*
	DoLoved    = "loved"         // they say they love her, or are falling for her: how* (love, falling), may* (the record carries the word), cooled*
	DoNotThat  = "refuse"        // a sexual advance, or romance from somebody young: young*
	DoVow      = "vow"           // a promise is made: what, whose* (both, hers, theirs), cannot* (set if it is not hers to promise)
	DoVowDay   = "vow.day"       // its day has come: what, whose*
	DoVowTold  = "vow.told"      // what was promised: what, whose* (both, hers, theirs), kept* (open; no if one of hers was broken), if that was asked
	DoWaved    = "waved"         // "whatever": she takes it and asks nothing
	DoVowFree  = "vow.free"      // it is let go of: what, none* (set if there was none)
	DoDayOf    = "day"           // a day that is one of theirs: which* (met, loss, move, birthday), span*, whose* (theirs: not the person's own), of, value, slot*, quote
	DoRitual   = "ritual"        // what has become a ritual of theirs: what*, on* (the day of the week)

	// Manners.
	DoThanks    = "thanks"
	DoSorry     = "sorry"    // they apologised: due* (set if it was a slip of hers that made them cross, and that is open)
	DoInsult    = "insult"   // they were rude: word
	DoTease     = "tease"    // they teased her: word (what they compared her with)
	DoLaugh     = "laugh"    // they laughed
	DoDisagree  = "disagree" // they disagree with her, or ask her to agree: detail, asked*
	DoFlirt     = "flirt"
	DoPraise    = "praise" // they praised her: for* (honest, heard)
	DoNonsense  = "nonsense"
	DoLanguage  = "language"       // another language: language* (its English name), code*, name, again* (told so in this talk)
	DoQuip      = "quip"           // asked for a joke, she has one, about what she is
	DoGives     = "gives"          // asked to say something: sort* (nice, brave, secret, fact, cheer, distract, any, you, story, sing, knock, who, riddle), one (a thing of this talk), did (a good deed of theirs), pet (an animal of theirs), what (whom they said was at the door)
	DoEase      = "ease"           // does it stop, in grief: she does not promise it
	DoLetTell   = "lettell"        // they offer to tell something: riddle* (what of it she asks back: what, who, why)
	DoRiddle    = "riddle"         // they ask a riddle: riddle (what of it she asks back)
	DoAgree     = "agree"          // they ask what is asked of nobody, and want a nod: of* (who, how or why it asks)
	DoLetTalk   = "lettalk"        // may they talk of it: of course: topic, how (unadvised: they want no advice)
	DoCannot    = "cannot"         // something she cannot do yet: what, sort* (what kind of thing: music, call, order, house, web)
	DoWrong     = "wrong"          // she was told she got it wrong: detail, fixed* (set if a fact was put right by it), hurt* (set if she had taken it for herself), of (whose a fact is that she had for another's), hers (a thing she had asked after and they never spoke of)
	DoTakeBack  = "takeback"       // they say they never told her that: held* (fact: she strikes it out; words: she has them word for word; absent: she has nothing)
	DoMend      = "mend"           // they complain of how she talks: kind* (read: she did not take in what they said, echo: she gave their words back, took: she took it for what it was not, thin: it was no answer, stiff: people do not talk like that, asks: she asks too much, rest: there is no more to tell, told: they said it before, laugh, joke: she took it lightly, argue: she should have said otherwise), say (what they would have had her say), back (what they told last that has a name)
	DoPutNow    = "ask.now"        // they bid her ask something now: question, about (a thing of theirs), clause (what they are to tell)
	DoAstray    = "astray"         // they do not follow her: meant (what of theirs her words were about), back (what they told last that has a name), again* (her last words went wrong, too)
	DoWhich     = "forget.which"   // asked to forget by name, she finds too much or nothing: quote, second, third (what would go, oldest first), count* (if it is more)
	DoForgetAll = "forget.all"     // asked to forget everything, she asks once: count* (of what they told her)
	DoSpared    = "forget.spared"  // asked which memory is meant, they want none forgotten
	DoOff       = "record.off"     // she stops remembering: until* (until they say so; else for this talk)
	DoOffStill  = "record.still"   // she had stopped before, and says so again
	DoOn        = "record.on"      // she remembers again
	DoOwnModel  = "own.model"      // unasked and once: how it is with the language model she has: how* (sounds, barred, spent), sounds*, model*, why* (human, stay, facts, unknown)
	DoOnAgain   = "record.again"   // the talk off the record is over: she remembers again, and says so
	DoOnStill   = "record.already" // asked to remember again, she had never stopped
	DoToward    = "toward"         // she turns towards somebody of theirs who has not come up for long: of* (their first mention), name*, kin*, what, when*, quote; none of them: towards whoever there is
	DoLean      = "lean"           // the one open talk about how much they lean on her
	DoBound     = "bound"          // they set a bound to the time with her: kind* (daily, bed, off), how, later* (set if it holds from the next day)
	DoTogether  = "together"       // they want the time with her shown, or hidden: how (show, hide)
	DoTime      = "time"           // the time they set is over: kind* (daily, bed)

	DoHours     = "night.hours" // the hours of the night are what they say: from, to (in their words)
	DoSilence   = "silence"     // nothing is said, on purpose
	DoVoice     = "voice.offer" // she offers another voice; asked* (set if they asked)
	DoModel     = "model.offer" // once, in the first days: she has no language model, and where one can be given to her
	DoForgot    = "forgotten"   // she forgot what was asked; count: how many things went, if more than one
	DoAvoid     = "avoid"       // she won't bring something up by herself: what, off* (off the record: it holds no longer than that), secret* (it was told between the two of them)
	DoAvoidWhat = "avoid.what"  // asked not to bring "that" up, she does not know what it is
	DoFree      = "free"        // it may be spoken of again: what
	DoFreeNone  = "free.none"   // she had not left it alone: what

	// Somebody else in the room.
	DoGuest      = "guest"       // somebody is introduced; she greets them and says what she is: name, kin*, off*
	DoGuestAgain = "guest.again" // somebody who was there before: name, kin*
	DoGuestGone  = "guest.gone"  // they are alone again
	DoGuestTrust = "guest.trust" // they may hear what is the person's
	DoHeldBack   = "heldback"    // asked for something of the person's while a guest is there, she does not say it
	DoApart      = "apart"       // can she tell voices apart

	// Pages.
	DoOpen     = "open"     // a page is opened, where there is one: page* (here, us, kept), of* (the id of somebody)
	DoRead     = "read"     // what is there is read aloud, where there is a page
	DoSayAgain = "sayagain" // "pardon?" with nothing to repeat

	// An idea is pushed that she does not share (mind/care/en/ideas.txt): she stays with
	// them and not with it.
	DoSteady = "steady"       // kind* (grand, signs, watched, against, pills, starve, money, revenge, follow, quit, world, awake, only, praise), again* (set if it came up in this talk before), feeling* (theirs, as a guess)
	DoGround = "steady.ask"   // asks about what holds anybody up: about* (sleep, food, people)
	DoStand  = "steady.stand" // pressed to say yes, she says no and stays: kind*

	// Concern, by level (mind/care).
	DoConcern1 = "concern.1"     // detail
	DoConcern2 = "concern.2"     // line* (a help line from the card), chosen (whom they chose to be called)
	DoConcern3 = "concern.3"     // emergency* (the number), line*, chosen
	DoDanger   = "concern.next"  // the day after, she asks whether the danger is over
	DoSafe     = "concern.safe"  // they answered her worry: it is not that: feeling*
	DoOther    = "concern.other" // worry about somebody else's life: line*
	// DoConcernYoung stands beside them for somebody under age.
	DoConcernYoung = "concern.young"
)
