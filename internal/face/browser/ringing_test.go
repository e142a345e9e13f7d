package browser_test

import (
	"testing"

	"github.com/chromedp/chromedp/kb"
)

// What rings comes up with her words, and is answered by a key, by touch, or by
// anything that is said.
func TestWhatRingsIsAnswered(t *testing.T) {
	_, p := lived(t)
	const rings = `document.querySelector("dialog[open]")?.textContent.includes("egg")`
	p.sets("set a timer for 2 seconds for the egg")
	p.until("it rings", rings)
	p.shot("ringing")
	p.axed("what rings")
	p.tabTo("done", `document.activeElement?.matches("dialog button") && document.activeElement.textContent === "done"`)
	p.keys(kb.Enter)
	p.until("it is done", `!document.querySelector("dialog[open]") && [...document.querySelectorAll("#talk .yours")].some((c) => c.textContent.includes("done")) && `+settled)
	p.sets("set a timer for 2 seconds for the egg")
	p.until("another one rings", rings)
	p.until("a key answers it", `performance.now() > (window.rang ??= performance.now()) + 900`)
	p.keys("s")
	p.until("it was snoozed", `!document.querySelector("dialog[open]") && document.querySelector("#talk").textContent.includes("snooze ten minutes") && `+settled)
	p.keys(kb.Escape, "k")
	p.until("what is still kept", `document.querySelector("#kept")?.textContent.includes("The egg")`)
	p.clean()
}

// sets says something by way of the field.
func (p *tab) sets(text string) {
	p.t.Helper()
	p.keys(kb.Escape)
	p.until("the field put away", `document.activeElement?.id !== "words"`)
	p.keys("t")
	p.until("the field", `document.activeElement?.id === "words"`)
	p.keys(text, kb.Enter)
}
