import assert from "node:assert/strict";
import { test } from "node:test";
import { browserOf } from "../page/app/browser.js";
import { ears } from "../page/app/words.js";

const chromium = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36";
const from = (userAgent, ...brands) => browserOf({ userAgent, userAgentData: brands.length ? { brands: brands.map((brand) => ({ brand })) } : undefined });

test("a browser is called what it calls itself, and the sound goes to whom it belongs", () => {
  for (const [got, name, maker] of [
    [from(chromium, "Chromium", "Google Chrome", "Not=A?Brand"), "Chrome", "Google"],
    [from(chromium, "Chromium", "Microsoft Edge", "Not=A?Brand"), "Edge", "Microsoft"],
    [from(chromium, "Not=A?Brand", "Chromium"), "Chromium", "Google"],
    [from(chromium), "Chrome", "Google"],
    [from(`${chromium} Edg/140.0.0.0`), "Edge", "Microsoft"],
    [from("Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/140.0 Mobile/15E148 Safari/604.1"), "Chrome", "Apple"],
    [from("Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Safari/605.1.15"), "Safari", "Apple"],
    [from("Lynx/2.9"), "Your browser", "the company that makes it"],
  ]) assert.deepEqual(got, { name, maker });
});

test("what is asked before the sound leaves says who gets it, and whether the device was asked first", () => {
  const chrome = { name: "Chrome", maker: "Google" };
  assert.equal(ears.ask(chrome), "Chrome would send your voice to Google. Is that all right?");
  assert.match(ears.askMore(chrome, true).join(" "), /asked first .* on this device alone.*goes to Google over the network/);
  assert.doesNotMatch(ears.askMore(chrome, false).join(" "), /asked first/);
  assert.match([ears.fetch(chrome), ...ears.fetchMore(chrome)].join(" "), /downloads .* from Google.*stays on this device/);
});
