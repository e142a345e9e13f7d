package browser_test

import (
	"bytes"
	"fmt"
	"image"
	_ "image/png" // screenshots are PNG
	"math"
	"slices"
	"testing"

	"github.com/chromedp/chromedp"
)

// Contrast is measured, not looked up: the words are made invisible, the page is
// photographed, and each colour of words is held against every pixel behind it.
// Her line, and the rule at which a talk ends that has no room, are nobody's ground.
func TestContrastIsMeasured(t *testing.T) {
	_, p := lived(t)
	for _, size := range []struct{ w, h int64 }{{1280, 800}, {390, 844}} {
		p.size(size.w, size.h, 1, false)
		for _, l := range looks {
			p.dress(l)
			where := func(what string) string { return fmt.Sprintf("%s %s at %d", l.name, what, size.w) }
			for _, page := range []string{"us", "kept", "here"} {
				p.to(page)
				p.contrast(where(page))
			}
			p.openWhy()
			p.contrast(where("why"))
			p.openHelp()
			p.contrast(where("help"))
			p.closeSheet()
			p.closeWhy()
		}
	}
}

// Whoever has read back through the talk, or has the record open, finds the
// other pages as light as ever.
func TestReadingBackLeavesTheOtherPagesAlone(t *testing.T) {
	_, p := lived(t)
	p.size(390, 844, 1, false)
	p.dress(looks[0])
	p.openWhy()
	for _, page := range []string{"us", "kept"} {
		p.to(page)
		p.contrast("after the record: " + page)
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

// atRest: whatever comes in or goes out has done so.
const atRest = `document.getAnimations().every((a) => a.playState !== "running" || a.effect.getComputedTiming().endTime === Infinity)`

// behindWords are the texts that are seen, and the page without them.
func (p *tab) behindWords(where string) (seen []words, shot []byte) {
	p.t.Helper()
	for range 20 {
		p.until("rest: "+where, atRest)
		seen = eval[[]words](p, wordsSeen)
		p.do(
			chromedp.Evaluate(`document.adoptedStyleSheets = [...document.adoptedStyleSheets, Object.assign(new CSSStyleSheet(), {})], document.adoptedStyleSheets.at(-1).replaceSync("* { color: transparent !important; -webkit-text-fill-color: transparent !important; caret-color: transparent !important; text-decoration-color: transparent !important } #line, #status::after { visibility: hidden !important }"), null`, nil),
			chromedp.CaptureScreenshot(&shot),
			chromedp.Evaluate(`document.adoptedStyleSheets = document.adoptedStyleSheets.slice(0, -1), null`, nil),
		)
		if slices.Equal(seen, eval[[]words](p, wordsSeen)) {
			return seen, shot
		}
	}
	p.t.Fatalf("%s: the page does not stand still", where)
	return nil, nil
}

func (p *tab) contrast(where string) {
	p.t.Helper()
	seen, shot := p.behindWords(where)
	if len(seen) < 3 {
		p.t.Errorf("%s: only %d texts seen", where, len(seen))
	}
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
