import assert from "node:assert/strict";
import { test } from "node:test";

import { fade, fading, gone, ledger } from "../page/app/fade.js";
import { eveningOf, nightsOf } from "../page/app/nights.js";
import { beginnings, ends, hourInWords, quietOf } from "../page/app/quiet.js";
import { fileName, progress } from "../page/app/shelf.js";

const line = "rule insulted; goal be-close 0.70 -> 0.35, weight 0.80; anger 0.34 at 2026-03-02 19:05 UTC; half-life 11.7 h; now 0.04; felt 0.34, shown 0.00 (no anger at distress)";

test("the record of a feeling is read for its numbers, and nothing of it is lost", () => {
  const f = fading(line);
  assert.deepEqual(f, {
    emotion: "anger", then: 0.34, at: new Date("2026-03-02T19:05:00Z"), half: 11.7, now: 0.04,
    rest: ["rule insulted", "goal be-close 0.70 -> 0.35, weight 0.80", "felt 0.34, shown 0.00 (no anger at distress)"],
  });
  assert.equal(fading("something she says otherwise some day"), null);
});

test("a feeling fades to the right, and now lies on the picture", () => {
  const room = { width: 200, height: 40 };
  for (const hours of [0, 1, 24, 1000]) {
    const { d, x, y } = fade({ then: 0.5, half: 10, now: 0.1 }, hours, room);
    const ys = d.split(/[ML]/).slice(1).map((p) => Number(p.split(" ")[1]));
    assert.ok(ys.every((v, n) => v >= 0 && v <= 40 && (n === 0 || v >= ys[n - 1])), d);
    assert.ok(x >= 0 && x <= 200 && y === 32, `${x} ${y}`);
  }
});

test("a trait stays on its line", () => {
  assert.deepEqual(gone({ now: 0.7, born: 0.7, most: 0.132 }, 100), { born: 50, now: 50 });
  assert.equal(gone({ now: 0.832, born: 0.7, most: 0.132 }, 100).now, 100);
  assert.equal(gone({ now: -1, born: 0.7, most: 0.132 }, 100).now, 0);
});

test("the line between the two ends where they stand", () => {
  const at = (day) => `2026-03-0${day}T10:00:00Z`;
  const moves = [
    { id: "a", at: at(1), because: "", rule: "", closeness: 0.1 },
    { id: "b", at: at(2), because: "", rule: "", closeness: -0.1, tension: 0.2, rupture: "insult" },
    { id: "c", at: at(5), because: "", rule: "", closeness: 0.5, trust: 0.1 },
  ];
  const l = ledger({ closeness: 0.5, trust: 0.6, moves }, { width: 100, height: 10 });
  assert.equal(l.close, "M0 9L25 10L100 5");
  assert.equal(l.trust, "M0 5L25 5L100 4");
  assert.deepEqual(l.torn, [{ x: 25, y: 10 }]);
});

test("each night holds what it left, the newest first", () => {
  const dreams = [
    { id: "d1", at: "2026-03-03T03:00:00", kind: "dream", text: "a lift", whose: "herself" },
    { id: "d2", at: "2026-03-03T03:00:00", kind: "dream", text: "yours", whose: "person" },
  ];
  const shelf = [{ id: "b", title: "Lake", words: 9, part: 0.5, nights: [{ id: "n1", date: "2026-03-02", words: 4 }, { id: "n2", date: "2026-03-09", words: 5 }], stops: [{ id: "s", night: "2026-03-09", text: "So." }] }];
  const nights = nightsOf(dreams, shelf);
  assert.deepEqual(nights.map((n) => [n.date, n.dreams.length, n.reads.length, n.stops.length]), [["2026-03-09", 0, 1, 1], ["2026-03-02", 1, 1, 0]]);
  assert.equal(eveningOf(new Date(2026, 2, 1, 2)), "2026-02-28");
  assert.equal(eveningOf(new Date(2026, 2, 1, 23)), "2026-03-01");
});

test("the hours of her night", () => {
  assert.deepEqual(quietOf("0-8"), { from: 0, to: 8 });
  assert.deepEqual(quietOf("24-8"), { from: 0, to: 8 });
  for (const other of [undefined, "", "12-8", "22-3", "x"]) assert.deepEqual(quietOf(other), { from: 22, to: 7 });
  const words = [...beginnings, ...ends].map(hourInWords);
  assert.deepEqual([hourInWords(22), hourInWords(0), hourInWords(1), hourInWords(7), hourInWords(12)], ["ten in the evening", "midnight", "one at night", "seven in the morning", "noon"]);
  assert.equal(new Set(words).size, words.length);
});

test("a file keeps its kind, and loses what no disk takes", () => {
  assert.equal(fileName("What's new?.txt"), "What's new .txt");
  assert.equal(fileName("../../a/b.epub").includes("/"), false);
  assert.equal(fileName("..."), "book");
  assert.ok(fileName(`${"long ".repeat(50)}.epub`).endsWith(".epub"));
});

test("where she is in a book", () => {
  const book = { id: "b", title: "Lake", words: 1400, part: 0 };
  assert.equal(progress(book), "1,400 words, not opened yet");
  assert.equal(progress({ ...book, part: 0.25, nights: [{ id: "n", date: "2026-03-02", words: 350 }] }), "25 % read, in one night");
  assert.equal(progress({ ...book, part: 1, nights: [{ id: "n", date: "", words: 1 }, { id: "m", date: "", words: 1 }] }), "read in 2 nights");
});
