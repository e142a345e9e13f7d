import assert from "node:assert/strict";
import { test } from "node:test";
import { about } from "../page/app/devices.js";

const now = new Date(2026, 10, 24, 20);
const at = (day, hour) => new Date(2026, 10, day, hour).toISOString();

test("a device says whether it is this one, since when it is known, and when it was last here", () => {
  assert.equal(about({ id: "a", label: "", since: at(23, 9), seen: at(24, 9), here: true }, now), "this browser, since yesterday");
  assert.equal(about({ id: "a", label: "", since: at(12, 9), seen: at(24, 9), here: false }, now), "since 12 November, last here this morning");
  assert.equal(about({ id: "a", label: "", since: at(12, 9), here: false }, now), "since 12 November");
});
