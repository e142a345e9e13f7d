// How four weeks are drawn: the time with her is a line that swells on the days of
// talk, and whoever was told of has beads on theirs. Nothing here knows a browser.

/** @typedef {{date: string, spent: number, late?: number}} Day */
/** @typedef {{width: number, height: number}} Room */

export const span = 28; // days
const edge = 6; // pixels that a bead at the end needs

/** The number of a day of these weeks, from 0. @param {string} date @param {string} since the first day */
export function dayNo(date, since) {
  return Math.round((Date.parse(date.slice(0, 10)) - Date.parse(since.slice(0, 10))) / 86_400_000);
}

/** Where a day is. @param {number} n @param {number} width */
export function across(n, width) {
  return edge + (n * (width - 2 * edge)) / (span - 1);
}

/** Those that lie within these weeks. @param {string[]} dates @param {string} since @param {number} width */
export function beads(dates, since, width) {
  return dates.map((d) => dayNo(d, since)).filter((n) => n >= 0 && n < span).map((n) => across(n, width));
}

/** The days that went past midnight, as places. @param {Day[]} days @param {string} since @param {number} width */
export function nights(days, since, width) {
  return beads(days.filter((d) => d.late).map((d) => d.date), since, width);
}

/** The line that swells, as a closed path around its middle. @param {Day[]} days @param {string} since @param {Room} room */
export function swell(days, since, { width, height }) {
  const most = Math.max(1, ...days.map((d) => d.spent));
  const bumps = days.map((d) => ({ x: across(dayNo(d.date, since), width), half: 2.5 + (height / 2 - 4) * Math.sqrt(d.spent / most) }));
  const reach = (1.15 * (width - 2 * edge)) / (span - 1);
  const half = (/** @type {number} */ x) => Math.max(0.6, ...bumps.map((b) => b.half * bump((x - b.x) / reach)));
  const xs = Array.from({ length: Math.ceil(width / 2) + 1 }, (_, i) => Math.min(width, 2 * i));
  const above = xs.map((x) => `${x} ${(height / 2 - half(x)).toFixed(1)}`);
  const below = xs.map((x) => `${x} ${(height / 2 + half(x)).toFixed(1)}`).reverse();
  return `M${[...above, ...below].join("L")}Z`;
}

/** 1 in the middle, 0 from 1 on, and soft between. @param {number} u */
function bump(u) {
  return Math.abs(u) >= 1 ? 0 : Math.cos((Math.PI / 2) * u) ** 2;
}
