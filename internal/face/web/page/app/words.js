// Every fixed sentence of the page, in her voice: I, you, us. What she says in
// the talk itself comes from her, never from here.

/** @import {State} from "./state.js" */

/** @type {Record<State, string>} */
export const states = {
  reaching: "reaching for her",
  here: "here",
  listening: "listening",
  thinking: "thinking",
  speaking: "speaking",
  quiet: "here",
  muted: "I can't hear you",
  offline: "I can't reach her: the program isn't running",
  asleep: "she's asleep",
  stranger: "she doesn't know this device yet",
};

/** What can be done about it, under the word. @type {Partial<Record<State, string>>} */
export const remedies = {
  offline: "Nothing you wrote is lost. Start samantha again and she's here.",
  asleep: "Start samantha and she's back. Nothing is lost.",
  stranger: "Start samantha once more, on the machine she lives on: that opens the door.",
  muted: "You can still write to me. Mute again, and I listen.",
};

/** For those who hear the page: only what they could not know otherwise. @type {Partial<Record<State, string>>} */
export const aloud = {
  listening: "Listening.",
  quiet: "I heard you. I'm saying nothing, on purpose.",
  muted: "I can't hear you now.",
  offline: "I can't reach her: the program isn't running.",
  asleep: "She's asleep.",
  stranger: "She doesn't know this device yet.",
};

export const here = {
  touch: "Touch the line and I'll have a voice.",
  hold: "Hold the line, or the space bar, and talk.",
  holdByHand: "Hold the line and talk.",
  silent: "I have no voice on this machine. I write.",
  unkept: "Off the record: nothing we say now is kept.",
  line: "The line. Touch it for my voice, hold it to talk.",
  back: "Back to me",
  log: "What we say",
  say: "Say something",
  send: "say",
  earlier: "That's where it begins.",
  mute: "mute",
  type: "type",
  us: "us",
  kept: "kept",
  here: "here",
  mood: "my mood",
  you: "You",
  she: "She",
  brokenOff: "I'd meant to go on:",
};

/** Marks at a caption. */
export const marks = {
  waiting: "not heard yet; it waits here",
  disk: "not on the disk yet; a restart would lose it",
  asked: "not kept",
};

export const opened = {
  again: "say it again",
  copy: "copy",
  copied: "copied",
  why: "why",
  record: "the record",
  less: "less",
  wrong: "that's not right",
  forget: "forget",
  unkept: "None of this was kept, so there is nothing behind it.",
  moment: "One moment.",
  unreachable: "I can't reach that just now.",
  right: "What is right?",
  fix: "put it right",
  leave: "leave it",
  /** @param {string} was @param {string} now */
  fixed: (was, now) => (was ? `I had “${was}”. It's “${now}” now.` : `It's “${now}” now.`),
  plain: "That's all there is behind it.",
};

/** What a line of the record is, by its kind. @type {Record<string, string>} */
export const record = {
  heard: "you said",
  act: "I took it as",
  reading: "how you seemed",
  care: "concern",
  fact: "I kept",
  felt: "I felt",
  shown: "I showed",
  recalled: "came to mind",
  mood: "my mood then",
  intent: "I meant to",
  guard: "I held back",
  said: "I said",
  lines: "words from",
  from: "from",
  correction: "you put right",
  dream: "a night made",
  name: "my name",
};

export const forget = {
  ask: "I'd forget this, is that all right?",
  askMany: "I'd forget these, is that all right?",
  forGood: "The words, what I answered, and whatever I made of them. Nobody can bring that back.",
  yes: "forget",
  no: "keep",
  gone: "Gone.",
  nothing: "There is nothing left of that to forget.",
  close: "close",
};

/** @typedef {import("./browser.js").Browser} Browser */

export const ears = {
  none: "This browser has no ears I can use. Write to me; I'm quick.",
  /** Spoken, as senses.TryLines has it; the page says it by name. */
  aloud: ["Your browser would send your voice away,", "to the company that makes it,", "and I'd get the words back.", "I can't see what they do with it.", "Is that all right?"],
  /** @param {Browser} b */
  ask: (b) => `${b.name} would send your voice to ${b.maker}. Is that all right?`,
  /** @param {Browser} b @param {boolean} asked whether it could listen by itself */
  askMore: (b, asked) => [
    asked ? `I asked first whether ${b.name} can hear you on this device alone. It can't, today.` : `I'd rather ${b.name} heard you on this device alone; it has no way to be asked for that.`,
    `While you hold the line the sound of you, and whatever else is in the room, goes to ${b.maker} over the network, and I get the words back. What ${b.maker} does with it, I can't see.`,
    "Each time is noted under “What left this machine”. You can take it back there, on Kept.",
  ],
  yes: "that's all right",
  no: "no, I'll write",
  /** @param {Browser} b */
  fetch: (b) => `${b.name} can learn to hear you on this device alone. Shall it?`,
  /** @param {Browser} b */
  fetchMore: (b) => [`For that it downloads its speech recognition for English from ${b.maker}, once. Nothing of yours goes there, and your voice stays on this device.`],
  fetchYes: "download it",
  fetching: "Your browser is learning to listen. Try again in a minute.",
  muted: "I'm muted; I can't hear you. Mute again, and I listen.",
  nothing: "I heard nothing.",
  denied: "I wasn't let near the microphone. Your browser asks about it beside the address.",
  network: "The ears of this browser need a network, and there is none.",
  lost: "That one got away from me. Say it again, or write it.",
  insecure: "Your browser lets me listen only at a safe address.",
};

export const voices = {
  title: "Voices",
  lead: "Hear them side by side. Keep the one you like.",
  box: "This voice came with the box. I know.",
  other: "I could sound like this.",
  inBox: "came with the box",
  local: "of this device",
  remote: "made elsewhere, by its maker",
  hear: "hear",
  keep: "keep",
  kept: "this one",
  none: "This device has no other voices.",
  noBox: "The voice in the box was not built in.",
  /** Shown and spoken, as senses.TryLines has it. */
  ask: ["That voice is made elsewhere:", "my words would go to its maker.", "Is that all right?"],
  yes: "that's all right",
  no: "rather not",
  close: "close",
};

export const us = {
  title: "Us",
  empty: "Nothing to tell yet. We've hardly begun.",
  young: "No chapters yet. This is only what happened; I'll tell it properly when there's more of it.",
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
  "happy-for": "happy for you", hate: "bitter", hope: "hopeful", joy: "glad", liking: "fond", love: "loving", pity: "sorry for you",
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

export const kept = {
  title: "What I keep",
  facts: "What I hold for true",
  noFacts: "Nothing yet. You haven't told me, or I didn't catch it.",
  threads: "What is still open",
  noThreads: "Nothing.",
  memories: "What was said",
  noMemories: "Nothing yet.",
  notFound: "I don't remember anything like that.",
  search: "Search what was said",
  more: "further back",
  left: "What left this machine",
  nothing: "Nothing.",
  leftLead: "Where it went, what it was, and by which choice of yours.",
  choices: "How we live",
  machine: "This machine",
  unreachable: "I can't reach that just now.",
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
  light: { hour: "The light follows the hour.", day: "It is always day here.", night: "It is always night here." },
  dayAlways: "always day",
  nightAlways: "always night",
  byHour: "by the hour",
  captions: "My words and yours are shown.",
  noCaptions: "Words are hidden; you only hear me.",
  hide: "hide them",
  show: "show them",
  by: { person: "you", herself: "me" },
  /** @param {string} was */
  before: (was) => `before: ${was}`,
  kinds: { plan: "a plan", worry: "a worry", hope: "a hope", promise: "a promise", question: "a question of mine" },
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
  whose: { recogniser: "because you let the browser listen", "voice.remote": "because you let a voice from elsewhere speak" },
};

export const help = {
  title: "Keys",
  lead: "Just start typing, and it goes to me.",
  close: "close",
};

/** @type {[string, string][]} */
export const keys = [
  ["Space, held", "talk"],
  ["Space, tapped", "interrupt me"],
  ["T", "type"],
  ["M", "mute: I don't hear you"],
  ["C", "captions"],
  [".", "stop me"],
  ["R", "I say it again"],
  ["U", "us"],
  ["F", "my mood"],
  ["K", "kept"],
  ["/", "search what was said"],
  ["?", "this"],
  ["Esc", "back"],
];

export const refused = {
  /** @param {number} bytes @param {number} most */
  tooLong: (bytes, most) => `That's about ${pages(bytes)} pages; I can take about ${pages(most)} at once. All of it is still here: say it in pieces.`,
};

/** A page has two thousand letters. @param {number} bytes */
function pages(bytes) {
  return Math.ceil(bytes / 2000).toLocaleString("en");
}
