// Forgetting: asked once, naming what goes; then it is gone, and she says so.

/** @import {App} from "./app.js" */

import { action, h } from "./dom.js";
import { forget as words, opened } from "./words.js";

/** @typedef {{id: string, at: string, by: string, text: string}} Going */

/** @param {App} app @param {string} id @returns {Promise<boolean>} whether it is gone */
export async function forget(app, id) {
  const { sheet } = app.face;
  const going = /** @type {Going[] | null} */ (await app.look("forget", id, "--show"));
  if (!going?.length) {
    sheet.show(going ? words.nothing : opened.unreachable, closing(sheet));
    return false;
  }
  const list = h("ul", {}, ...going.map((g) => h("li", {}, g.text)));
  const details = [h("p", { class: "lead" }, words.forGood), list];
  if (!(await sheet.ask(going.length === 1 ? words.ask : words.askMany, { yes: words.yes, no: words.no, details }))) return false;
  const told = await app.ask("forget", id);
  sheet.show(told.exit === 0 ? words.gone : told.error || opened.unreachable, closing(sheet));
  return told.exit === 0;
}

/** @param {import("./sheet.js").Sheet} s */
function closing(s) {
  return h("div", { class: "acts" }, action(words.close, () => s.close()));
}
