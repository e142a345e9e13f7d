// Package web is the page: what a browser shows of her. Plain HTML, CSS and
// JavaScript modules as they were written, no build step, nothing from elsewhere.
package web

import (
	"embed"
	"io/fs"
)

//go:embed page
var page embed.FS

// Files are the page's files, from index.html down.
func Files() fs.FS {
	files, err := fs.Sub(page, "page")
	if err != nil {
		panic(err) // the name is a good one
	}
	return files
}
