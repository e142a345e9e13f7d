// The messages of the wire, in the order of serve/wire.go, which explains them.
// Each is one JSON object with a `kind`.
//
// From the page to her:
//
/** @typedef {{kind: "hello", last: number, zone: string}} Hello */
/** @typedef {{kind: "say", id: string, text: string, ear: "typed" | "device" | "remote", seconds?: number, note?: boolean}} Say */
/** @typedef {{kind: "interim", text: string}} Interim */
/** @typedef {{kind: "cut", answer: string, spoken: number}} Cut */
/** @typedef {{kind: "spoke", answer: string, voice: string}} Spoke */
/** @typedef {{kind: "choose", choice: string, value: string}} Choose */
/** @typedef {{kind: "ask", n: number, verb: string[]}} Ask */
//
// From her to the page ("interim" too, from the other devices):
//
/** @typedef {{p: number, a: number, d: number}} Mood */
/** @typedef {{pace?: number, pitch?: number, lilt?: number, gain?: number, sound?: "breath" | "laugh" | "hum"}} Manner */
/** @typedef {"" | "disk" | "asked"} Kept */
/** @typedef {{page?: "here" | "us" | "kept", of?: string, layer?: "time", aloud?: boolean}} Opening */
/** @typedef {{seq: number, person: string, her: string, mood: Mood, simulated: boolean, remembering: boolean, card?: string, choices: Record<string, string>, mouth: boolean, version: string}} Her */
/** @typedef {{kind: "welcome"} & Her} Welcome */
/** @typedef {{kind: "heard", seq: number, id: string, at: string, text: string, face: string, kept?: Kept}} Heard */
/** @typedef {{kind: "said", seq: number, id: string, at: string, clauses: string[], form: number, manner: Manner, mood: Mood, acts: string[], opens?: Opening, kept?: Kept, more?: boolean}} Said */
/** @typedef {{kind: "thinking", id: string}} Thinking */
/** @typedef {{kind: "refused", id: string, why: string}} Refused */
/** @typedef {{kind: "gone", seq: number, ids: string[], face?: string}} Gone */
/** @typedef {{kind: "changed"} & Her} Changed */
/** @typedef {{kind: "told", n: number, exit: number, doc?: unknown, error?: string}} Told */
/** @typedef {{kind: "leaving"}} Leaving */

/** @typedef {Hello | Say | Interim | Cut | Spoke | Choose | Ask} FromPage */
/** @typedef {Welcome | Heard | Said | Interim | Thinking | Refused | Gone | Changed | Told | Leaving} FromHer */

export {};
