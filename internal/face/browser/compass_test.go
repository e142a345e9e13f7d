package browser_test

import (
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// fourWeeks are talks with gaps, two of them past midnight, and three people in them.
func fourWeeks() []evening {
	on := func(day, hour int) time.Time { return time.Date(2026, time.March, day, hour, 20, 0, 0, time.UTC) }
	return []evening{
		{on(4, 19), []string{"hi, I'm Ben", "my sister Ruth moved to Bergen", "she took the piano", "good night"}},
		{on(6, 20), []string{"my colleague Tom has a new bike", "he rides it to work", "in the rain too"}},
		{on(9, 1), []string{"I can't sleep", "the tap drips"}},
		{on(16, 20), []string{"Ruth called", "Ruth has found a tuner", "for the piano", "Tom broke his bike"}},
		{on(17, 18), []string{"Ruth sent a photo of the harbour"}},
		{on(24, 0), []string{"still up", "Ruth was right about the tap", "I fixed it"}},
		{on(26, 19), []string{"my neighbour Ada lent me a ladder", "Ruth laughed about that"}},
	}
}

// The time with her is off until it is asked for, by words or on Kept, is drawn and told in
// words, and goes at a word; nothing in it is a trophy.
func TestTheTimeWithHer(t *testing.T) {
	h := unborn(t)
	for _, e := range fourWeeks() {
		for i, line := range e.lines {
			h.talked([]string{line}, "--at", e.from.Add(time.Duration(4*i)*time.Minute).Format(time.RFC3339))
		}
	}
	p := h.pageAt("2026-03-28T19:00:00Z")
	p.to("us")
	if eval[bool](p, `document.querySelector(".compass") !== null`) {
		t.Error("the time with her is shown unasked")
	}
	p.to("here")
	p.tell("show me how much time I spend with you")
	const there = `document.documentElement.dataset.page === "us" && document.querySelector(".compass .swell") !== null`
	p.until("the time with her", there)
	for _, says := range []string{"past midnight", "Ruth", "Tom"} {
		p.until(says, `document.querySelector(".compass").textContent.includes("`+says+`")`)
	}
	p.until("its words for who hears it", `document.querySelector(".compass figure[role=img]").getAttribute("aria-label").includes("Ruth: told of on")`)
	for _, l := range looks {
		p.dress(l)
		p.to("us")
		p.until("it is still there", there)
		for _, device := range []struct {
			name    string
			w, h    int64
			dots    float64
			isPhone bool
		}{{"desk", 1280, 800, 1, false}, {"phone", 360, 740, 2, true}} {
			p.size(device.w, device.h, device.dots, device.isPhone)
			p.axed(l.name + " time " + device.name)
			p.shot("time-" + device.name + "-" + l.name)
			if wide := eval[int](p, `document.querySelector("#us .scroll").scrollWidth - document.querySelector("#us .scroll").clientWidth`); wide > 0 {
				t.Errorf("%s %s runs %d pixels off the screen", l.name, device.name, wide)
			}
		}
		p.size(1280, 800, 1, false)
	}
	shown := strings.ToLower(eval[string](p, `document.querySelector(".compass").innerText + document.querySelector(".compass figure").getAttribute("aria-label")`))
	for _, word := range []string{"streak", "badge", "level", "score", "points", "♥", "❤", "in a row", "achievement", "%"} {
		if strings.Contains(shown, word) {
			t.Errorf("it says %q", word)
		}
	}
	p.do(chromedp.Evaluate(`document.querySelector(".compass .acts button").focus()`, nil), chromedp.KeyEvent(kb.Enter))
	p.until("it is away", `document.querySelector(".compass") === null`)
	p.to("kept")
	p.keptHolds("How we live", "The time you spend with me is not shown")
	p.do(chromedp.Evaluate(`[...document.querySelectorAll("#kept [aria-label='How we live'] button")].find((b) => b.textContent === "show it on Us").click()`, nil))
	p.keptHolds("How we live", "is drawn on Us")
	p.to("us")
	p.until("it is back", there)
	p.clean()
}
