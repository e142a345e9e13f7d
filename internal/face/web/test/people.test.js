import assert from "node:assert/strict";
import { test } from "node:test";
import { called } from "../page/app/people.js";

for (const [names, relation, as, want] of [
  [["Ruth", "Ruthie"], "sister", "", "Ruth (Ruthie), your sister"],
  [["Bobik"], "", "the neighbour's dog", "Bobik, the neighbour's dog"],
  [["Anna"], "", "my sister's friend", "Anna, your sister's friend"],
  [["Biscuit"], "", "mum's dog", "Biscuit, your mum's dog"],
  [["Tom"], "", "", "Tom"],
  [[], "mum", "", "Your mum, no name yet"],
  [[], "", "the neighbour's dog", "The neighbour's dog"],
]) {
  test(want, () => assert.equal(called({ names, relation, as }), want));
}
