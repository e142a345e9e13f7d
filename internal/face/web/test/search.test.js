import assert from "node:assert/strict";
import { test } from "node:test";
import { cut, found, has } from "../page/app/search.js";

const all = ["the staircase of an old ferry", "a ferry floats", "Café Ærlig, ça va", "İstanbul at dawn"].map((text, n) => ({ id: `m${n}`, text, by: "person", at: "2026-11-20T18:00:00Z" }));
const shown = (pieces) => pieces.map((p) => (p.hit ? `[${p.text}]` : p.text)).join("");

test("a part of a word finds it, whatever its capitals and accents, and every word has to be there", () => {
  assert.ok(has(all[0].text, "stair"));
  assert.ok(has(all[0].text, "CASE fer"));
  assert.ok(has(all[2].text, "cafe ca"));
  assert.ok(!has(all[0].text, "stair floats"));
  assert.ok(has(all[0].text, "  "));
});

test("letters go before meaning, the newest first, and nothing is there twice", () => {
  const recalled = [all[2], all[0]];
  assert.deepEqual(found("ferr", all, recalled).map((m) => m.id), ["m1", "m0", "m2"]);
  assert.deepEqual(found("nothing of it", all, []), []);
});

test("what was found is marked where it stands", () => {
  assert.equal(shown(cut(all[0].text, "stair")), "the [stair]case of an old ferry");
  assert.equal(shown(cut(all[2].text, "CAFE va")), "[Café] Ærlig, ça [va]");
  assert.equal(shown(cut(all[3].text, "istan")), "[İstan]bul at dawn");
  assert.equal(shown(cut("😀 a ferry, a ferry", "ferry")), "😀 a [ferry], a [ferry]");
  assert.equal(shown(cut("nothing", "")), "nothing");
});

test("any text comes back whole", () => {
  for (const text of ["", "ﬁne ﬁnd", "e\u0301te\u0301", "ǅ 👩‍👩‍👧 \ud800"]) {
    for (const query of ["e", "fi", "find", "👩", "ete"]) assert.equal(cut(text, query).map((p) => p.text).join(""), text);
  }
});
