// A sentence that opens when it is touched.

/** @import {App} from "./app.js" */
/** @import {Child} from "./dom.js" */
/** @import {Thing} from "./opened.js" */

import { bring, h } from "./dom.js";
import { opened } from "./opened.js";

/** @param {App} app @param {Thing} thing @param {...Child} children */
export function touchable(app, thing, ...children) {
  const button = h("button", { type: "button", class: "touch", "aria-expanded": "false", "data-id": thing.id || undefined }, ...children);
  const place = h("div", {}, button);
  button.addEventListener("click", () => {
    if (getSelection()?.isCollapsed === false) return; // words are being marked
    const open = button.getAttribute("aria-expanded") === "true";
    button.setAttribute("aria-expanded", String(!open));
    if (open) return place.lastElementChild?.remove();
    const panel = opened(app, thing);
    place.append(panel);
    bring(panel, document.body);
  });
  return place;
}
