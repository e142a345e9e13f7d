package browser_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// A book is put on her shelf from the page, refused with a reason if it is none,
// and taken down again once one has said so twice.
func TestABookIsPutOnHerShelf(t *testing.T) {
	h := wake(t, "Nora")
	p := visit(t, h)
	p.greeted()
	p.to("kept")
	p.keptHolds("On my shelf", "I'll read it at night")
	p.gives("note.txt", "Milk, eggs.")
	p.keptHolds("On my shelf", "I can't take it", "only 2 words")
	p.gives("The way to the lake.txt", strings.Repeat(bookPages, 60))
	p.keptHolds("On my shelf", "The way to the lake is on my shelf now", "not opened yet")
	p.axed("a shelf")
	p.shot("kept-shelf")
	p.gives("Another name.txt", strings.Repeat(bookPages, 60))
	p.keptHolds("On my shelf", "already")
	p.dropsOnShelf("Dropped.md", strings.Repeat("The bell was gone before the tower was, and nobody had heard it go. ", 400))
	p.keptHolds("On my shelf", "Dropped is on my shelf now")
	p.touchLineOf("On my shelf", "The way to the lake")
	p.press("take it down")
	p.until("she asks", `document.querySelector("dialog[open]")?.textContent.includes("forget")`)
	p.do(chromedp.Evaluate(`[...document.querySelectorAll("dialog[open] button")].find((b) => b.textContent === "forget").click()`, nil))
	p.until("that it is gone", `document.querySelector("dialog[open]")?.textContent.includes("Gone")`)
	p.closeSheet()
	p.until("one book less", `!(`+partOf("On my shelf")+`).includes("not opened yet The way") && document.querySelectorAll("[aria-label='On my shelf'] .touch").length === 1`)
	p.clean()
}

// gives chooses a file for her shelf, as its picker would.
func (p *tab) gives(name, text string) {
	p.t.Helper()
	file := filepath.Join(p.t.TempDir(), name)
	if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
		p.t.Fatal(err)
	}
	p.do(chromedp.SetUploadFiles(`#kept input[type=file]`, []string{file}, chromedp.ByQuery))
}

// dropsOnShelf lets a file fall on her shelf.
func (p *tab) dropsOnShelf(name, text string) {
	p.t.Helper()
	p.do(chromedp.Evaluate(`{
		const files = new DataTransfer();
		files.items.add(new File([`+"`"+text+"`"+`], "`+name+`"));
		document.querySelector("[aria-label='On my shelf']").dispatchEvent(new DragEvent("drop", { dataTransfer: files, bubbles: true, cancelable: true }));
	}`, nil))
}

// The hours of her night are chosen by keyboard, and hold on every page.
func TestHerNightIsChosen(t *testing.T) {
	h := wake(t, "Nora")
	p := visit(t, h)
	p.greeted()
	p.to("kept")
	p.keptHolds("How we live", "from ten in the evening to seven in the morning")
	p.do(chromedp.Evaluate(`[...document.querySelectorAll("#kept button")].find((b) => b.textContent === "other hours").focus()`, nil), chromedp.KeyEvent(kb.Enter))
	p.until("the hours", `document.activeElement?.matches("#kept .hours select")`)
	p.axed("other hours")
	p.do(chromedp.SetValue(`#kept .hours label:nth-of-type(1) select`, "0", chromedp.ByQuery), chromedp.SetValue(`#kept .hours label:nth-of-type(2) select`, "8", chromedp.ByQuery))
	p.shot("kept-hours")
	p.do(chromedp.Evaluate(`document.querySelector("#kept .hours [type=submit]").focus()`, nil), chromedp.KeyEvent(kb.Enter))
	p.keptHolds("How we live", "from midnight to eight in the morning")
	p.do(chromedp.Reload())
	p.keptHolds("How we live", "from midnight to eight in the morning")
	p.clean()
}
