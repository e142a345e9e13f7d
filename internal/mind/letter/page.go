package letter

import (
	"fmt"
	"html/template"
	"io"
)

// Page writes letters as a page to be printed, each on a sheet of its own. With a
// title there is a sheet in front of them that says whom they are to: a book.
func Page(w io.Writer, title string, letters []Written) error {
	text, err := files.ReadFile("en/page.html")
	if err != nil {
		return fmt.Errorf("letter: %w", err)
	}
	page, err := template.New("page").Parse(string(text))
	if err != nil {
		return fmt.Errorf("letter: %w", err)
	}
	return page.Execute(w, struct {
		Title   string
		Letters []Written
	}{title, letters})
}
