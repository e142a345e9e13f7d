// Every fixed sentence about an examination and a day's budget, in her voice.

/** @typedef {{group: string, question: string, record: string, model: string, same: boolean, why?: string, read?: boolean}} Answer */
/** @typedef {{model: string, asked: number, same: number, little?: boolean, answers: Answer[], groups: {group: string, asked: number, same: number}[] | null, failed?: string[], barred?: string[], note?: string}} Report */
/** @typedef {{tokens: number, in: number, out: number, per_in?: number, per_out?: number, cost?: number, most?: number, over?: boolean}} Taken */

export const exam = {
  title: "Is it still me?",
  /** @param {string} name */
  lead: (name) => `Up to forty questions out of my own record, answered by the record and through ${name}, side by side. What it fails it isn't given to do.`,
  /** @param {string} score */
  last: (score) => `Last time: ${score}.`,
  begin: "put it to the test",
  /** @param {string} server */
  leaves: (server) => `Some 60,000 tokens of mine would go to ${server}. Is that all right?`,
  leavesMore: ["They are what I'd send it for a talk, once for each question, with what I remember of it.", "They count as what that model takes today, and a budget that is used up ends it."],
  yes: "they may go there",
  no: "rather not",
  asking: "I'm asking us both.",
  /** @param {number} done @param {number} of */
  far: (done, of) => `${done} of ${of}`,
  stop: "stop",
  stopped: "Stopped. Half a test decides nothing.",
  elsewhere: "It is over. What it came to stands where it was begun; the answers are kept by nobody.",
  /** @param {Report} r */
  score: (r) => `${r.model}: ${r.same} of ${r.asked} as the record has it.`,
  little: "There's little to go by yet, my record is young.",
  /** @param {string[]} barred */
  may: (barred) => {
    const may = ["speak", "propose"].filter((d) => !barred.includes(d));
    return may.length ? `It may ${may.join(" and ")} for me.` : "It may do nothing for me.";
  },
  /** @param {string[]} probes */
  failed: (probes) => `It failed at ${probes.join(", ")}.`,
  otherwise: "Where it was otherwise",
  read: "for you to read, and not counted",
  record: "record",
  /** Why what it said did not reach anybody. @type {Record<string, string>} */
  unheard: {
    empty: "it said nothing to be heard", guard: "my own rules don't let that be said", refused: "it spoke as an assistant, or wouldn't answer", question: "it asked where I'd ask nothing",
    language: "it wasn't in English", repeats: "it said something again", garbage: "it was no sentence", late: "it came too late", thinking: "it was still thinking", stalled: "it stopped in the middle", broken: "it broke off",
  },
  /** @param {string} why */
  broke: (why) => `That didn't work: ${why}.`,
  lost: "I can't reach the house just now.",
  gone: "These answers are kept by nobody. They are gone with this page.",
};

export const budget = {
  title: "What one elsewhere may take in a day",
  tokens: "Tokens",
  any: "any number",
  in: "A million read cost",
  out: "A million written cost",
  like: "such as 0.25",
  set: "set that",
  /** @param {Taken} t */
  told: (t) => {
    const used = count(t.in + t.out);
    const said = t.tokens ? `${used} of ${count(t.tokens)} tokens today` : `${used} tokens today, and no bound`;
    const money = t.cost === undefined ? "" : t.most ? `; that is ${t.cost.toFixed(2)}, and ${t.most.toFixed(2)} a day at most` : `; that is ${t.cost.toFixed(2)}`;
    return `${said}${money}.${t.over ? " It is used up: my own words, till midnight." : ""}`;
  },
  /** @param {string} why */
  refused: (why) => `That didn't work: ${why}.`,
  lost: "I can't reach the house just now.",
};

/** A number as one reads it. @param {number} n */
function count(n) {
  return n.toLocaleString("en-GB");
}
