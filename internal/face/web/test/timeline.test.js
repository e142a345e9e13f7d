import assert from "node:assert/strict";
import { test } from "node:test";
import { timeline } from "../page/app/timeline.js";

const day = (since, until, learned = []) => ({ n: 0, since, until, moments: 1, corrected: 0, learned });
const chapter = (id, sort, until) => ({ id, sort, since: until, until, hers: [] });
const life = {
  days: [
    day("2026-03-02T19:00:00Z", "2026-03-02T19:30:00Z", [{ id: "a", of: "sister", slot: "name", value: "Mara" }]),
    day("2026-03-12T20:00:00Z", "2026-03-12T20:30:00Z", [{ id: "b", of: "person", slot: "home", value: "Bergen" }]),
  ],
  chapters: [chapter("began", "us", "2026-03-02T19:10:00Z"), chapter("mara", "person", "2026-03-12T20:10:00Z"), chapter("boat", "thing", "2026-03-12T20:05:00Z")],
  notes: [{ id: "n", at: "2026-03-12T20:20:00Z", kind: "dream", text: "a lift" }],
};

/** What stands there, in a word each. */
const words = (items) => items.map((i) => ("day" in i ? i.day.since.slice(5, 10) : "chapter" in i ? i.chapter.id : "note" in i ? i.note.kind : "apart" in i ? `${i.apart} apart` : "beginning"));

for (const [filter, want] of [
  ["all", ["mara", "boat", "dream", "03-12", "9 apart", "began", "03-02", "beginning"]],
  ["story", ["mara", "boat", "began"]],
  ["people", ["mara", "03-02"]],
  ["places", ["03-12"]],
  ["letters", []],
  ["dreams", ["dream"]],
]) {
  test(`the thread shows ${filter}`, () => assert.deepEqual(words(timeline(life, filter)), want));
}

test("a chapter older than every day that is shown is still told", () => {
  const items = timeline({ ...life, days: life.days.slice(1) }, "all");
  assert.deepEqual(words(items).slice(-2), ["began", "beginning"]);
});

test("older days stand in a line or two, but not where days were asked for", () => {
  const days = [1, 2, 3, 4, 5].map((n) => day(`2026-03-0${n}T19:00:00Z`, `2026-03-0${n}T19:30:00Z`, [{ id: "a", of: "person", slot: "home", value: "Bergen" }]));
  const brief = (filter) => timeline({ ...life, days }, filter).filter((i) => "day" in i).map((i) => i.brief);
  assert.deepEqual(brief("all"), [false, false, false, true, true]);
  assert.deepEqual(brief("places"), [false, false, false, false, false]);
});
