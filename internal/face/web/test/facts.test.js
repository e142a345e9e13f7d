import assert from "node:assert/strict";
import { test } from "node:test";
import { lower, sentence } from "../page/app/facts.js";

for (const [of, slot, value, want] of [
  ["person", "workplace", "the shipyard", "Your workplace is the shipyard"],
  ["sister", "name", "Mara", "Your sister’s name is Mara"],
  ["Mara", "home", "Bergen", "Mara’s home is Bergen"],
  ["James", "age", "9", "James’ age is 9"],
  ["person", "likes", "rain", "You like rain"],
  ["Mara", "likes", "rain", "Mara likes rain"],
]) {
  test(want, () => assert.equal(sentence({ of, slot, value }), want));
}

test("inside a sentence only a name keeps its capital", () => {
  assert.equal(lower("Your home is Bergen"), "your home is Bergen");
  assert.equal(lower("You like rain"), "you like rain");
  assert.equal(lower("Mara likes rain"), "Mara likes rain");
});
