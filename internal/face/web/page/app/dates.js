// When something was, the way one says it.

const day = 24 * 3600 * 1000;

/** Whole calendar days between two moments. @param {Date} then @param {Date} now */
export function daysBetween(then, now) {
  return Math.round((midnight(now) - midnight(then)) / day);
}

/** "tomorrow", "today", "yesterday", "Tuesday", "12 March", "12 March 2025". @param {Date} then @param {Date} now */
export function dayOf(then, now) {
  const ago = daysBetween(then, now);
  if (ago === 0) return "today";
  if (ago === 1) return "yesterday";
  if (ago === -1) return "tomorrow";
  if (Math.abs(ago) < 7) return weekday(then);
  return date(then, now);
}

/** "this morning", "last night", "yesterday evening", "Tuesday evening", "12 March". @param {Date} then @param {Date} now */
export function when(then, now) {
  const ago = daysBetween(then, now);
  const part = partOf(then);
  if (ago === 0) return part === "night" ? (then.getHours() < 5 && now.getHours() >= 5 ? "last night" : "tonight") : `this ${part}`;
  if (ago === 1) return part === "night" ? (then.getHours() >= 21 ? "last night" : "the night before") : `yesterday ${part}`;
  if (ago > 1 && ago < 7) return `${weekday(then)} ${part}`;
  return date(then, now);
}

/** "since 12 March", "since yesterday", "since today". @param {Date} then @param {Date} now */
export function since(then, now) {
  return `since ${dayOf(then, now)}`;
}

/** A heading: "Today", "Yesterday", "Tuesday, 12 March". @param {Date} then @param {Date} now */
export function heading(then, now) {
  const ago = daysBetween(then, now);
  if (ago === 0) return "Today";
  if (ago === 1) return "Yesterday";
  return `${weekday(then)}, ${date(then, now)}`;
}

/** "18:05" @param {Date} t */
export function clock(t) {
  return `${String(t.getHours()).padStart(2, "0")}:${String(t.getMinutes()).padStart(2, "0")}`;
}

/** @param {Date} t */
export function partOf(t) {
  const hour = t.getHours();
  if (hour < 5 || hour >= 21) return "night";
  if (hour < 12) return "morning";
  return hour < 17 ? "afternoon" : "evening";
}

/** @param {Date} t */
function weekday(t) {
  return t.toLocaleDateString("en-GB", { weekday: "long" });
}

/** @param {Date} t @param {Date} now */
function date(t, now) {
  const year = t.getFullYear() === now.getFullYear() ? undefined : "numeric";
  return t.toLocaleDateString("en-GB", { day: "numeric", month: "long", year });
}

/** @param {Date} t */
function midnight(t) {
  return new Date(t.getFullYear(), t.getMonth(), t.getDate()).getTime();
}
