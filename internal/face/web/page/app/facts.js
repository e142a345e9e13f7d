// Facts as sentences, and what else the verbs tell, as types.

/** @import {Mood} from "./wire.js" */

/** @typedef {{id: string, of: string, slot: string, value: string, quote?: string, since: string, last: string, sources: string[], was?: string[], until?: string, doubt?: string, confidence?: number}} Fact */
/** @typedef {{id: string, kind: "plan" | "worry" | "hope" | "promise" | "question", whose?: string, about: string, due?: string, at: string, closed?: {how: "done" | "dropped" | "answered", at: string}, righted?: string}} Thread */
/** @typedef {{id: string, kind: "reminder" | "alarm" | "timer" | "item", what?: string, list?: string, due?: string, set: string, rang?: string}} Errand */
/** @typedef {{id: string, to?: string, changed: string, done: boolean, greeting: string, sentences: {id: string, text: string}[], close: string, name?: string}} Letter */
/** @typedef {{id: string, names: string[], relation?: string, as?: string, first: string, last: string, last_id: string, mentions: number, died?: string, met?: string, facts: string[], threads: string[], felt: {id: string, emotion: string}[], told?: Utterance, matters?: Utterance[], avoided?: boolean, passing?: boolean}} Somebody */
/** @typedef {{id: string, what: string, at: string}} Avoided */
/** @typedef {{encounter?: number, about?: {text: string}[], people?: string[], places?: string[], felt?: {emotion: string}[], seemed?: string, guest?: boolean}} Circumstances */
/** @typedef {{id: string, emotion: string, intensity: number, because: string, at?: string, shown?: number, display?: string}} Felt */
/** @typedef {{mood: Mood, home?: Mood, word?: string, now: Felt[], wonders?: {id: string, asks: string, at: string, steps?: {id: string, at: string, says: string}[]}[], past: {id: string, at: string, mood: Mood, felt: Felt[]}[]}} Feelings */
/** @typedef {{id: string, text: string}} Utterance */
/** @typedef {{n: number, since: string, until: string, moments: number, opened?: Utterance, closed?: Utterance, details?: string[], felt?: Felt, named?: string, learned?: {id: string, of: string, slot: string, value: string}[], corrected: number}} Encounter */
/** @typedef {{part: string, text: string, from: string[]}} Sentence */
/** @typedef {{id: string, at: string, no: number, why?: string, sentences: Sentence[], forgotten?: boolean}} Telling */
/** @typedef {{id: string, at: string, text: string, edit?: boolean}} Account */
/** @typedef {{id: string, at: string, kind: "note" | "dream", text: string, whose?: "person" | "herself"}} Note */
/** @typedef {{id: string, sort: "us" | "person" | "thing", about?: string, role?: string, over?: boolean, since: string, until: string, hers: Telling[], theirs?: Account[], righted?: {id: string, was?: string, now: string}[]}} Chapter */
/** @typedef {{id: string, at: string, to: string, address?: string, what: string, why?: string, seconds?: number, bytes?: number, choice: string}} Left */
/** @typedef {Note} Dream */
/** @typedef {{id: string, at: string, because: string, rule: string, closeness?: number, trust?: number, tension?: number, rupture?: string}} Move */
/** @typedef {{id: string, at: string, says: string, asked?: string, parked?: boolean, open: boolean}} Torn */
/** @typedef {{id: string, at: string, what: string, whose: string, day?: string, let?: string}} Vow */
/** @typedef {{sentence: string, closeness: number, trust: number, reciprocity: number, tension: number, moves: Move[], ruptures: Torn[], vows: Vow[], rituals: {what: string, weekday: number | string}[], dates: {id?: string, what: string, of?: string, day: string}[]}} Bond */
/** @typedef {{id: string, at: string, kind: string, text?: string, what?: string, because?: string, over?: string, used?: number, yours?: {id: string, text: string}}} Own something of her own */
/** @typedef {{id: string, at: string, sentences: string[], yours?: {id: string, text: string}}} Portrait */
/** @typedef {{trait: string, name: string, now: number, born: number, words: string, since?: string, most: number}} Trait */
/** @typedef {{traits: Trait[], week: {id: string, at: string, by: number, how: string, because: string}[], portrait: Portrait | null, before?: Portrait, words: Own[], jokes: Own[], interests: Own[], opinions: Own[], dares: Own[], wishes: Own[], over: Own[]}} Self */
/** @typedef {{id: string, title: string, author?: string, words: number, part: number, nights?: {id: string, date: string, words: number}[], stops?: {id: string, night: string, text: string}[]}} Book */
/** @typedef {{id: string, sentence: string, record: {id: string, kind: string, text: string}[]}} Why */

/** What holds of somebody, for slots that are verbs: [of the person, of another]. @type {Record<string, [string, string]>} */
const verbs = {
  likes: ["like", "likes"], loves: ["love", "loves"], dislikes: ["don't like", "doesn't like"], hates: ["can't stand", "can't stand"],
  wants: ["want", "wants"], has: ["have", "has"], plays: ["play", "plays"], speaks: ["speak", "speaks"], eats: ["eat", "eats"],
  drinks: ["drink", "drinks"], studies: ["study", "studies"], takes: ["take", "takes"], believes: ["believe in", "believes in"],
};

/** Names of slots that don't read as they are written. @type {Record<string, string>} */
const names = { from: "place of origin", workcity: "city of work", worked: "work before", allergic: "allergy", called: "other name", fears: "fear", wedding: "wedding day" };

/**
 * "Your workplace is the shipyard", "Mara likes rain"; of what is over "was" and "used to"; what contradicts
 * something else and was not settled is open.
 * @param {{of: string, slot: string, value: string, until?: string, doubt?: string}} f
 */
export function sentence(f) {
  return f.doubt ? `${holds(f)} (still open)` : holds(f);
}

/** @param {{of: string, slot: string, value: string, until?: string}} f */
function holds(f) {
  if (f.slot === "died") return `${upper(who(f.of))} died`;
  const verb = verbs[f.slot];
  if (verb && f.until) return `${f.of === "person" ? "You" : upper(who(f.of))} used to ${verb[0].replace(/^don't/, "not")} ${f.value}`;
  if (verb) return f.of === "person" ? `You ${verb[0]} ${f.value}` : `${upper(who(f.of))} ${verb[1]} ${f.value}`;
  if (f.slot === "age" || (f.slot === "work" && /^an? /.test(f.value))) return `${f.of === "person" ? `You ${f.until ? "were" : "are"}` : `${upper(who(f.of))} ${f.until ? "was" : "is"}`} ${f.value}`;
  const slot = names[f.slot] ?? f.slot;
  return `${f.of === "person" ? "Your" : upper(whose(f.of))} ${slot} ${f.until ? "was" : "is"} ${f.value}`;
}

/** "Mara", "your sister". @param {string} of */
function who(of) {
  return of === of.toLowerCase() ? `your ${of}` : of;
}

/** @param {string} of */
function whose(of) {
  return who(of).endsWith("s") ? `${who(of)}’` : `${who(of)}’s`;
}

/** @param {string} s */
export function upper(s) {
  return s.charAt(0).toUpperCase() + s.slice(1);
}

/** Whom or what a chapter is about: "Mara", "Your sister", "The cello". @param {Chapter} c */
export function about(c) {
  if (c.sort === "thing") return `The ${c.about}`;
  return upper(who(c.about ?? ""));
}

/** A sentence's beginning inside another one; names keep their capital. @param {string} s */
export function lower(s) {
  return /^Your? /.test(s) ? s.charAt(0).toLowerCase() + s.slice(1) : s;
}

/** @typedef {{id: string, of: string, slot: string, value: string}} Learned */

/**
 * What was learned then, each once, with what has become of it: "" it holds;
 * else what holds instead, or null, if nothing does.
 * @param {Learned[]} learned @param {Fact[]} facts what holds now
 * @returns {{fact: Learned, now: string | null}[]}
 */
export function since(learned, facts) {
  const once = new Map(learned.map((l) => [sentence(l).toLowerCase(), l]));
  return [...once.values()].map((fact) => ({ fact, now: become(fact, facts) }));
}

/** @param {Learned} l @param {Fact[]} facts */
function become(l, facts) {
  if (facts.some((f) => f.until && f.sources?.includes(l.id))) return null;
  const same = facts.filter((f) => f.of === l.of && f.slot === l.slot);
  if (facts.some((f) => f.id === l.id || f.sources?.includes(l.id)) || same.some((f) => f.value.toLowerCase() === l.value.toLowerCase())) return "";
  const instead = same.find((f) => f.was?.some((w) => w.toLowerCase() === l.value.toLowerCase()));
  return instead ? instead.value : null;
}

/** Whether these words are what a fact was before it was put right. @param {string} text @param {Fact[]} facts */
export function replaced(text, facts) {
  const same = (/** @type {string} */ value) => value.toLowerCase() === text.toLowerCase();
  return facts.some((f) => f.was?.some(same)) && !facts.some((f) => same(f.value));
}
