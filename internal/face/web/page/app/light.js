// Day or night. The sun is guessed from the date and the hemisphere alone: it
// needs to be right to half an hour, and nobody needs to know where you are.

/** @import {Light} from "./settings.js" */

/**
 * @param {object} by
 * @param {Light} by.light
 * @param {boolean} by.dark the system is dark
 * @param {boolean} by.contrast more contrast is wanted
 * @param {Date} by.now
 * @param {string} by.zone
 * @returns {"day" | "night" | "pale" | "stark"} pale and stark have the contrast, light and dark
 */
export function theme({ light, dark, contrast, now, zone }) {
  const lit = light !== "hour" ? light : dark || isNight(now, zone) ? "night" : "day";
  if (!contrast) return lit;
  return lit === "night" ? "stark" : "pale";
}

/** @param {Date} now @param {string} zone */
export function isNight(now, zone) {
  const { rise, set } = sun(now, zone);
  const hour = now.getHours() + now.getMinutes() / 60;
  return hour < rise || hour >= set;
}

/** When the sun rises and sets, in hours of the clock, about where most people live. @param {Date} now @param {string} zone */
export function sun(now, zone) {
  const start = new Date(now.getFullYear(), 0, 0).getTime();
  const day = (now.getTime() - start) / 86400000;
  const high = Math.cos((2 * Math.PI * (day - 172)) / 365) * (southern(zone) ? -1 : 1);
  const noon = 12.2 + (summerTime(now) ? 1 : 0);
  return { rise: noon - 6.1 - 1.9 * high, set: noon + 6.1 + 1.9 * high };
}

/** @param {string} zone */
function southern(zone) {
  return /^(Australia|Antarctica)\/|Auckland|Fiji|Johannesburg|Maputo|Harare|Windhoek|Sao_Paulo|Buenos_Aires|Argentina|Montevideo|Santiago|Asuncion|La_Paz|Lima/.test(zone);
}

/** @param {Date} now */
function summerTime(now) {
  const winter = Math.max(new Date(now.getFullYear(), 0, 1).getTimezoneOffset(), new Date(now.getFullYear(), 6, 1).getTimezoneOffset());
  return now.getTimezoneOffset() < winter;
}
