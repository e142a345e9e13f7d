package browser_test

import (
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// Every key does what the help says, and Tab leads everywhere in plain sight.
func TestByKeyboardAlone(t *testing.T) {
	_, p := lived(t)
	p.do(chromedp.KeyEvent(kb.Escape)) // out of the field
	p.until("the field put away", `document.activeElement?.id !== "words"`)
	for _, step := range []struct{ key, what, holds string }{
		{"u", "Us", `document.documentElement.dataset.page === "us"`},
		{"k", "Kept", `document.documentElement.dataset.page === "kept"`},
		{"/", "the search", `document.activeElement?.matches("#kept input")`},
		{kb.Escape, "out of the search, or back", `document.activeElement === document.body || !document.activeElement?.matches("#kept input") || document.documentElement.dataset.page === "here"`},
		{"f", "her mood, on Us", `document.documentElement.dataset.page === "us" && document.querySelector("#us svg") !== null`},
		{kb.Escape, "Here", `document.documentElement.dataset.page === "here"`},
		{"m", "that she can't hear", `document.documentElement.dataset.state === "muted"`},
		{"m", "that she hears", `document.documentElement.dataset.state !== "muted"`},
		{"?", "the help", `document.querySelector("dialog[open]") !== null`},
		{kb.Escape, "the help gone", `document.querySelector("dialog[open]") === null`},
		{"t", "the field", `document.activeElement?.id === "words"`},
	} {
		p.do(chromedp.KeyEvent(step.key))
		p.until(step.what+" by "+step.key, step.holds)
	}
	p.do(chromedp.KeyEvent(kb.Escape))
	reached := map[string]bool{}
	for range 30 {
		p.do(chromedp.KeyEvent(kb.Tab))
		reached[eval[string](p, `document.activeElement?.id || document.activeElement?.textContent?.trim().slice(0, 20) || ""`)] = true
		if !eval[bool](p, `(() => { const e = document.activeElement; if (!e || e === document.body) return true; const s = getComputedStyle(e); return s.outlineStyle !== "none" && parseFloat(s.outlineWidth) >= 2 || e.closest("form")?.matches(":focus-within") })()`) {
			t.Errorf("the focus is not to be seen on %s", eval[string](p, `document.activeElement.outerHTML.slice(0, 120)`))
		}
	}
	for _, want := range []string{"line", "mute", "type", "us"} {
		if !reached[want] {
			t.Errorf("%q can't be reached by Tab, only %v", want, reached)
		}
	}
	p.clean()
}

// A talk without a pointer: written, read back, asked why, put right and
// forgotten.
func TestATalkByKeyboardAlone(t *testing.T) {
	h, p := lived(t)
	p.keys("It is getting late", kb.Enter) // from anywhere: the first letter opens the field
	p.until("her answer", `document.querySelector("#talk").textContent.includes("getting late") && `+settled)
	p.keys(kb.Escape)
	p.tabTo("a caption", `document.activeElement?.matches("#talk button.words")`)
	p.walkUp("my sister Mara lives in Bergen")
	p.keys(kb.Enter)
	p.tabTo("why", `document.activeElement?.matches(".opened button") && document.activeElement.textContent === "why"`)
	p.keys(kb.Enter)
	p.until("the sentence", `document.querySelector(".opened .because")?.textContent.length > 10`)
	p.tabTo("that's not right", `document.activeElement?.textContent === "that's not right"`)
	p.keys(kb.Enter)
	p.tabTo("the field for Bergen", `document.activeElement?.placeholder === "Bergen"`)
	p.keys("Oslo", kb.Enter)
	p.until("it is put right", `document.querySelector(".opened .answer")?.textContent.includes("Oslo")`)
	p.keys(kb.Escape)
	p.until("it closed", `document.querySelector(".opened") === null`)

	p.tabTo("a caption", `document.activeElement?.matches("#talk button.words")`)
	p.walkUp("she plays the cello")
	p.keys(kb.Enter)
	p.tabTo("forget", `document.activeElement?.matches(".opened button") && document.activeElement.textContent === "forget"`)
	p.keys(kb.Enter)
	p.until("she asks", `document.querySelector("dialog[open]")?.textContent.includes("cello")`)
	p.tabTo("yes", `document.activeElement?.matches("dialog button") && document.activeElement.textContent === "forget"`)
	p.keys(kb.Enter)
	p.until("it is gone", `!document.querySelector("#talk").textContent.includes("she plays the cello")`)
	p.keys(kb.Escape)
	p.compare(h)
	p.clean()
}

// keys types texts and keys, one after the other.
func (p *tab) keys(keys ...string) {
	p.t.Helper()
	for _, k := range keys {
		p.do(chromedp.KeyEvent(k))
	}
}

// tabTo presses Tab until something has the focus.
func (p *tab) tabTo(what, holds string) {
	p.t.Helper()
	for range 60 {
		if eval[bool](p, "Boolean("+holds+")") {
			return
		}
		p.keys(kb.Tab)
	}
	p.t.Fatalf("Tab does not lead to %s; it stands on %s", what, eval[string](p, `document.activeElement.outerHTML.slice(0, 200)`))
}

// walkUp goes from the newest caption up, to the one with these words.
func (p *tab) walkUp(text string) {
	p.t.Helper()
	p.keys(kb.End)
	for range 60 {
		if eval[bool](p, `document.activeElement.matches(".yours button.words") && document.activeElement.textContent.includes("`+text+`")`) {
			return
		}
		p.keys(kb.ArrowUp)
	}
	p.t.Fatalf("the arrows do not lead to %q", text)
}
