import assert from "node:assert/strict";
import { test } from "node:test";
import { told } from "../page/app/left.js";
import { whole } from "../page/app/models.js";
import { wish } from "../page/app/budget.js";
import { budget, exam } from "../page/app/exam-words.js";
import { lasting, models, size } from "../page/app/models-words.js";

const now = new Date("2026-03-04T20:00:00");
const at = "2026-03-04T19:05:00";

test("what left is told whole: how much, where to, why, by which choice", () => {
  assert.deepEqual(told({ id: "a", at, to: "api.example:443", address: "192.0.2.7:443", what: "words", why: "answer", bytes: 2314, choice: "model.remote" }, now), {
    what: "Words, 2,314 bytes, to api.example:443 (192.0.2.7:443), to word an answer of mine.",
    meta: "Today at 19:05, because you chose that model.",
  });
  assert.deepEqual(told({ id: "a", at, to: "Google", what: "sound", why: "recognise", seconds: 3.6, choice: "recogniser" }, now), {
    what: "Sound, about 4 seconds, to Google, to turn what you spoke into text.",
    meta: "Today at 19:05, because you let the browser listen. Your browser sent it; I don't see the address.",
  });
});

test("an older log says what it has", () => {
  assert.equal(told({ id: "a", at, to: "host:443", what: "words", bytes: 10, choice: "model.remote" }, now).what, "Words, 10 bytes, to host:443.");
});

test("before words may go anywhere it is said where, what, and whether others can read it", () => {
  const more = models.leavesMore({ host: "models.example:80", model: "large", plain: true }).join(" ");
  for (const says of ["models.example:80", "large", "memories", "without encryption", "Whoever runs it", "none"]) assert.ok(more.includes(says), says);
  assert.ok(!models.leavesMore({ host: "h:443", model: "m", plain: false }).join(" ").includes("without encryption"));
});

test("sizes and times as one says them", () => {
  assert.deepEqual([0, 900e3, 833592096, 3349516256].map(size), ["1 kB", "900 kB", "834 MB", "3.3 GB"]);
  assert.deepEqual([0, 45, 700, 9000].map(lasting), ["2 seconds", "45 seconds", "12 minutes", "3 hours"]);
});

test("an address elsewhere is asked with encryption unless it is written otherwise", () => {
  assert.deepEqual(["127.0.0.1:8080/v1", "localhost:1", "[::1]:80", "models.example/v1", "http://10.0.0.2:11434", "HTTPS://h"].map(whole),
    ["http://127.0.0.1:8080/v1", "http://localhost:1", "http://[::1]:80", "https://models.example/v1", "http://10.0.0.2:11434", "HTTPS://h"]);
});

test("a day's budget is told in tokens and in money, and typed as one types", () => {
  assert.equal(budget.told({ tokens: 0, in: 900, out: 100 }), "1,000 tokens today, and no bound.");
  assert.equal(budget.told({ tokens: 50000, in: 900, out: 100, cost: 0.014, most: 0.5, over: true }), "1,000 of 50,000 tokens today; that is 0.01, and 0.50 a day at most. It is used up: my own words, till midnight.");
  assert.deepEqual(wish("100,000", " 0,25", ""), { tokens: "100000", in: "0.25", out: "" });
});

test("what an examination came to says what the model may do", () => {
  assert.deepEqual([[], ["speak"], ["speak", "propose"]].map(exam.may), ["It may speak and propose for me.", "It may propose for me.", "It may do nothing for me."]);
});
