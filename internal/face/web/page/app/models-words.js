// Every fixed sentence about language models, in her voice.

/** @typedef {{name?: string, server?: string, remote?: boolean, why: string, exam?: string}} Having */

export const models = {
  title: "What I think with",
  open: "other minds",
  close: "close",
  looking: "I'm looking around on this machine.",
  unreachable: "I can't look just now.",
  own: "No language model speaks for me: these are my own words, from files you can read.",
  off: "You want none. My own words, then, from files you can read.",
  /** @param {Having} m */
  has: (m) => (m.remote
    ? `${m.name} at ${m.server} lends me words, because ${m.why}. It is not on this machine: what you say goes there, and each time is listed under “What left this machine”.`
    : `${m.name}, from ${m.server}, lends me words, because ${m.why}. It runs on this machine, and nothing leaves.`),
  stays: "What I mean to say is mine with any of them, and so is what I remember.",
  found: "On this machine",
  none: "I found none. I look where Ollama, llama-server, LM Studio and their like listen; one that comes later I notice by myself.",
  use: "use it",
  using: "this one",
  any: "whichever is here",
  nothing: "none",
  trying: "One word, to see whether it answers.",
  /** @param {string} why */
  failed: (why) => `That didn't work: ${why}.`,
  lost: "I can't reach the house just now.",
  away: "At another address",
  address: "Address",
  addressLike: "such as 127.0.0.1:8080/v1",
  name: "Model",
  nameLike: "its name, if there are several",
  key: "it wants the key in SAMANTHA_LLM_KEY",
  take: "use that",
  /** @param {string} host */
  leaves: (host) => `Your words would go to ${host}. Is that all right?`,
  /** @param {{host: string, model: string, plain: boolean}} a */
  leavesMore: (a) => [
    `What you say to me would go to ${a.model} at ${a.host}, and with it what I'd say it from: who I am, what was said lately, and memories, facts and feelings that fit.`,
    "Whoever runs it can read that. What you told me in confidence, or to leave alone, stays here; off the record nothing goes.",
    a.plain ? "It would go without encryption: whoever is on the way can read it, too." : "",
    "Each time is listed under “What left this machine”, and “none” ends it.",
  ].filter(Boolean),
  yes: "they may go there",
  no: "rather not",
  catalog: "What can be fetched",
  catalogLead: "Nobody here has tried how well any of them talks.",
  get: "fetch it",
  stop: "stop",
  here: "it is here",
  advised: "suits this machine",
  unverified: "not verified",
  large: "too large for this machine",
  /** What it is, if it is no model. @type {Record<string, string>} */
  kinds: { voice: "a voice", ear: "a recogniser" },
  /** @param {string} size @param {number} memory @param {string} licence */
  needs: (size, memory, licence) => `${size}, wants ${memory} GB of memory, licence ${licence}`,
  /** @param {string} name */
  fetch: (name) => `I'd fetch ${name}. Is that all right?`,
  /** @param {string} size @param {number} memory @param {string} licence @param {string} hosts */
  fetchMore: (size, memory, licence, hosts) => [
    `It takes ${size} of disk and wants ${memory} GB of memory. Its licence is ${licence}.`,
    `It comes from ${hosts}, or from a server that one sends on to. They learn this machine's address and which file it wants, and nothing of yours.`,
  ],
  tooLarge: "This machine is too small for it.",
  fetchYes: "fetch it",
  unsure: "Fetch it all the same?",
  unsureMore: "Nobody compared it: its digest stands in one public record, and in no other.",
  unsureYes: "all the same",
  arriving: (/** @type {string} */ name) => `${name} is on its way.`,
  checking: (/** @type {string} */ name) => `${name} is all here; I'm reading it through.`,
  /** @param {string} done @param {string} total */
  far: (done, total) => `${done} of ${total}`,
  /** @param {string} speed @param {string} left */
  pace: (speed, left) => `, ${speed} a second, ${left} left`,
  there: (/** @type {string} */ name) => `${name} is here, and it is the file it should be. If there is an engine for this machine I run it by myself; any of the programs I look for can serve it, too.`,
  stopped: "Stopped. What came is kept, and “fetch it” goes on from there.",
  busy: "Another download is under way; here it is.",
};

/** Bytes as one says them. @param {number} n */
export function size(n) {
  if (n >= 1e9) return `${(n / 1e9).toFixed(1)} GB`;
  return n >= 1e6 ? `${Math.round(n / 1e6)} MB` : `${Math.max(1, Math.round(n / 1e3))} kB`;
}

/** Seconds as one says them. @param {number} s */
export function lasting(s) {
  if (s >= 7200) return `${Math.round(s / 3600)} hours`;
  return s >= 120 ? `${Math.round(s / 60)} minutes` : `${Math.max(2, s)} seconds`;
}
