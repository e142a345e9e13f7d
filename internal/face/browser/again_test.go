package browser_test

import (
	"os"
	"strconv"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

func itoa(n int) string { return strconv.Itoa(n) }

// The page is loaded again in the middle of an answer.
func TestAReloadLosesNothing(t *testing.T) {
	h := wake(t)
	p := visit(t, h)
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

// She is killed, while nothing happens or just as something was said to her; the
// person goes on writing; she comes back at the same place, and everything is
// there once.
func TestKilledAndStartedAgain(t *testing.T) {
	h := wake(t, twenty[:3]...)
	p := visit(t, h)
	p.greeted()
	before := eval[int](p, hersShown)
	for round := range 3 {
		if round > 0 {
			p.write("this went off just before round " + itoa(round))
		}
		h.kill()
		p.until("that she is gone", `document.documentElement.dataset.state === "offline"`)
		p.write("the van is blue, and this is round " + itoa(round))
		h.start()
		p.until("her answer", settled+` && `+hersShown+` >= `+itoa(before+1+2*round))
	}
	p.shot("after-a-kill")
	p.compare(h)
	said := eval[string](p, `document.querySelector("#talk").textContent`)
	for _, once := range []string{"blue, and this is round 0", "blue, and this is round 1", "blue, and this is round 2", "went off just before round 1", "went off just before round 2"} {
		if n := strings.Count(said, once); n != 1 {
			t.Errorf("%q stands there %d times: %s", once, n, said)
		}
	}
	p.clean()
}

func TestASecondTabShowsTheSameTalk(t *testing.T) {
	h := wake(t, "Nora")
	g := visitor(t)
	first := g.open(h.link)
	first.greeted()
	second := g.open("http://127.0.0.1:" + h.port + "/")
	second.until("the talk so far", hersShown+` >= 1`)
	first.say("watching the neighbour park his van")
	second.until("what was said in the first", `document.querySelector("#talk").textContent.includes("park his van") && `+settled)
	second.say("he's been at it for ten minutes")
	first.until("what was said in the second", `document.querySelector("#talk").textContent.includes("ten minutes") && `+settled)
	var reply struct{ Reply string }
	h.verb(&reply, "say", "and this came from a terminal")
	for _, p := range []*tab{first, second} {
		p.until("what was said in a terminal", `document.querySelector("#talk").textContent.includes("from a terminal") && `+settled)
		p.compare(h)
		p.clean()
	}
}

// Started again while she is awake, the program gives a new link, and the old
// one opens nothing.
func TestALinkOpensOnce(t *testing.T) {
	h := wake(t, "Nora")
	visit(t, h).greeted()
	p := visitor(t).open(h.link)
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
	h := wake(t, "Nora")
	p := visit(t, h)
	p.greeted()
	_ = h.cmd.Process.Signal(os.Interrupt)
	_ = h.cmd.Wait()
	p.until("the word for it", `["asleep", "offline"].includes(document.documentElement.dataset.state)`)
	p.shot("offline")
	if words := eval[string](p, `document.querySelector("#state").textContent`); words == "" {
		t.Error("no word says that she can't be reached")
	}
}
