import assert from "node:assert/strict";
import { test } from "node:test";
import { next } from "../page/app/walk.js";

for (const [key, at, many, want] of [
  ["ArrowDown", -1, 3, 0], ["ArrowDown", 1, 3, 2], ["ArrowDown", 2, 3, 2], ["ArrowUp", -1, 3, 2], ["ArrowUp", 0, 3, 0],
  ["Home", 2, 3, 0], ["End", 0, 3, 2], ["Enter", 1, 3, -1], ["ArrowDown", -1, 0, -1],
]) {
  test(`${key} at ${at} of ${many}`, () => assert.equal(next(key, at, many), want));
}
