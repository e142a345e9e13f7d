package browser_test

import (
	"context"
	"math"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

// tap is put into the page before its own scripts. Whatever is connected to the
// loudspeakers is also measured: how loud it is, ten times a second and more, on
// the clock of the sound, which waits where a machine is too busy to sound; and
// each clause is noted when it is shown.
const tap = `
window.heard = { levels: [], shown: [], contexts: [] };
const connect = AudioNode.prototype.connect;
AudioNode.prototype.connect = function (to, ...rest) {
	if (to instanceof AudioDestinationNode && !this.tapped) {
		this.tapped = true;
		const ear = to.context.createAnalyser();
		ear.fftSize = 1024;
		connect.call(this, ear);
		const wave = new Float32Array(ear.fftSize);
		window.heard.contexts.push(to.context);
		setInterval(() => {
			ear.getFloatTimeDomainData(wave);
			window.heard.levels.push([to.context.currentTime * 1000, Math.sqrt(wave.reduce((s, x) => s + x * x, 0) / wave.length)]);
		}, 20);
	}
	return connect.call(this, to, ...rest);
};
new MutationObserver((changes) => {
	for (const c of changes) for (const n of c.addedNodes)
		if (n instanceof Element && n.matches(".hers .clause"))
			window.heard.shown.push([performance.now(), (window.heard.contexts[0]?.currentTime ?? 0) * 1000, n.closest(".caption").dataset.id, [...n.closest(".caption").querySelectorAll(".clause")].indexOf(n) + 1]);
}).observe(document, { childList: true, subtree: true });
`

// tapped opens her page with the tap in it.
func tapped(t *testing.T, h *her, g *guest) *tab {
	t.Helper()
	p := g.open("about:blank")
	p.do(chromedp.ActionFunc(func(ctx context.Context) error {
		_, err := page.AddScriptToEvaluateOnNewDocument(tap).Do(ctx)
		return err
	}), chromedp.Navigate(h.link))
	p.greeted()
	return p
}

// touchLine touches the line, as a finger would.
func (p *tab) touchLine() {
	p.t.Helper()
	p.do(chromedp.Click("#line", chromedp.ByQuery))
}

// level is how loud it was at a time: milliseconds, root mean square 0..1.
type level [2]float64

// audible is the least that counts as sound.
const audible = 0.004

// Her clauses sound one after the other, each shown as it begins to sound, and
// none before a touch, even where the browser would let her.
func TestHerVoiceAndItsClauses(t *testing.T) {
	h := wake(t, "Nora")
	needVoice(t, h)
	eager, err := tools.launch(chromedp.Flag("autoplay-policy", "no-user-gesture-required"))
	if err != nil {
		t.Fatal(err)
	}
	p := tapped(t, h, guestIn(t, eager))
	p.say("ok")
	if levels := eval[[]level](p, `window.heard.levels`); loudest(levels) > 0 {
		t.Error("something sounded before a touch")
	}
	p.touchLine()
	p.say("thanks") // her voice clears its throat: the first time it is slow
	p.do(chromedp.Evaluate(`window.heard.levels.length = window.heard.shown.length = 0`, nil))
	p.say("my grandmother's piano fell down the stairs today, it was very loud")
	p.until("the end of the sound", `window.heard.levels.findLast((l) => l[1] > 0.004)?.[0] < window.heard.contexts[0].currentTime * 1000 - 600`)
	p.soundsAsShown()
	p.clean()
}

// soundsAsShown holds the clauses that were shown against what sounded.
func (p *tab) soundsAsShown() {
	p.t.Helper()
	levels, shown := eval[[]level](p, `window.heard.levels`), eval[[]shownClause](p, clausesShown)
	spans := sounding(levels)
	if len(spans) == 0 || len(shown) == 0 {
		p.t.Fatalf("%d stretches of sound, %d clauses shown", len(spans), len(shown))
	}
	p.t.Logf("%d clauses shown %v, sound at %v, loudest %.3f", len(shown), shown, spans, loudest(levels))
	if peak := loudest(levels); peak < 0.01 || peak > 0.7 {
		p.t.Errorf("the loudest is %.3f", peak)
	}
	together := 0
	for _, s := range shown {
		if lag := nearest(spans, s.Sound); lag <= 350+blind(levels, s.Sound) {
			together++
		} else if s.Came < s.At {
			p.t.Errorf("a clause whose sound was there is shown %.0f ms away from where any sound begins: %v in %v", lag, s, spans)
		}
	}
	if together == 0 {
		p.t.Errorf("no clause is shown as it begins to sound: %v, %v", shown, spans)
	}
}

// blind is the longest that nothing was measured around a time: a busy machine
// forgets to listen, and what began then is noticed so much later.
func blind(levels []level, at float64) float64 {
	longest := 0.0
	for i := 1; i < len(levels); i++ {
		if begin, end := levels[i-1][0], levels[i][0]; end > at-350 && begin < at+350 {
			longest = max(longest, end-begin)
		}
	}
	return longest
}

// shownClause is a clause on the page, in milliseconds.
type shownClause struct {
	Sound float64 `json:"sound"` // it was shown, on the clock of the sound,
	At    float64 `json:"at"`    // and on the page's
	Came  float64 `json:"came"`  // its sound had come from her; a slow machine's may come after the words
}

const clausesShown = `window.heard.shown.map(([at, sound, id, n]) => ({ at, sound,
	came: performance.getEntriesByName(new URL("/voice/" + encodeURIComponent(id) + "/" + n, location).href).at(-1)?.responseEnd || Infinity }))
	.map((s) => ({ ...s, came: Math.min(s.came, 1e12) }))`

// needVoice skips a test where the voice is not built in; CI must have it.
func needVoice(t *testing.T, h *her) {
	t.Helper()
	var d struct{ Voice string }
	h.verb(&d, "doctor")
	if strings.HasPrefix(d.Voice, "none") {
		missing(t, "her voice (npm, then make build)")
	}
}

// sounding are the stretches of sound, begin and end in milliseconds; a pause of
// less than 120 ms parts nothing.
func sounding(levels []level) []level {
	var spans []level
	for _, l := range levels {
		if l[1] < audible {
			continue
		}
		if n := len(spans); n > 0 && l[0]-spans[n-1][1] < 120 {
			spans[n-1][1] = l[0]
			continue
		}
		spans = append(spans, level{l[0], l[0]})
	}
	return spans
}

// nearest is how far a time is from the begin of a stretch of sound.
func nearest(spans []level, at float64) float64 {
	least := math.Inf(1)
	for _, s := range spans {
		least = min(least, math.Abs(s[0]-at))
	}
	return least
}

func loudest(levels []level) float64 {
	peak := 0.0
	for _, l := range levels {
		peak = max(peak, l[1])
	}
	return peak
}

// Under the policy that browsers come with nothing sounds before a touch, the
// page says so in words, and a touch is enough.
func TestTheDefaultAutoplayPolicy(t *testing.T) {
	h := wake(t, "Nora")
	needVoice(t, h)
	p := tapped(t, h, visitor(t))
	p.until("the words for it", `document.querySelector("#hint").textContent.includes("Touch the line")`)
	p.shot("before-a-touch")
	p.tell("ok")
	if eval[bool](p, `window.heard.contexts.some((c) => c.state === "running")`) {
		t.Error("sound runs before a touch")
	}
	p.touchLine()
	p.until("a running sound", `window.heard.contexts.some((c) => c.state === "running")`)
	p.tell("thanks")
	p.until("her voice", `window.heard.levels.some((l) => l[1] > 0.004)`)
	p.clean()
}
