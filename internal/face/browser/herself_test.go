package browser_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// bookPages are what she reads at night in the tests.
const bookPages = `The ferry left at six, with nobody on it but the cook. He had salt in his beard and a letter in his boot.

Why does a house remember who slammed its doors? The old woman asked it every winter, and every winter the stove answered.

"You can't carry a lake," said the boy. "You can carry the way to it." So they walked, and the way was longer than the lake.

In the morning the snow had covered the boat. Only the oar stood out of it, like a hand that asks to speak.
`

// withNights is the month with her side of it: hard words and the way back, questions
// to her, promises; a book on the shelf and a night after each day.
func withNights(t *testing.T) *her {
	t.Helper()
	h := unborn(t)
	hers := map[int][]string{
		2:  {"you're useless, honestly", "good night"},
		3:  {"sorry for what I said, I shouldn't have called you useless", "what are you thinking about?"},
		6:  {"I promise I'll tell you how the bakery ends"},
		8:  {"how do you feel?", "do you like kitchens?"},
		9:  {"thank you, you were right about Jonas"},
		13: {"we call the garden the jungle"},
		15: {"the jungle won today"},
		18: {"the jungle again, ha"},
		19: {"what have you been reading?", "I'm glad you're here"},
	}
	for n, e := range month() {
		h.talked(append(hers[n], e.lines...), "--at", e.from.Format(time.RFC3339))
		if n == 0 {
			h.shelve(strings.Repeat(bookPages, 60), e.from.Add(time.Hour))
		}
		h.night(e.from)
	}
	return h
}

// shelve puts a text on her shelf at a time.
func (h *her) shelve(text string, at time.Time) {
	h.t.Helper()
	file := filepath.Join(h.t.TempDir(), "The way to the lake.txt")
	if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
		h.t.Fatal(err)
	}
	var told any
	h.verb(&told, "shelf", "add", file, "--at", at.Format(time.RFC3339))
}

// night has the night after a day pass in her.
func (h *her) night(day time.Time) {
	h.t.Helper()
	next := day.AddDate(0, 0, 1)
	at := time.Date(next.Year(), next.Month(), next.Day(), 3, 0, 0, 0, time.UTC)
	var told any
	h.verb(&told, "night", "--at", at.Format(time.RFC3339))
}

// throughNights is her page after it.
func throughNights(t *testing.T) (*her, *tab) {
	t.Helper()
	h := withNights(t)
	return h, h.pageAt(lateNow)
}

const lateNow = "2026-04-15T19:00:00Z"

// layered calls up the layer about her, by its key.
func (p *tab) layered() {
	p.t.Helper()
	p.to("here")
	p.do(chromedp.Evaluate(`document.activeElement?.blur()`, nil), chromedp.KeyEvent("f"))
	p.until("the layer", layerThere)
}

const layerThere = `[...document.querySelectorAll("#us .herself > section")].length === 5 && [...document.querySelectorAll("#us .herself > section")].every((s) => s.textContent.length > 30)`

// The layer about her holds a life of twenty days with its nights, in both lights,
// on a desk and on a phone, and every line of it opens to its cause.
func TestTheLayerAboutHer(t *testing.T) {
	_, p := throughNights(t)
	for _, device := range []struct {
		name    string
		w, h    int64
		dots    float64
		isPhone bool
	}{{"desk", 1280, 800, 1, false}, {"phone", 390, 844, 2, true}} {
		p.size(device.w, device.h, device.dots, device.isPhone)
		for _, l := range looks {
			p.dress(l)
			p.layered()
			name := "herself-" + device.name + "-" + l.name
			p.shotsOf("us", name)
			if wide := eval[int](p, `document.querySelector("#us .scroll").scrollWidth - document.querySelector("#us .scroll").clientWidth`); wide > 0 {
				t.Errorf("%s runs %d pixels off the screen", name, wide)
			}
			p.axed(name)
		}
	}
	p.dress(looks[0])
	p.layered()
	p.opensAll()
	p.counts()
	p.clean()
}

// opensAll opens each part's first line by keyboard, to the sentence and the record.
func (p *tab) opensAll() {
	p.t.Helper()
	for n := range 5 {
		line := `document.querySelectorAll("#us .herself > section")[` + string(rune('0'+n)) + `].querySelector(".touch")`
		if !eval[bool](p, line+` !== null`) {
			continue
		}
		p.do(chromedp.Evaluate(line+`.focus()`, nil), chromedp.KeyEvent(kb.Enter))
		p.until("it opened", line+`.getAttribute("aria-expanded") === "true"`)
		word := line + `.parentElement.querySelector(".opened > .acts [aria-expanded]")`
		p.do(chromedp.Evaluate(word+`.focus()`, nil), chromedp.KeyEvent(kb.Enter))
		p.until("the sentence", line+`.parentElement.querySelector("[role=status] .because")?.textContent.length > 10`)
		p.do(chromedp.KeyEvent(kb.Enter))
		p.until("the record", line+`.parentElement.querySelector(".record") !== null`)
		p.axed("the record of " + string(rune('1'+n)))
		p.shot("herself-why-" + string(rune('1'+n)))
		p.do(chromedp.Evaluate(line+`.click()`, nil))
	}
}

// counts fails if anything of her is shown as a trophy.
func (p *tab) counts() {
	p.t.Helper()
	shown := strings.ToLower(eval[string](p, `document.querySelector("#us .herself").innerText`))
	for _, word := range []string{"streak", "badge", "level", "score", "points", "♥", "❤", "in a row", "achievement", "%"} {
		if strings.Contains(shown, word) {
			p.t.Errorf("the layer says %q", word)
		}
	}
}

// With hardly anything lived, each part says so in her words.
func TestTheLayerOfANewLife(t *testing.T) {
	h := wake(t, "Nora")
	p := visit(t, h)
	p.greeted()
	p.layered()
	for _, says := range []string{"only as I was born", "No night yet", "None just now"} {
		p.until(says, `document.querySelector("#us .herself").textContent.includes("`+says+`")`)
	}
	p.axed("the layer of a new life")
	p.choose("me")
	p.until("the days again", `document.querySelector("#us .herself") === null && document.querySelector("#us .story") !== null`)
	p.clean()
}
