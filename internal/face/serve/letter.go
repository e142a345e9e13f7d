package serve

import (
	"crypto/sha256"
	_ "embed"
	"encoding/base64"
	"html/template"
	"net/http"
	"strings"
)

// letter.html looks like her page. Whoever reads it has no right to the page's
// files, so it has all that it needs in itself.
//
//go:embed letter.html
var letterText string

// note is what a letter says. With To it leads on.
type note struct {
	Title     string
	Sentences []string // the first says what to do
	To        string   // an address of hers
}

// letter is a page of a few sentences, for when there is no other.
func letter(w http.ResponseWriter, code int, title string, sentences ...string) {
	note{Title: title, Sentences: sentences}.send(w, code)
}

func (n note) send(w http.ResponseWriter, code int) {
	page, err := template.New("letter").Parse(letterText)
	if err != nil {
		http.Error(w, n.Title+". "+strings.Join(n.Sentences, " "), code)
		return
	}
	h := w.Header()
	h.Set("Content-Security-Policy", "default-src 'none'; style-src 'sha256-"+styleSum(letterText)+"'; "+
		"base-uri 'none'; form-action 'none'; frame-ancestors 'none'")
	h.Set("Content-Type", "text/html; charset=utf-8")
	w.WriteHeader(code)
	_ = page.Execute(w, n) // who asked may be gone
}

// styleSum is how a policy names the one style that stands in a page.
func styleSum(page string) string {
	_, rest, _ := strings.Cut(page, "<style>")
	style, _, _ := strings.Cut(rest, "</style>")
	sum := sha256.Sum256([]byte(style))
	return base64.StdEncoding.EncodeToString(sum[:])
}
