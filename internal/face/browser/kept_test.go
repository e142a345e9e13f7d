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

// ofPeople is a talk with everything in it that Kept has a place for.
var ofPeople = []string{
	"Nora", "my sister Ruth moved to Bergen", "we all call her Ruthie", "the neighbour's dog, Bobik, got out again",
	"I work at the harbour office", "I'm going to paint the fence on Saturday", "my gran died in spring",
	"my colleague Tom has a new bike", "never mention the audit",
}

// Kept is opened by asking, and each thing on it can be left alone, taken out,
// put right and forgotten; what can be undone, is.
func TestKeptIsAskedForAndPutRight(t *testing.T) {
	h := wake(t, ofPeople...)
	p := visit(t, h)
	p.greeted()
	p.tell("show me what you know about Ruth")
	p.until("Kept, open at Ruth", `document.documentElement.dataset.page === "kept" && document.querySelector("#kept .touch[aria-expanded=true]")?.textContent.includes("Ruth (Ruthie), your sister")`)
	p.shot("kept-asked-for")
	p.keptHolds("Who is who", "Bobik, the neighbour", "Tom, your colleague")
	p.keptHolds("What I leave alone", "the audit")
	p.keptHolds("What left this machine", "Nothing")
	p.keptHolds("What I am, and am not", "software", "call")
	p.keptHolds("This machine", "No passphrase", "samantha export", "no hands")
	p.keptHolds("What I think with", "No language model", "mine with any of them")

	p.leaveAlone("Tom, your colleague")
	p.keptHolds("What I leave alone", "Tom")
	p.undo()
	p.until("Tom is spoken of again", `!(`+partOf("What I leave alone")+`).includes("Tom")`)

	p.touchLineOf("What I hold for true", "harbour office")
	p.press("no longer so")
	p.until("the way back", `document.querySelector(".undo button") !== null`)
	p.shot("kept-undo")
	p.undo()
	p.until("it holds again", `(`+partOf("What I hold for true")+`).includes("harbour office")`)

	// by keys: down to a line, and away with it; she asks first
	p.do(chromedp.Evaluate(`document.querySelector("#kept .touch").focus()`, nil), chromedp.KeyEvent(kb.ArrowDown), chromedp.KeyEvent(kb.End), chromedp.KeyEvent(kb.Home), chromedp.KeyEvent(kb.Delete))
	p.until("she asks", `document.querySelector("dialog[open]")?.textContent.includes("forget")`)
	p.closeSheet()

	for _, l := range []look{looks[0], looks[1], looks[2], {"stark", []string{"prefers-contrast", "more", "prefers-color-scheme", "dark"}}} {
		p.prefers(append(l.media, still...)...)
		p.do(chromedp.Evaluate(`localStorage.setItem("set.light", "`+strings.NewReplacer("pale", "day", "stark", "night").Replace(l.name)+`")`, nil), chromedp.Reload())
		p.until("the look", `document.documentElement.dataset.theme === "`+l.name+`" && document.querySelector("#kept").textContent.includes("Bobik")`)
		p.axed(l.name + " kept")
		p.shot("kept-" + l.name)
		p.size(320, 640, 2, true)
		p.until("nothing runs off a narrow screen", `document.querySelector("#kept .scroll").scrollWidth <= 320`)
		p.shot("kept-" + l.name + "-phone")
		p.do(chromedp.Evaluate(`document.querySelector("[aria-label='Who is who'] .touch").click(); document.querySelector("[aria-label='Who is who']").scrollIntoView()`, nil))
		p.shot("kept-" + l.name + "-phone-people")
		p.do(chromedp.Evaluate(`document.querySelector("#kept .scroll").scrollTo(0, 1e6)`, nil))
		p.shot("kept-" + l.name + "-phone-end")
		p.size(1280, 800, 1, false)
	}
	p.size(320, 640, 2, true)
	p.to("us")
	if !eval[bool](p, `document.querySelector("#us-foot").scrollWidth <= 320`) {
		t.Error("the words at the foot of Us run off a narrow screen")
	}
	p.shot("us-phone")
	p.clean()
}

// A page that stays open notices that a passphrase was set meanwhile.
func TestAnOpenPageSeesAPassphrase(t *testing.T) {
	h := wake(t, "Nora")
	p := visit(t, h)
	p.greeted()
	p.to("kept")
	p.until("that there is none", `document.querySelector("#kept").textContent.includes("No passphrase guards")`)
	h.lockedBy("open sesame\n")
	p.until("that there is one", `document.querySelector("#kept").textContent.includes("A passphrase guards")`)
	p.clean()
}

// A page is read aloud, and a touch anywhere ends it.
func TestAPageIsReadAloud(t *testing.T) {
	h := wake(t, ofPeople...)
	needVoice(t, h)
	p := visit(t, h)
	p.greeted()
	p.touchLine()
	p.to("kept")
	p.keptHolds("Who is who", "Bobik")
	const reading = `document.documentElement.dataset.state === "speaking"`
	for _, asks := range []string{`[...document.querySelectorAll("#kept-foot button")].at(-1).click()`, ""} {
		p.until("that she is still", `document.documentElement.dataset.state === "here"`)
		if asks == "" {
			p.tell("read that to me")
		} else {
			p.do(chromedp.Evaluate(asks, nil))
		}
		p.until("that she reads", reading+` && document.documentElement.dataset.page === "kept"`)
		p.do(chromedp.Sleep(time.Second), chromedp.Evaluate(`document.querySelector("#kept h1").dispatchEvent(new PointerEvent("pointerdown", { bubbles: true }))`, nil))
		p.until("that a touch stops her", `!(`+reading+`)`)
	}
	p.clean()
}

// lockedBy puts her to sleep, sets a passphrase and wakes her again.
func (h *her) lockedBy(secret string) {
	h.t.Helper()
	_ = h.cmd.Process.Signal(os.Interrupt)
	_ = h.cmd.Wait() // what it says of its end is of no matter here
	file := filepath.Join(h.t.TempDir(), "secret")
	if err := os.WriteFile(file, []byte(secret), 0o600); err != nil {
		h.t.Fatal(err)
	}
	var told any
	h.verb(&told, "passphrase", "set", "--passphrase-file", file)
	h.start("--passphrase-file", file)
}

// undo takes back what was done last.
func (p *tab) undo() {
	p.t.Helper()
	p.do(chromedp.Evaluate(`document.querySelector(".undo button").click()`, nil))
}

// partOf is an expression for the text of a part of Kept.
func partOf(title string) string {
	return `document.querySelector("#kept [aria-label='` + title + `']")?.textContent ?? ""`
}

// keptHolds waits until a part of Kept holds all of these.
func (p *tab) keptHolds(title string, texts ...string) {
	p.t.Helper()
	for _, text := range texts {
		p.until(title+" with "+text, `(`+partOf(title)+`).includes("`+text+`")`)
	}
}

// touchLineOf opens a line of a part of Kept.
func (p *tab) touchLineOf(title, text string) {
	p.t.Helper()
	line := `[...document.querySelectorAll("#kept [aria-label='` + title + `'] .touch")].find((b) => b.textContent.includes("` + text + `"))`
	p.until(text, line+` !== undefined`)
	p.do(chromedp.Evaluate(line+`.click()`, nil))
	p.until(text+" opened", line+`?.getAttribute("aria-expanded") === "true"`)
}

// leaveAlone has her never mention somebody.
func (p *tab) leaveAlone(who string) {
	p.t.Helper()
	p.touchLineOf("Who is who", who)
	p.do(chromedp.Evaluate(`[...document.querySelectorAll("#kept [aria-label='Who is who'] .touch")].find((b) => b.textContent.includes("`+who+`")).parentElement.querySelector(":scope > .opened > .acts button:last-child").click()`, nil))
	p.until("the way back", `document.querySelector(".undo button") !== null`)
}
