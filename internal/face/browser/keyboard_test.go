package browser_test

import (
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

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
