// What is open between the two, and what was, in plain words.

/** @import {Thread} from "./facts.js" */

import { dayOf, when } from "./dates.js";
import { kept as words } from "./reading-words.js";

/** How many that are closed are shown. */
const closedMost = 12;

/** What is open, as it was opened; then what was closed last. @param {Thread[]} list */
export function openFirst(list) {
  const closed = list.filter((t) => t.closed).sort((a, b) => Date.parse(b.closed?.at ?? "") - Date.parse(a.closed?.at ?? ""));
  return [...list.filter((t) => !t.closed), ...closed.slice(0, closedMost)];
}

/** "a plan, this morning, for Friday", "a promise of mine, done yesterday". @param {Thread} t @param {Date} now */
export function standing(t, now) {
  const kind = t.whose === "herself" ? /** @type {Record<string, string>} */ (words.mine)[t.kind] ?? t.kind : words.kinds[t.kind] ?? t.kind;
  const whose = t.whose && t.whose !== "person" && t.whose !== "herself" ? ` of ${t.whose.replace(/^(my|our) /i, "your ")}` : "";
  const parts = [kind + whose, when(new Date(t.at), now)];
  if (t.due) parts.push(`for ${dayOf(new Date(t.due), now)}`);
  if (t.closed) parts.push(`${words.endings[t.closed.how] ?? t.closed.how} ${dayOf(new Date(t.closed.at), now)}`);
  if (t.righted) parts.push(words.righted);
  return parts.join(", ");
}
