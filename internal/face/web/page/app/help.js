// The keys, told when they are asked for.

import { action, h } from "./dom.js";

const words = {
  title: "Keys",
  lead: "Just start typing, and it goes to me.",
  close: "close",
};

/** @type {[string, string][]} */
const keys = [
  ["Space, held", "talk"],
  ["Space, tapped", "interrupt me"],
  ["T", "type"],
  ["M", "mute: I don't hear you"],
  ["C", "captions"],
  [".", "stop me"],
  ["R", "I say it again"],
  ["U", "us"],
  ["F", "what I feel, and who I am"],
  ["D", "dreams"],
  ["J", "jot something down, half awake"],
  ["K", "kept"],
  ["/", "search what was said"],
  ["?", "this"],
  ["↑ ↓", "on a page: from line to line"],
  ["Enter", "opens the line"],
  ["Delete", "forgets it, and asks first"],
  ["Esc", "back"],
];

/** @param {import("./sheet.js").Sheet} sheet */
export function help(sheet) {
  const list = h("dl", { class: "keys" });
  for (const [key, does] of keys) list.append(h("dt", {}, key), h("dd", {}, does));
  sheet.show(words.title, h("p", { class: "lead" }, words.lead), list, h("div", { class: "acts" }, action(words.close, () => sheet.close())));
}
