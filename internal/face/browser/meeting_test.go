package browser_test

import (
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// The very first: the line draws itself, a form asks, its field is where one
// types, and she puts the form aside. It happens once.
func TestTheFirstMeeting(t *testing.T) {
	h := wake(t)
	p := visitor(t).open(h.link)
	p.until("the form and its field", `document.querySelector("#talk .slip") && document.querySelector("#say.slipped:not([hidden])")`)
	if eval[bool](p, `document.documentElement.classList.contains("arriving") || document.querySelector("#talk .slip.aside-by-her") !== null`) {
		t.Error("the form is there before the line, or is put aside before anything was said")
	}
	if label := eval[string](p, `document.querySelector("#words-label").textContent`); !strings.Contains(label, "call you") {
		t.Errorf("those who hear the page hear the field as %q", label)
	}
	p.shot("form")
	p.axed("the form")
	p.until("the field", `document.activeElement?.id === "words"`)
	p.do(chromedp.KeyEvent("Nora"), chromedp.KeyEvent(kb.Enter))
	p.until("the form put aside", `document.querySelector("#talk .slip.aside-by-her") && !document.querySelector("#say.slipped")`)
	p.until("the end of her answer", settled)
	all := p.captions()
	if len(all) != 3 || all[1].Text != "Nora" {
		t.Fatalf("the first meeting reads %q", squeezed(all))
	}
	if low := strings.ToLower(all[2].Text); !strings.Contains(low, "software") && !strings.Contains(low, "program") {
		t.Errorf("she does not say what she is: %q", low)
	}
	p.do(chromedp.Reload())
	p.until("the talk again", hersShown+` >= 2 && `+settled)
	p.compare(h)
	p.clean()
}

// watched notes when each clause of hers is shown.
const watched = `
window.shown = [];
new MutationObserver((changes) => {
	for (const c of changes) for (const n of c.addedNodes)
		if (n instanceof Element && n.matches(".hers .clause")) window.shown.push({ at: performance.now(), of: n.closest(".caption").dataset.id, text: n.textContent });
}).observe(document.querySelector("#talk"), { childList: true, subtree: true });
`

// shownAt is a clause and when it was shown, in milliseconds.
type shownAt struct {
	At   float64 `json:"at"`
	Of   string  `json:"of"`
	Text string  `json:"text"`
}

// Unheard, she is read: each clause stands for as long as a quick reader needs
// before the next one comes; and who writes on waits for none.
func TestCaptionsComeAtAReadersPace(t *testing.T) {
	h := wake(t, "Nora")
	p := visit(t, h)
	p.greeted()
	p.do(chromedp.Evaluate(watched, nil))
	for _, text := range []string{"are you human?", "how do you feel?", "does anything I type leave this machine?", "what do you know about me?"} {
		p.say(text)
	}
	pauses := 0
	for last, s := range eval[[]shownAt](p, `window.shown`) {
		if last == 0 {
			continue
		}
		before := eval[[]shownAt](p, `window.shown`)[last-1]
		if before.Of != s.Of {
			continue
		}
		pauses++
		words := float64(len(strings.Fields(before.Text)))
		if gap, least := s.At-before.At, (260+150*words)/1.25-30; gap < least || gap > 2*least+3000 {
			t.Errorf("%q stood for %.0f ms before the next clause, at least %.0f", before.Text, gap, least)
		}
	}
	if pauses < 2 {
		t.Errorf("only %d clauses came after another", pauses)
	}
	if log := eval[string](p, `document.querySelector("#talk").role + " " + document.querySelector("#talk").getAttribute("aria-live")`); log != "log polite" {
		t.Errorf("to those who hear the page the talk is %q", log)
	}
	for _, text := range []string{"are you conscious?", "ok"} {
		p.tell(text)
	}
	p.until("the end", settled)
	if eval[bool](p, `document.querySelector(".broken") !== null`) {
		t.Error("writing on cut off what is only read")
	}
	p.compare(h)
	p.clean()
}
