package browser_test

import (
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
// the hour.
func lived(t *testing.T) (*her, *tab) {
	t.Helper()
	h := wake(t, twenty[:10]...)
	p := visit(t, h)
	p.greeted()
	return h, p
}

// dress gives the page a look.
func (p *tab) dress(l look) {
	p.t.Helper()
	p.prefers(slices.Concat(l.media, still)...)
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
	filled := map[string]string{"here": "#talk", "us": "#us .scroll", "kept": "#kept .scroll"}[page]
	p.until("the page "+page, `document.documentElement.dataset.page === "`+page+`" && document.querySelector("`+filled+`").textContent.length > 40`)
}

func TestNothingForAxeToFind(t *testing.T) {
	_, p := lived(t)
	for _, l := range looks {
		p.dress(l)
		for _, page := range []string{"here", "us", "kept"} {
			p.to(page)
			p.axed(l.name + " " + page)
		}
		p.to("here")
		p.openWhy()
		p.axed(l.name + " why")
		p.press("forget")
		p.until("she asks", `document.querySelector("dialog[open]") !== null`)
		p.axed(l.name + " forget")
		p.closeSheet()
		p.openHelp()
		p.axed(l.name + " help")
		p.closeSheet()
	}
	p.clean()
}

// openWhy opens all that is behind something that was said.
func (p *tab) openWhy() {
	p.t.Helper()
	p.touch("my sister Mara lives in Bergen")
	p.press("why")
	p.until("the sentence", `document.querySelector(".opened .because")?.textContent.length > 10`)
	p.press("the record")
	p.until("the record", `document.querySelector(".opened .record") !== null`)
}

// closeWhy closes what was touched.
func (p *tab) closeWhy() {
	p.t.Helper()
	p.do(chromedp.KeyEvent(kb.Escape))
	p.until("it closed", `document.querySelector(".opened") === null`)
}

func (p *tab) openHelp() {
	p.t.Helper()
	p.do(chromedp.Evaluate(`document.activeElement?.blur()`, nil), chromedp.KeyEvent("?"))
	p.until("the help", `document.querySelector("dialog[open]") !== null`)
}

func (p *tab) closeSheet() {
	p.t.Helper()
	p.do(chromedp.KeyEvent(kb.Escape))
	p.until("the sheet away", `document.querySelector("dialog[open]") === null`)
}

// axed fails for everything that axe-core finds wrong with the page as it is.
func (p *tab) axed(where string) {
	p.t.Helper()
	if !eval[bool](p, `"axe" in window`) {
		axe, err := os.ReadFile(filepath.Join("..", "..", "..", "node_modules", "axe-core", "axe.min.js"))
		if err != nil {
			missing(p.t, "axe-core (npm ci)")
		}
		p.do(chromedp.Evaluate(string(axe), nil))
	}
	p.until("whatever surfaces to be there", `document.getAnimations().every((a) => a.playState !== "running" || a.effect.getTiming().iterations === Infinity)`)
	found := eval[struct {
		Passed int
		Wrong  []string
	}](p, `axe.run().then((r) => ({ Passed: r.passes.length, Wrong: r.violations.map((v) => v.id + ": " + v.nodes.map((n) => n.target + " " + n.failureSummary).join("; ")) }))`)
	if found.Passed < 10 {
		p.t.Errorf("%s: axe looked at %d things only", where, found.Passed)
	}
	for _, v := range found.Wrong {
		p.t.Errorf("%s: %s", where, v)
	}
}

// firstLoad is the most the page may weigh when it is first opened, in bytes.
const firstLoad = 150_000

func TestTheFirstLoadIsLight(t *testing.T) {
	h := wake(t, "Nora")
	p := visit(t, h)
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

func TestReducedMotionStandsStill(t *testing.T) {
	h := wake(t, "Nora")
	p := visit(t, h)
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
