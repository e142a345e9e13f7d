// Package browser tries the page as a person would: the program itself, started
// as from a terminal, and a real Chromium that opens its launch link, types,
// listens, reloads, is cut off and comes back. It holds tests only.
//
// Where there is no Chromium the tests are skipped, aloud; with CI set they
// fail instead. BROWSER names another one than those on the path. SHOTS names a
// folder for screenshots, PICTURES one for those of the README.
package browser
