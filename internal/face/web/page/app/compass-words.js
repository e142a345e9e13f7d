// Every fixed sentence of the time with her, in her voice. It counts hours and days so
// that they can be seen; it praises none, and asks for none.

export const compass = {
  title: "The time with me",
  hide: "hide it",
  me: "with me",
  ask: "Once in a while I ask after somebody of yours who hasn't come up in a long while.",
  asks: "rather not",
  leave: "I don't ask after your people by myself.",
  leaves: "you may again",
  key: "The line swells with the time we talked; an empty bead is a night that went past midnight. Below are those you told me of, on the days you did.",
  nobody: "Nobody else was told of in these weeks.",
  none: "We haven't talked in these four weeks.",
  unreachable: "I can't reach that just now.",
  /** @param {string} minutes as it was set */
  daily: (minutes) => `You set ${minutes} minutes a day.`,
  /** @param {string} hour */
  bed: (hour) => `You set bed at ${hour}.`,
  /** @param {number} days @param {string} time @param {number} nights @param {number} pause */
  sum: (days, time, nights, pause) =>
    [`In four weeks we talked on ${many(days, "day")}, ${time} in all`, nights ? `${many(nights, "night")} went past midnight` : "none of it past midnight", pause > 1 ? `the longest pause was ${many(pause, "day")}` : ""].filter(Boolean).join("; ") + ".",
  /** @param {string} who @param {string[]} on days */
  told: (who, on) => `${who}: told of on ${on.join(", ")}.`,
};

/** @param {number} n @param {string} noun */
function many(n, noun) {
  const numbers = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
  return `${numbers[n] ?? n} ${noun}${n === 1 ? "" : "s"}`;
}

/** About how long: "a few minutes", "40 minutes", "2½ hours". @param {number} nanoseconds */
export function lasting(nanoseconds) {
  const minutes = nanoseconds / 60e9;
  if (minutes < 8) return "a few minutes";
  if (minutes < 55) return `about ${5 * Math.round(minutes / 5)} minutes`;
  const halves = Math.round(minutes / 30);
  const hours = `${Math.floor(halves / 2) || ""}${halves % 2 ? "½" : ""}`;
  return hours === "1" ? "about an hour" : `about ${hours} hours`;
}
