import assert from "node:assert/strict";
import { test } from "node:test";
import { circumstances } from "../page/app/reading-words.js";

for (const [c, want] of [
  [{}, ""],
  [{ encounter: 2 }, "From our 2nd talk."],
  [
    { encounter: 13, people: ["Ruth", "sister"], places: ["Rome"], about: [{ text: "yesterday" }], felt: [{ emotion: "joy" }], seemed: "sadness" },
    "From our 13th talk; of Ruth and sister; the place was Rome; about yesterday. I was glad. To me it sounded like sadness.",
  ],
  [{ encounter: 21, guest: true }, "From our 21st talk; with a guest there, so I don't know whose words they are."],
]) {
  test(want || "nothing is known", () => assert.equal(circumstances(c), want));
}
