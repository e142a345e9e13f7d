package browser_test

import (
	"bytes"
	"fmt"
	"image"
	_ "image/png" // screenshots are PNG
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// look is one way a page may be seen.
type look struct {
	name  string
	media []string // what the system prefers
}

var looks = []look{
	{"day", []string{"prefers-color-scheme", "light"}},
	{"night", []string{"prefers-color-scheme", "dark"}},
	{"pale", []string{"prefers-contrast", "more"}},
}

// lived is a page with a talk in it, whose look is chosen by the test and not by
// the hour. The talk was had in a terminal: it is not what is tried here.
func lived(t *testing.T) (*her, *tab) {
	t.Helper()
	h := wake(t)
	for _, text := range twenty[:10] {
		h.say(text)
	}
	p := launch(t).open(h.link)
	p.until("the talk", hersShown+` >= 10 && `+settled)
	return h, p
}

// dress gives the page a look.
func (p *tab) dress(l look) {
	p.t.Helper()
	p.prefers(append(slices.Clone(l.media), "prefers-reduced-motion", "reduce")...)
	light := strings.Replace(l.name, "pale", "day", 1)
	p.do(chromedp.Evaluate(`localStorage.setItem("set.light", "`+light+`")`, nil), chromedp.Reload())
	p.until("the look", `document.documentElement.dataset.theme === "`+l.name+`" && `+settled)
}

// go to one of the three pages.
func (p *tab) to(page string) {
	p.t.Helper()
	if eval[string](p, `document.documentElement.dataset.page`) == page {
		return
	}
	key := map[string]string{"here": kb.Escape, "us": "u", "kept": "k"}[page]
	p.do(chromedp.Evaluate(`document.activeElement?.blur()`, nil), chromedp.KeyEvent(key))
	p.until("the page "+page, `document.documentElement.dataset.page === "`+page+`" && document.querySelector("#`+page+`").textContent.length > 40`)
}

func TestNothingForAxeToFind(t *testing.T) {
	axe, err := os.ReadFile(filepath.Join("..", "..", "..", "node_modules", "axe-core", "axe.min.js"))
	if err != nil {
		missing(t, "axe-core (npm ci)")
	}
	_, p := lived(t)
	for _, l := range looks {
		p.dress(l)
		p.do(chromedp.Evaluate(string(axe), nil))
		for _, page := range []string{"here", "us", "kept"} {
			p.to(page)
			p.violations(l.name + " " + page)
		}
		p.to("here")
		p.touch("my sister Mara lives in Bergen")
		p.press("why")
		p.until("the sentence", `document.querySelector(".opened .because")?.textContent.length > 10`)
		p.press("the record")
		p.violations(l.name + " why")
		p.do(chromedp.Evaluate(`document.activeElement?.blur()`, nil), chromedp.KeyEvent("?"))
		p.until("the help", `document.querySelector("dialog[open]") !== null`)
		p.violations(l.name + " help")
		p.do(chromedp.KeyEvent(kb.Escape))
	}
	p.clean()
}

// missing skips a test aloud, or fails it in CI.
func missing(t *testing.T, what string) {
	t.Helper()
	if os.Getenv("CI") != "" {
		t.Fatalf("%s is missing and CI needs it", what)
	}
	t.Skipf("SKIPPED: %s is missing", what)
}

func (p *tab) violations(where string) {
	p.t.Helper()
	found := eval[[]string](p, `axe.run().then((r) => r.violations.map((v) => v.id + ": " + v.nodes.map((n) => n.target + " " + n.failureSummary).join("; ")))`)
	for _, v := range found {
		p.t.Errorf("%s: %s", where, v)
	}
}

// Contrast is measured, not looked up: the words are made invisible, the page is
// photographed, and each colour of words is held against every pixel behind it.
func TestContrastIsMeasured(t *testing.T) {
	_, p := lived(t)
	for _, size := range []struct{ w, h int64 }{{1280, 800}, {390, 844}} {
		p.size(size.w, size.h, false)
		for _, l := range looks {
			p.dress(l)
			for _, page := range []string{"here", "us", "kept"} {
				p.to(page)
				p.contrast(fmt.Sprintf("%s %s at %d", l.name, page, size.w))
			}
		}
	}
}

// least is the contrast that words need (WCAG 2.2, 1.4.3, AA).
const least = 4.5

// words is a stretch of text on the screen.
type words struct {
	Text       string     `json:"text"`
	Colour     [4]float64 `json:"colour"` // red, green, blue 0..255, opacity 0..1
	X, Y, W, H float64
}

// wordsSeen are the texts within the window, with their colour and the opacity
// of all they stand in. Captions that are fading out upward are on their way to
// be unseen, and are read by scrolling back; they are left out.
const wordsSeen = `(() => {
	const mask = [...getComputedStyle(document.querySelector("#talk")).maskImage.matchAll(/([\d.]+)px/g)].map((m) => Number(m[1]));
	const faded = document.querySelector("#talk").getBoundingClientRect().y + (mask[1] ?? 0);
	const seen = [], walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
	const rgba = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
	for (let n = walk.nextNode(); n; n = walk.nextNode()) {
		const el = n.parentElement, range = document.createRange();
		if (!n.data.trim() || el.closest(".aside, noscript, [hidden]") || !el.checkVisibility({ visibilityProperty: true })) continue;
		range.selectNodeContents(n);
		let opacity = 1;
		for (let e = el; e; e = e.parentElement) opacity *= Number(getComputedStyle(e).opacity);
		rgba.clearRect(0, 0, 1, 1); rgba.fillStyle = getComputedStyle(el).color; rgba.fillRect(0, 0, 1, 1);
		const [r, g, b, a] = rgba.getImageData(0, 0, 1, 1).data;
		for (const box of range.getClientRects()) {
			if (el.closest("#talk") && box.y < faded) continue;
			const at = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
			if (box.width < 2 || box.height < 2 || box.y < 0 || box.bottom > innerHeight || !at || !(el === at || el.contains(at) || at.contains(el))) continue;
			seen.push({ text: n.data.trim().slice(0, 40), colour: [r, g, b, (a / 255) * opacity], X: box.x, Y: box.y, W: box.width, H: box.height });
		}
	}
	return seen;
})()`

func (p *tab) contrast(where string) {
	p.t.Helper()
	seen := eval[[]words](p, wordsSeen)
	if len(seen) < 3 {
		p.t.Errorf("%s: only %d texts seen", where, len(seen))
	}
	var shot []byte
	p.do(
		chromedp.Evaluate(`document.adoptedStyleSheets = [...document.adoptedStyleSheets, Object.assign(new CSSStyleSheet(), {})], document.adoptedStyleSheets.at(-1).replaceSync("* { color: transparent !important; -webkit-text-fill-color: transparent !important; caret-color: transparent !important; text-decoration-color: transparent !important } #line { visibility: hidden !important }"), null`, nil),
		chromedp.CaptureScreenshot(&shot),
		chromedp.Evaluate(`document.adoptedStyleSheets = document.adoptedStyleSheets.slice(0, -1), null`, nil),
	)
	behind, _, err := image.Decode(bytes.NewReader(shot))
	if err != nil {
		p.t.Fatal(err)
	}
	worst, of := math.Inf(1), words{}
	for _, w := range seen {
		if c := w.worst(behind); c < worst {
			worst, of = c, w
		}
		if c := w.worst(behind); c < least {
			p.t.Errorf("%s: %q has a contrast of %.2f", where, w.Text, c)
		}
	}
	p.t.Logf("%s: %d texts, least contrast %.2f (%q)", where, len(seen), worst, of.Text)
}

// worst is the least contrast of the words with any pixel behind them.
func (w words) worst(behind image.Image) float64 {
	worst := math.Inf(1)
	for y := int(w.Y) + 1; y < int(w.Y+w.H)-1; y += 2 {
		for x := int(w.X) + 1; x < int(w.X+w.W)-1; x += 2 {
			r, g, b, _ := behind.At(x, y).RGBA()
			under := [3]float64{float64(r >> 8), float64(g >> 8), float64(b >> 8)}
			var over [3]float64
			for i := range over {
				over[i] = w.Colour[i]*w.Colour[3] + under[i]*(1-w.Colour[3])
			}
			worst = min(worst, ratio(luminance(over), luminance(under)))
		}
	}
	return worst
}

// ratio is the contrast ratio of two luminances (WCAG 2.2).
func ratio(a, b float64) float64 { return (max(a, b) + 0.05) / (min(a, b) + 0.05) }

// luminance is the relative luminance of an sRGB colour (WCAG 2.2).
func luminance(c [3]float64) float64 {
	linear := func(v float64) float64 {
		if v /= 255; v <= 0.04045 {
			return v / 12.92
		}
		return math.Pow((v+0.055)/1.055, 2.4)
	}
	return 0.2126*linear(c[0]) + 0.7152*linear(c[1]) + 0.0722*linear(c[2])
}

// firstLoad is the most the page may weigh when it is first opened, in bytes.
const firstLoad = 150_000

func TestTheFirstLoadIsLight(t *testing.T) {
	h := wake(t)
	p := launch(t).open(h.link)
	p.greeted()
	type load struct {
		Name                string
		Transferred, Stored int
	}
	loads := eval[[]load](p, `performance.getEntriesByType("navigation").concat(performance.getEntriesByType("resource")).filter((e) => !e.name.includes("/voice/")).map((e) => ({ Name: e.name, Transferred: e.transferSize, Stored: e.decodedBodySize }))`)
	transferred, stored := 0, 0
	for _, l := range loads {
		transferred += l.Transferred
		stored += l.Stored
	}
	t.Logf("%d files, %d bytes over the wire, %d unpacked", len(loads), transferred, stored)
	if transferred > firstLoad || transferred == 0 {
		t.Errorf("the first load weighs %d bytes, at most %d: %+v", transferred, firstLoad, loads)
	}
}

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

func TestReducedMotionStandsStill(t *testing.T) {
	h := wake(t)
	p := launch(t, moving()).open("about:blank")
	p.prefers("prefers-reduced-motion", "reduce")
	p.do(chromedp.Navigate(h.link))
	p.greeted()
	if p.moves() {
		t.Error("the line moves")
	}
	if word := eval[string](p, `document.querySelector("#state").textContent`); word != "here" {
		t.Errorf("the state in words is %q", word)
	}
	p.prefers("prefers-reduced-motion", "no-preference")
	p.do(chromedp.Reload())
	p.until("the talk", settled)
	if !p.moves() {
		t.Error("the line stands still for those who did not ask for it")
	}
}

// moves reports whether the line looks otherwise a moment later.
func (p *tab) moves() bool {
	p.t.Helper()
	const drawn = `document.querySelector("#line canvas").toDataURL()`
	first := eval[string](p, drawn)
	p.do(chromedp.Sleep(700 * time.Millisecond))
	return eval[string](p, drawn) != first
}
