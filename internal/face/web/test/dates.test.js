import assert from "node:assert/strict";
import { test } from "node:test";
import { dayOf, heading, when } from "../page/app/dates.js";

const now = new Date(2026, 10, 24, 18, 30); // a Tuesday
const at = (day, hour) => new Date(2026, 10, day, hour);

for (const [then, want] of [
  [at(24, 9), "this morning"], [at(24, 2), "last night"], [at(23, 22), "last night"], [at(23, 15), "yesterday afternoon"],
  [at(23, 3), "the night before"], [at(20, 19), "Friday evening"], [at(10, 19), "10 November"], [new Date(2025, 2, 12), "12 March 2025"],
]) {
  test(`${then.toDateString()} ${then.getHours()} is said as "${want}"`, () => assert.equal(when(then, now), want));
}

test("days are whole, and may be to come", () => {
  assert.equal(dayOf(at(24, 0), now), "today");
  assert.equal(dayOf(at(25, 1), now), "tomorrow");
  assert.equal(dayOf(at(27, 1), now), "Friday");
  assert.equal(heading(at(20, 8), now), "Friday, 20 November");
});
