import assert from "node:assert/strict";
import { test } from "node:test";
import { isNight, theme } from "../page/app/light.js";

const by = (o) => theme({ light: "hour", dark: false, contrast: false, now: new Date(2026, 5, 21, 12), zone: "Europe/Oslo", ...o });
const at = (month, hour) => new Date(2026, month, 21, hour);

test("a choice goes before the hour, a dark system before the sun", () => {
  assert.equal(by({ light: "night" }), "night");
  assert.equal(by({ light: "day", dark: true, now: at(5, 3) }), "day");
  assert.equal(by({ dark: true }), "night");
  assert.equal(by({}), "day");
});

test("with more contrast a day is pale and a night is stark, by the same rules", () => {
  for (const o of [{}, { light: "day", dark: true }, { light: "hour" }]) assert.equal(by({ ...o, contrast: true }), "pale");
  for (const o of [{ dark: true }, { light: "night" }, { now: at(5, 3) }]) assert.equal(by({ ...o, contrast: true }), "stark");
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
