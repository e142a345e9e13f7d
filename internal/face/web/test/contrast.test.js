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

for (const theme of ["day", "night", "pale", "stark"]) {
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

test("pale and stark have the contrast of AAA, and more", () => {
  for (const theme of ["pale", "stark"]) {
    for (const [front, back] of [...words, ...forms]) {
      const c = colours(theme);
      const got = contrast(rgb(c[front], 0), rgb(c[back], 0));
      assert.ok(got >= 8.5, `${theme}: ${front} on ${back}: ${got.toFixed(2)}`);
    }
  }
});

test("where more contrast is wanted nothing fades", () => {
  const bare = new URL("../page/style/", import.meta.url);
  for (const [file, place] of [["here.css", "#talk"], ["pages.css", ".scroll"]]) {
    const css = readFileSync(new URL(file, bare), "utf8");
    const rule = css.split("\n").find((l) => l.startsWith(`:is([data-theme="pale"], [data-theme="stark"]) ${place} {`)) ?? "";
    const [, from, to] = rule.match(/ mask-image: linear-gradient\(transparent (\S+), #000 (\S+)\);/) ?? [];
    assert.ok(from && (from === to || rule.includes("--to: var(--from)")), `${place} fades: ${rule}`);
  }
});

test("the sheet in its five colours", () => {
  const backs = [...sheet.matchAll(/--sheet: (#\w+)/g)].map((m) => m[1]);
  const fronts = [["day", ""], ["day", "page-"], ["night", "page-"], ["pale", "page-"], ["stark", "page-"]];
  assert.equal(backs.length, 5);
  backs.forEach((back, n) => {
    for (const name of ["ink", "quiet"]) {
      const got = contrast(rgb(colours(fronts[n][0])[fronts[n][1] + name], 0), rgb(back, 0));
      assert.ok(got >= 4.5, `${name} on ${back}: ${got.toFixed(2)}`);
    }
  });
});
