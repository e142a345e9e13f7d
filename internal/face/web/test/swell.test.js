import assert from "node:assert/strict";
import { test } from "node:test";
import { across, beads, dayNo, nights, span, swell } from "../page/app/swell.js";
import { compass, lasting } from "../page/app/compass-words.js";

const since = "2026-03-02T00:00:00Z";
const hour = 3600e9;

test("days lie side by side, and what is outside of these weeks is not drawn", () => {
  assert.equal(dayNo("2026-03-05T00:00:00Z", since), 3);
  assert.deepEqual(beads(["2026-03-01", "2026-03-02", "2026-03-29", "2026-03-30"], since, 280), [across(0, 280), across(span - 1, 280)]);
  assert.ok(across(0, 280) > 4 && across(span - 1, 280) < 276, "a bead at the end has room");
  assert.deepEqual(nights([{ date: "2026-03-02", spent: 1, late: 2 }, { date: "2026-03-03", spent: 1 }], since, 280), [across(0, 280)]);
});

test("the line swells with the time and stays within its row", () => {
  const room = { width: 280, height: 52 };
  const d = swell([{ date: "2026-03-09", spent: 2 * hour }, { date: "2026-03-19", spent: hour / 4 }], since, room);
  const ys = [...d.matchAll(/[ML]([\d.]+) ([\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)]);
  assert.ok(ys.every(([x, y]) => x >= 0 && x <= 280 && y >= 0 && y <= 52));
  const highest = (n) => Math.min(...ys.filter(([x]) => Math.abs(x - across(n, 280)) < 3).map(([, y]) => y));
  assert.ok(highest(7) < highest(17) && highest(17) < 24, "longer is higher, and short can be seen");
  assert.ok(highest(12) > 25, "a pause is thin");
  assert.ok(swell([], since, room).startsWith("M0 "));
});

test("how long, in words", () => {
  assert.deepEqual([2, 12, 40, 60, 75, 95, 600].map((m) => lasting(m * 60e9)),
    ["a few minutes", "about 10 minutes", "about 40 minutes", "about an hour", "about 1½ hours", "about 1½ hours", "about 10 hours"]);
  assert.equal(compass.sum(1, "about an hour", 0, 0), "In four weeks we talked on one day, about an hour in all; none of it past midnight.");
  assert.equal(compass.sum(9, "about 4 hours", 1, 6), "In four weeks we talked on nine days, about 4 hours in all; one night went past midnight; the longest pause was six days.");
});

test("nothing in it is won or lost", () => {
  const all = JSON.stringify(compass) + Object.values(compass).filter((f) => typeof f === "function").map(String).join();
  assert.doesNotMatch(all, /streak|badge|score|points?\b|level|record of|in a row|well done|keep it up|goal|%|♥|miss(ed)? (me|you)/i);
});
