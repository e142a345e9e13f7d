import assert from "node:assert/strict";
import { test } from "node:test";
import { isNight, theme } from "../page/app/light.js";

const by = (o) => theme({ light: "hour", dark: false, contrast: false, now: new Date(2026, 5, 21, 12), zone: "Europe/Oslo", ...o });
const at = (month, hour) => new Date(2026, month, 21, hour);

test("contrast goes before all, a choice before the hour, a dark system before the sun", () => {
  assert.equal(by({ contrast: true, light: "night" }), "pale");
  assert.equal(by({ light: "night" }), "night");
  assert.equal(by({ light: "day", dark: true, now: at(5, 3) }), "day");
  assert.equal(by({ dark: true }), "night");
  assert.equal(by({}), "day");
});

test("it is night after sunset, which is early in winter, on either half of the earth", () => {
  assert.equal(isNight(at(11, 17), "Europe/Oslo"), true);
  assert.equal(isNight(at(5, 17), "Europe/Oslo"), false);
  assert.equal(isNight(at(11, 17), "Australia/Sydney"), false);
  assert.equal(isNight(at(5, 18), "America/Argentina/Ushuaia"), true);
  for (let month = 0; month < 12; month++) {
    assert.equal(isNight(at(month, 12), "Asia/Tokyo"), false);
    assert.equal(isNight(at(month, 1), "Asia/Tokyo"), true);
  }
});
