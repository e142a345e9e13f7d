// What this browser is called and who makes it, as far as it says. Most of them
// claim to be Chrome or Safari besides, so the order counts.

/** @typedef {{name: string, maker: string}} Browser */

/** Its own list of names, where it has one; what is in none of ours is no name. @type {[RegExp, string, string][]} */
const known = [
  [/\bEdg|Microsoft Edge/, "Edge", "Microsoft"],
  [/\bOPR\/|\bOpera\b/, "Opera", "its maker, Opera, or Google"],
  [/SamsungBrowser\/|Samsung Internet/, "Samsung Internet", "Samsung or Google"],
  [/\bVivaldi\b/, "Vivaldi", "its maker, Vivaldi, or Google"],
  [/\bBrave\b/, "Brave", "its maker, Brave, or Google"],
  [/\b(Firefox|FxiOS)\//, "Firefox", "Mozilla or whom it works with"],
  [/\bCriOS\//, "Chrome", "Apple"],
  [/Google Chrome|^(?!.*Chromium).*\bChrome\//, "Chrome", "Google"],
  [/Chromium|\bChrome\//, "Chromium", "Google"],
  [/\bSafari\//, "Safari", "Apple"],
];

/** @param {{userAgent: string, userAgentData?: {brands?: {brand: string}[]}}} navigator @returns {Browser} */
export function browserOf({ userAgent, userAgentData }) {
  const brands = (userAgentData?.brands ?? []).map((b) => b.brand).join(", ");
  for (const says of [brands, userAgent]) {
    for (const [sign, name, maker] of known) if (says && sign.test(says)) return { name, maker };
  }
  return { name: "Your browser", maker: "the company that makes it" };
}
