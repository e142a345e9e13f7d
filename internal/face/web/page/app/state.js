// What she is doing, as one word. The line shows it and the page says it.

/** @typedef {"reaching" | "on" | "off" | "asleep" | "stranger"} Reach */
/** @typedef {"reaching" | "offline" | "asleep" | "stranger" | "listening" | "speaking" | "thinking" | "quiet" | "muted" | "here"} State */

/**
 * @typedef {object} Doing
 * @property {Reach} reach whether the page has her
 * @property {boolean} muted
 * @property {boolean} listening
 * @property {boolean} thinking
 * @property {boolean} speaking
 * @property {boolean} quiet she answered with silence, a moment ago
 */

/** @type {Doing} */
export const still = { reach: "reaching", muted: false, listening: false, thinking: false, speaking: false, quiet: false };

/** @param {Doing} d @returns {State} */
export function state(d) {
  if (d.reach === "off") return "offline";
  if (d.reach !== "on") return d.reach;
  if (d.listening) return "listening";
  if (d.speaking) return "speaking";
  if (d.thinking) return "thinking";
  if (d.muted) return "muted";
  return d.quiet ? "quiet" : "here";
}
