package browser_test

import (
	"os"
	"strconv"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

func itoa(n int) string { return strconv.Itoa(n) }

func TestAReloadLosesNothing(t *testing.T) {
	h := wake(t)
	p := launch(t).open(h.link)
	p.greeted()
	for _, text := range twenty[:5] {
		p.tell(text)
	}
	p.do(chromedp.Reload())
	p.until("the talk again", hersShown+` > 4 && `+settled)
	p.compare(h)
	if answer := p.say("where does my sister live?"); !strings.Contains(answer, "Bergen") {
		t.Errorf("after a reload: %q", answer)
	}
	p.compare(h)
	p.clean()
}

// She is killed; the person goes on writing; she comes back at the same place,
// and everything is there once.
func TestKilledAndStartedAgain(t *testing.T) {
	h := wake(t)
	p := launch(t).open(h.link)
	p.greeted()
	for _, text := range twenty[:3] {
		p.tell(text)
	}
	for round := range 3 {
		h.kill()
		p.until("that she is gone", `document.documentElement.dataset.state === "offline"`)
		p.write("the van is blue, and this is round " + itoa(round))
		h.start()
		p.until("her answer", settled+` && `+hersShown+` >= `+itoa(5+round))
	}
	p.shot("after-a-kill")
	p.compare(h)
	if said := eval[string](p, `document.querySelector("#talk").textContent`); strings.Count(said, "this is round 1") != 1 {
		t.Errorf("said once, it stands there otherwise: %s", said)
	}
	p.clean()
}

func TestASecondTabShowsTheSameTalk(t *testing.T) {
	h := wake(t)
	b := launch(t)
	first := b.open(h.link)
	first.greeted()
	first.say("Nora")
	second := b.open("http://127.0.0.1:" + h.port + "/")
	second.until("the talk so far", hersShown+` >= 2`)
	first.say("watching the neighbour park his van")
	second.until("what was said in the first", `document.querySelector("#talk").textContent.includes("park his van") && `+settled)
	second.say("he's been at it for ten minutes")
	first.until("what was said in the second", `document.querySelector("#talk").textContent.includes("ten minutes") && `+settled)
	h.say("and this came from a terminal")
	for _, p := range []*tab{first, second} {
		p.until("what was said in a terminal", `document.querySelector("#talk").textContent.includes("from a terminal") && `+settled)
		p.compare(h)
		p.clean()
	}
}

// Started again while she is awake, the program gives a new link, and the old
// one opens nothing.
func TestALinkOpensOnce(t *testing.T) {
	h := wake(t)
	b := launch(t)
	b.open(h.link).greeted()
	other := launch(t)
	p := other.open(h.link)
	p.until("the refusal", `document.body.innerText.length > 20`)
	if eval[bool](p, `document.querySelector("#talk") !== null`) {
		t.Error("a used link opened the page")
	}
	p.do(chromedp.Navigate("http://127.0.0.1:" + h.port + "/"))
	if eval[bool](p, `document.querySelector("#talk") !== null`) {
		t.Error("the page opened without a link")
	}
	p.shot("a-stranger")
}

func TestOfflineSaysSo(t *testing.T) {
	h := wake(t)
	p := launch(t).open(h.link)
	p.greeted()
	_ = h.cmd.Process.Signal(os.Interrupt)
	_ = h.cmd.Wait()
	p.until("the word for it", `["asleep", "offline"].includes(document.documentElement.dataset.state)`)
	p.shot("offline")
	if words := eval[string](p, `document.querySelector("#state").textContent`); words == "" {
		t.Error("no word says that she can't be reached")
	}
}
