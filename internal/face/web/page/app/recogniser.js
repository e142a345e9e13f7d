// The browser's own recogniser, with the types that TypeScript does not have.

/**
 * @typedef {object} Recogniser
 * @property {string} lang
 * @property {boolean} continuous
 * @property {boolean} interimResults
 * @property {boolean} [processLocally]
 * @property {(() => void) | null} onspeechstart
 * @property {((e: {resultIndex: number, results: ArrayLike<{isFinal: boolean, 0: {transcript: string}}>}) => void) | null} onresult
 * @property {((e: {error: string}) => void) | null} onerror
 * @property {(() => void) | null} onend
 * @property {() => void} start
 * @property {() => void} stop
 * @property {() => void} abort
 */

/**
 * @typedef {object} Makes
 * @property {(o: {langs: string[], processLocally: boolean}) => Promise<"available" | "downloadable" | "downloading" | "unavailable">} [available]
 * @property {(o: {langs: string[], processLocally: boolean}) => Promise<boolean>} [install]
 */

/** @typedef {(new () => Recogniser) & Makes} RecogniserClass */

/** Where the sound is turned into words. @typedef {"none" | "device" | "downloadable" | "downloading" | "remote"} Where */

/** Whether it can be asked to listen without sending the sound anywhere. @param {RecogniserClass | undefined} made */
export function askable(made) {
  return Boolean(made?.available);
}

/** @returns {RecogniserClass | undefined} */
export function recogniserOf(/** @type {any} */ window) {
  return window.SpeechRecognition ?? window.webkitSpeechRecognition;
}

/** Asks for the device first. @param {RecogniserClass | undefined} made @param {string} language @returns {Promise<Where>} */
export async function where(made, language) {
  if (!made) return "none";
  if (!made.available) return "remote";
  try {
    const there = await made.available({ langs: [language], processLocally: true });
    if (there === "available") return "device";
    return there === "unavailable" ? "remote" : there;
  } catch {
    return "remote";
  }
}
