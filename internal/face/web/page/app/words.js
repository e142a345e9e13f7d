// Every fixed sentence of Here, in her voice: I, you, us. What she says in
// the talk itself comes from her, never from here.
// Those of the pages for reading are in reading-words.js.

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
  unread: "There is nothing here to read.",
  silent: "I have no voice on this machine. I write.",
  unkept: "Off the record: nothing we say now is kept.",
  unlived: "A simulated life: nobody lived this.",
  look: "Look at us, at me, at kept. Touch what I say, for why.",
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
  read: "read aloud",
  here: "here",
  mood: "me",
  note: "jot",
  noting: "Half awake? Say it, and I'll only keep it.",
  jot: "I'll keep it as it is",
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
  out: "no longer so",
  takenOut: "I no longer hold that. The words it came from stay.",
  avoid: "never mention",
  avoided: "I won't bring it up. If you ask for it, I say that it's closed; “you may speak of it” opens it.",
};

export const forget = {
  ask: "I'd forget this, is that all right?",
  askMany: "I'd forget these, is that all right?",
  forGood: "The words, what I answered, and whatever I made of them. Only a copy of my house made before could bring that back.",
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
  /** @param {string} name of the voice */
  askMore: (name) => [`“${name}” doesn't speak on this device: each sentence I say aloud would be sent over the network to whoever makes that voice. Its name is all I know of them.`],
  yes: "that's all right",
  no: "rather not",
  close: "close",
};

export const ringing = {
  done: "done",
  snooze: "snooze ten minutes",
  keys: "D for done, S for ten minutes more; or just tell me.",
};

export const refused = {
  /** @param {number} bytes @param {number} most */
  tooLong: (bytes, most) => `That's about ${pages(bytes)} pages; I can take about ${pages(most)} at once. All of it is still here: say it in pieces.`,
};

/** A page has two thousand letters. @param {number} bytes */
function pages(bytes) {
  return Math.ceil(bytes / 2000).toLocaleString("en");
}
