// Every pair of colours that may meet, measured in the style sheet itself.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

const css = readFileSync(new URL("../page/style/theme.css", import.meta.url), "utf8");
const sheet = readFileSync(new URL("../page/style/sheet.css", import.meta.url), "utf8");

/** The colours of one theme. @param {string} name */
function colours(name) {
  const block = css.match(new RegExp(`\\[data-theme="${name}"\\] \\{([^}]*)\\}`))[1];
  return Object.fromEntries([...block.matchAll(/--([\w-]+): ([^;]+);/g)].map((m) => [m[1], m[2]]));
}

/** @param {string} colour @param {number} warm */
function rgb(colour, warm) {
  if (colour.startsWith("#")) return [1, 3, 5].map((i) => parseInt(colour.slice(i, i + 2), 16) / 255);
  const [, hue, s, l] = colour.match(/hsl\(calc\(([\d.]+) \+ var\(--warm\)\) ([\d.]+)% ([\d.]+)%\)/).map(Number);
  const k = (n) => (n + (hue + warm + 360) / 30) % 12;
  const a = (s / 100) * Math.min(l / 100, 1 - l / 100);
  return [0, 8, 4].map((n) => l / 100 - a * Math.max(-1, Math.min(k(n) - 3, 9 - k(n), 1)));
}

function light(c) {
  const [r, g, b] = c.map((x) => (x <= 0.04045 ? x / 12.92 : ((x + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a, b) {
  const [x, y] = [light(a), light(b)].sort((p, q) => q - p);
  return (x + 0.05) / (y + 0.05);
}

const words = [["ink", "deep"], ["quiet", "deep"], ["page-ink", "paper"], ["page-quiet", "paper"], ["page-ink", "light"], ["page-quiet", "light"], ["slip-ink", "slip"]];
const forms = [["line", "field"], ["line", "deep"], ["page-line", "paper"], ["page-line", "light"]];

for (const theme of ["day", "night", "pale"]) {
  const c = colours(theme);
  for (const warm of [-5, 0, 5]) {
    test(`${theme}, mood at ${warm} degrees`, () => {
      for (const [front, back] of words) {
        const got = contrast(rgb(c[front], warm), rgb(c[back], warm));
        assert.ok(got >= 4.5, `${front} on ${back}: ${got.toFixed(2)}`);
      }
      for (const [front, back] of forms) {
        const got = contrast(rgb(c[front], warm), rgb(c[back], warm));
        assert.ok(got >= 3, `${front} on ${back}: ${got.toFixed(2)}`);
      }
    });
  }
}

test("the sheet in its four colours", () => {
  const backs = [...sheet.matchAll(/--sheet: (#\w+)/g)].map((m) => m[1]);
  const fronts = [["day", ""], ["day", "page-"], ["night", "page-"], ["pale", "page-"]];
  assert.equal(backs.length, 4);
  backs.forEach((back, n) => {
    for (const name of ["ink", "quiet"]) {
      const got = contrast(rgb(colours(fronts[n][0])[fronts[n][1] + name], 0), rgb(back, 0));
      assert.ok(got >= 4.5, `${name} on ${back}: ${got.toFixed(2)}`);
    }
  });
});
