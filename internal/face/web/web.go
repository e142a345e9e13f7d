// Package web is the page: one warm field, one living line, one line of words,
// and behind them the story of the two and all that she keeps.
//
// It is plain HTML, CSS and ES modules, embedded as they are written: no build
// step, no library, and nothing fetched from anywhere but the house itself. The
// modules in page/app have one idea each; main.js puts them together, words.js
// holds every fixed sentence, wire.js the messages. Those that decide something
// know nothing of the browser, so that `node --test` can run them.
package web

import (
	"embed"
	"io/fs"
)

//go:embed page
var files embed.FS

// Files are the page: index.html, app/, style/, the icon and the manifest.
func Files() fs.FS {
	page, err := fs.Sub(files, "page")
	if err != nil {
		panic(err) // the folder is embedded above
	}
	return page
}
