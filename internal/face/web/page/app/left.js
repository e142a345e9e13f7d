// What left this machine: what, how much, where to, why, by which choice, and when.

/** @import {Left} from "./facts.js" */

import { clock, dayOf, daysBetween } from "./dates.js";
import { h } from "./dom.js";
import { upper } from "./facts.js";
import { left as words } from "./reading-words.js";

/** The newest first, and before them what today is. @param {Left[]} list @param {Date} now */
export function leftOf(list, now) {
  const newest = [...list].reverse();
  const today = newest.filter((l) => daysBetween(new Date(l.at), now) === 0);
  return [h("p", { class: "choice" }, today.length ? words.todayMuch(today.length) : words.today), ...newest.map((l) => line(l, now))];
}

/** @param {Left} l @param {Date} now */
function line(l, now) {
  const { what, meta } = told(l, now);
  return h("div", { class: "choice left" }, h("p", {}, what, h("small", { class: "meta" }, meta)));
}

/**
 * "Words, 2,314 bytes, to api.example:443 (192.0.2.7:443), to word an answer of mine." and
 * "Today at 19:05, because you chose that model."
 * @param {Left} l @param {Date} now
 */
export function told(l, now) {
  const much = l.seconds ? words.seconds(Math.round(l.seconds)) : l.bytes ? words.bytes(l.bytes) : "";
  const where = l.address ? ` (${l.address})` : "";
  const what = [upper(l.what), much, `to ${l.to}${where}`, /** @type {Record<string, string>} */ (words.why)[l.why ?? ""]].filter(Boolean).join(", ");
  const allowed = /** @type {Record<string, string>} */ (words.whose)[l.choice] ?? "";
  const unseen = !l.address && ["recogniser", "voice.remote"].includes(l.choice) ? words.unseen : "";
  const at = new Date(l.at);
  return { what: `${what}.`, meta: [`${upper(dayOf(at, now))} at ${clock(at)}`, allowed].filter(Boolean).join(", ") + "." + (unseen && ` ${unseen}`) };
}
