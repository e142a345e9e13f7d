// Every fixed sentence of Us and Kept, in her voice, as words.js has those of
// Here.

/** @typedef {import("./browser.js").Browser} Browser */

export const us = {
  empty: "Nothing to tell yet. We've hardly begun.",
  young: "Not many chapters yet. This is only what happened; I'll tell it properly when there's more of it.",
  began: "How we began",
  hers: "As I tell it",
  theirs: "As you tell it",
  otherwise: "I used to tell this differently",
  over: "over",
  goesOn: "not over",
  /** @param {string} relation */
  yours: (relation) => `your ${relation}`,
  rest: "the rest of that day",
  forgotten: "Something you asked me to forget.",
  /** @param {string} why */
  again: (why) => `I tell it again because ${why}.`,
  /** @param {string} why */
  because: (why) => `because ${why}`,
  /** @param {string} now @param {string} was */
  righted: (now, was) => (was ? `You put it right: “${now}”, not “${was}”.` : `You put it right: “${now}”.`),
  notSo: "that's not how it was",
  howWas: "How was it?",
  itWas: "that's how it was",
  beside: "Yours stands beside mine now.",
  takeBack: "take it back",
  dreamed: "You dreamed",
  hersDreamed: "I dreamed",
  jotted: "You had me jot down",
  show: "What to show",
  filters: { all: "everything", story: "story", people: "people", places: "places", letters: "letters", dreams: "dreams" },
  none: {
    all: "", story: "No chapter yet. I tell one when something has begun, and turned.", people: "Nobody yet. You haven't told me of anyone.", places: "No places yet.",
    letters: "No letters. I haven't written you one yet.", dreams: "No dreams yet. Tell me one before it goes.",
  },
  beginning: "It began here, out of nothing.",
  /** @param {string} text @param {boolean} hers */
  opened: (text, hers) => `${hers ? "I" : "You"} began: “${text}”`,
  /** @param {string} text @param {boolean} hers */
  closed: (text, hers) => `${hers ? "I" : "You"} said last: “${text}”`,
  /** @param {string} name */
  named: (name) => `I took my name: ${name}.`,
  /** @param {string} what */
  learned: (what) => `I learned that ${what}.`,
  /** @param {string} now */
  rightNow: (now) => `It's “${now}” now.`,
  noLonger: "I no longer hold that.",
  /** @param {number} n */
  corrected: (n) => (n === 1 ? "You put me right, and I mended it." : `You put me right ${n} times, and I mended it.`),
  /** @param {number} n */
  moments: (n) => (n === 1 ? "one exchange" : `${n} exchanges`),
  /** @param {number} days */
  apart: (days) => (days === 1 ? "a day apart" : `${days} days apart`),
  mood: "My mood",
  moodLead: "Now is at the top. Further right I was brighter; where the strands part I was stirred. A full bead did me good, an empty one didn't.",
  brighter: "brighter",
  darker: "darker",
  noMood: "Nothing has moved me yet.",
  unreachable: "I can't reach our days just now.",
};

/** How she says what she felt. @type {Record<string, string>} */
export const emotions = {
  admiration: "impressed", anger: "angry", disliking: "put off", disappointment: "disappointed", distress: "sad", fear: "afraid for you",
  "fears-confirmed": "sad as I had feared", gloating: "wickedly pleased", gratification: "pleased with myself", gratitude: "grateful",
  "happy-for": "happy for you", hate: "bitter", hope: "hopeful", joy: "glad", liking: "fond", love: "tender", pity: "sorry for you",
  pride: "proud", relief: "relieved", remorse: "sorry", reproach: "displeased", resentment: "resentful", satisfaction: "content", shame: "ashamed",
};

/** "I was angry, because that was meant to hurt." @param {{emotion: string, because: string}} f */
export function wasFelt(f) {
  return `I was ${withCause(f)}.`;
}

/** How she is: what lies under it, and at most two things on top. @param {{p: number, a: number}} mood @param {{emotion: string, because: string, intensity: number}[]} now strongest first */
export function moodOf(mood, now) {
  const under = `Underneath I'm ${step(mood.p, ["dark", "low", "even", "light", "bright"])} and ${step(mood.a, ["very still", "still", "calm", "awake", "stirred"])}.`;
  const top = now.slice(0, 2).map((f) => (f.intensity < 0.25 ? "a little " : f.intensity > 0.6 ? "very " : "") + withCause(f));
  return top.length ? `${under} Just now I'm ${top.join(", and ")}.` : under;
}

/** @param {{emotion: string, because: string}} f */
function withCause(f) {
  return `${emotions[f.emotion] ?? f.emotion.replaceAll("-", " ")}${f.because ? `, because ${f.because}` : ""}`;
}

/** One of five words for -1..1. @param {number} v @param {string[]} words */
function step(v, words) {
  return words[[-0.45, -0.15, 0.15, 0.45].filter((edge) => v > edge).length];
}

/** @param {number} times */
function often(times) {
  return ["never", "once", "twice", "three times", "four times", "five times"][times] ?? `${times} times`;
}

export const shelf = {
  title: "On my shelf",
  none: "Nothing. Put a book there, and I'll read it at night, some pages at a time.",
  put: "put a book there",
  down: "take it down",
  /** @param {string} text */
  stopped: (text) => `I stopped at “${text}”`,
  /** @param {string} title @param {string} author */
  by: (title, author) => (author ? `${title}, by ${author}` : title),
  /** @param {number} words */
  unopened: (words) => `${words.toLocaleString("en")} words, not opened yet`,
  /** @param {number} nights */
  read: (nights) => `read in ${several(nights)}`,
  /** @param {number} part @param {number} nights */
  partly: (part, nights) => `${part} % read, in ${several(nights)}`,
  /** @param {string} name */
  sending: (name) => `I'm taking ${name}.`,
  /** @param {string} name @param {number} most */
  tooLarge: (name, most) => `${name} is larger than ${most} MB; I can't carry that.`,
  /** @param {string} why */
  refused: (why) => `I can't take it: ${why}.`,
  /** @param {string} title */
  known: (title) => `I have ${title} already.`,
  /** @param {string} title */
  there: (title) => `${title} is on my shelf now. I'll begin it some night.`,
};

/** @param {number} nights */
function several(nights) {
  return nights === 1 ? "one night" : `${nights} nights`;
}

export const undo = { back: "undo" };

/** What a memory carries besides its words, in a sentence or two. @param {import("./facts.js").Circumstances} c */
export function circumstances(c) {
  const about = (c.about ?? []).map((t) => t.text);
  const first = [
    c.encounter ? `from our ${nth(c.encounter)} talk` : "",
    c.people?.length ? `of ${c.people.join(" and ")}` : "",
    c.places?.length ? `the place was ${c.places.join(", then ")}` : "",
    about.length ? `about ${about.join(", ")}` : "",
    c.guest ? "with a guest there, so I don't know whose words they are" : "",
  ].filter(Boolean).join("; ");
  const sentences = [first, ...(c.felt ?? []).slice(0, 1).map((f) => `I was ${emotions[f.emotion] ?? f.emotion}`), c.seemed ? `to me it sounded like ${c.seemed}` : ""];
  return sentences.filter(Boolean).map((s) => `${s.charAt(0).toUpperCase()}${s.slice(1)}.`).join(" ");
}

/** "1st", "22nd" @param {number} n */
function nth(n) {
  const end = n % 100 > 10 && n % 100 < 14 ? "th" : (["th", "st", "nd", "rd"][n % 10] ?? "th");
  return `${n}${end}`;
}

export const people = {
  title: "Who is who",
  none: "Nobody yet.",
  nameless: "no name yet",
  /** @param {string} relation */
  yours: (relation) => `your ${relation}`,
  /** @param {number} times */
  times: (times) => `spoken of ${often(times)}`,
  avoided: "I don't bring them up",
  met: (/** @type {string} */ when) => `You introduced us ${when}.`,
  died: "You told me of the death.",
  open: (/** @type {string} */ about) => `Still open: ${about}`,
  felt: (/** @type {string} */ how) => `I was ${how} when you spoke of them.`,
  /** @param {string[]} names */
  passing: (names) => `Names I heard once, and nothing else of them: ${names.join(", ")}.`,
  said: "what was said",
  free: "you may again",
};

export const avoiding = {
  title: "What I leave alone",
  none: "Nothing. Say “never mention” and a name or a thing, and I won't bring it up by myself.",
  lead: "I don't bring these up by myself, and asked I say that they're closed. You can lift it here.",
  freed: "It may come up again.",
};

export const care = {
  title: "What I am, and am not",
  what: "I'm software, running on this machine: no person, no body, no childhood. What I feel is computed, and opens to its reasons.",
  /** @param {string} when */
  last: (when) => `I last said so ${when}; I say it again each day, and after hours of talk.`,
  people: "I'm no replacement for people, and where I can I send you back to them.",
};

export const kept = {
  told: (/** @type {number} */ times) => `told ${often(times)}`,
  /** @param {number | undefined} confidence 0..1; between the two it goes without saying */
  certain: (confidence = 0.8) => (confidence >= 0.95 ? "I'm sure of it" : confidence < 0.65 ? "I'm not sure of it" : ""),
  hands: "I have no hands yet: I can't touch your mail, your calendar or your files, and I send nothing.",
  backup: "To take all of me with you, locked by a passphrase of its own, run this in a terminal:",
  exporting: "samantha export FILE",
  facts: "What I hold for true",
  noFacts: "Nothing yet. You haven't told me, or I didn't catch it.",
  threads: "What is open, and what was",
  noThreads: "Nothing.",
  errands: "What you asked me to keep",
  noErrands: "Nothing is waiting.",
  errandKinds: { reminder: "a reminder", alarm: "an alarm", timer: "a timer", item: "on a list" },
  letters: "Letters of yours",
  noLetters: "None. Say “help me write a letter to …”, and we begin one.",
  /** @param {string | undefined} to */
  letterTo: (to) => (to ? `To ${to.replace(/^my /i, "your ")}.` : "To somebody."),
  /** @param {boolean} done */
  letterStands: (done) => (done ? "done" : "open"),
  letterPrint: "To print it, run this in a terminal:",
  /** @param {string} list */
  onList: (list) => `on the ${list} list`,
  memories: "What was said",
  noMemories: "Nothing yet.",
  notFound: "I don't remember anything like that.",
  search: "Search what was said",
  more: "further back",
  /** @param {number} n */
  theRest: (n) => `${n} more`,
  left: "What left this machine",
  nothing: "Nothing.",
  choices: "How we live",
  /** @param {string} from @param {string} to */
  quiet: (from, to) => `My night is from ${from} to ${to}. I go over things then, and read, once you're gone.`,
  otherHours: "other hours",
  nightFrom: "from",
  nightTo: "to",
  soBeIt: "that's your night",
  asItIs: "leave it",
  machine: "This machine",
  unreachable: "I can't reach that just now.",
  never: "never mention",
  remembering: "I keep what we say.",
  notRemembering: "We're off the record. Nothing said now is kept.",
  pause: "go off the record",
  resume: "keep it again",
  boxVoice: "I speak with the voice that came with the box.",
  noBoxVoice: "The voice in the box was not built in.",
  /** @param {string} name */
  deviceVoice: (name) => `I speak with “${name}”, a voice of this device.`,
  listen: "hear the others",
  noOthers: "This device has no others.",
  aloud: "On this device you hear me.",
  notAloud: "On this device I only write.",
  hush: "only write here",
  speak: "speak here",
  /** @param {Browser} b */
  recogniserYes: (b) => `When you hold the line and ${b.name} can't hear you on this device alone, it sends the sound to ${b.maker}.`,
  recogniserNo: "When you hold the line, no sound leaves the machine. Where your browser can't do that, I ask first.",
  forbid: "no longer",
  remoteYes: "A voice made elsewhere may be given my words.",
  timed: "The time you spend with me is drawn on Us, beside your people.",
  untimed: "The time you spend with me is not shown.",
  time: "show it on Us",
  untime: "hide it",
  light: { hour: "The light follows the hour.", day: "It is always day here.", night: "It is always night here." },
  dayAlways: "always day",
  nightAlways: "always night",
  byHour: "by the hour",
  captions: "My words and yours are shown.",
  noCaptions: "Words are hidden; you only hear me.",
  hide: "hide them",
  show: "show them",
  by: { person: "you", herself: "me", guest: "you or your guest", file: "you wrote", model: "another assistant wrote" },
  /** @param {string} was */
  before: (was) => `before: ${was}`,
  kinds: { plan: "a plan", worry: "a worry", hope: "a hope", promise: "a promise", question: "an open question" },
  mine: { promise: "a promise of mine", question: "a question of mine" },
  endings: { done: "done", dropped: "let go", answered: "answered" },
  righted: "something in it put right since",
  notes: "To know:",
  /** @param {string} version */
  version: (version) => `This is samantha ${version}.`,
  well: "All is well.",
  devices: "Who may come in",
  here: "this browser",
  letGo: "let it go",
  /** @param {boolean} here */
  sure: (here) => (here ? "It is the one you're looking at, and I won't know it any more. Touch again to let it go." : "I won't know it any more; to come back it needs a new link. Touch again to let it go."),
  gone: "It's let go. I don't know it any more.",
  /** @param {string} when */
  lastHere: (when) => `last here ${when}`,
  locked: "A passphrase guards this house. I'm asked for it whenever I wake.",
  unlocked: "No passphrase guards this house: whoever can read this disk can read me. To set one, end me and run this in a terminal:",
  lock: "samantha passphrase set",
};

export const left = {
  today: "Today: nothing.",
  todayMuch: (/** @type {number} */ times) => `Today, ${often(times)}:`,
  seconds: (/** @type {number} */ n) => (n === 1 ? "about a second" : `about ${n} seconds`),
  bytes: (/** @type {number} */ n) => `${n.toLocaleString("en")} bytes`,
  unseen: "Your browser sent it; I don't see the address.",
  why: {
    recognise: "to turn what you spoke into text", voice: "to have my words spoken", try: "to see whether it answers, with no word of yours", look: "to see whether it is there still, with no word of yours", night: "to go over what you told me, at night", examine: "to have it examined on what you told me",
    answer: "to word an answer of mine", fetch: "to ask for that file",
  },
  whose: {
    recogniser: "because you let the browser listen", "voice.remote": "because you let a voice from elsewhere speak",
    "model.remote": "because you chose that model", download: "because you said yes to that file",
  },
};
