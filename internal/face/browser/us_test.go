package browser_test

import (
	"testing"
	"time"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// weeks are talks that make chapters: one that turns, one that is told in two
// ways, and dreams.
func weeks() []evening {
	on := func(month time.Month, day, hour int) time.Time {
		return time.Date(2026, month, day, hour, 0, 0, 0, time.UTC)
	}
	return []evening{
		{on(time.March, 2, 19), []string{
			"hi, I'm Ben", "My sister Mara and I had a huge row about mum's house.", "she shouted at me and I cried", "good night",
		}},
		{on(time.March, 12, 20), []string{"Mara called me today and we laughed till two in the morning", "I was so relieved"}},
		{on(time.April, 3, 21), []string{"Nora left me in March and I'm devastated", "I've been crying all week", "I moved to Bergen"}},
		{on(time.June, 20, 8), []string{
			"I dreamed that the lift at work only went sideways", "Nora and I both ended it in June, we had both had enough", "I still miss her",
		}},
	}
}

const weeksNow = "2026-06-24T19:00:00Z"

// throughWeeks is her page some days after them.
func throughWeeks(t *testing.T) (*her, *tab) {
	t.Helper()
	h := unborn(t)
	for _, e := range weeks() {
		for i, line := range e.lines {
			h.talked([]string{line}, "--at", e.from.Add(time.Duration(i)*time.Minute).Format(time.RFC3339))
		}
	}
	return h, h.pageAt(weeksNow)
}

// pageAt wakes her at a time, and is her page then, greeted and still.
func (h *her) pageAt(now string) *tab {
	h.t.Helper()
	h.start("--at", now)
	p := visitor(h.t).open("about:blank")
	p.at(now)
	p.prefers(still...)
	p.do(chromedp.Navigate(h.link))
	p.greeted()
	return p
}

func TestTheStoryOnUs(t *testing.T) {
	h, p := throughWeeks(t)
	for _, l := range looks {
		p.dress(l)
		p.to("us")
		p.until("the chapters", `document.querySelectorAll("#us .chapter").length === 3`)
		p.axed(l.name + " us")
		p.shot("us-story-" + l.name)
		p.to("here")
	}
	p.size(390, 844, 2, true)
	p.to("us")
	p.shot("us-story-phone")
	p.size(1280, 800, 1, false)
	p.until("two tellings side by side", `(() => { const of = [...document.querySelectorAll("#us .chapter")].find((c) => c.textContent.includes("Nora")).querySelectorAll(".telling"); return of.length === 2 && Math.abs(of[0].getBoundingClientRect().top - of[1].getBoundingClientRect().top) < 4; })()`)
	for _, filter := range []struct{ word, holds string }{
		{"people", `document.querySelectorAll("#us .chapter").length === 2`},
		{"places", `document.querySelector("#us .chapter") === null && document.querySelectorAll("#us .day").length === 1`},
		{"letters", `document.querySelector("#us .none").textContent.includes("No letters")`},
		{"dreams", `document.querySelector("#us .days").textContent.includes("sideways") && [...document.querySelectorAll("#us .days > li")].every((li) => li.matches(".dream"))`},
		{"everything", `document.querySelectorAll("#us .chapter").length === 3`},
	} {
		p.choose(filter.word)
		p.until(filter.word, filter.holds)
	}
	p.retold(h)
	p.clean()
}

// choose presses a quiet word of the page itself.
func (p *tab) choose(word string) {
	p.t.Helper()
	p.do(chromedp.Evaluate(`[...document.querySelectorAll(".filters button, nav.foot button")].find((b) => b.textContent === "`+word+`" && b.checkVisibility()).click()`, nil))
}

// retold puts her telling right by keyboard, and takes that back.
func (p *tab) retold(h *her) {
	p.t.Helper()
	p.do(chromedp.Evaluate(`[...document.querySelectorAll("#us .chapter")].find((c) => c.textContent.includes("Mara")).querySelector(".touch").focus()`, nil), chromedp.KeyEvent(kb.Enter))
	p.press("that's not how it was")
	p.until("the field for it", `document.activeElement?.matches("#us .correct input")`)
	p.axed("how it was")
	p.do(chromedp.KeyEvent("it was about the piano"), chromedp.KeyEvent(kb.Enter))
	p.until("theirs beside hers", `[...document.querySelectorAll("#us .telling")].some((s) => s.querySelector("h3").textContent === "As you tell it" && s.textContent.includes("piano"))`)
	p.shot("us-retold")
	var story struct {
		Chapters []struct {
			About string
			Hers  []struct{ Why string }
		}
	}
	h.verb(&story, "story")
	if len(story.Chapters) != 3 || len(story.Chapters[1].Hers) < 2 {
		p.t.Errorf("hers was not told anew: %+v", story)
	}
	p.do(chromedp.Evaluate(`[...document.querySelectorAll("#us .telling .touch")].find((b) => b.textContent.includes("“it was about the piano”")).focus()`, nil), chromedp.KeyEvent(kb.Enter))
	p.press("take it back")
	p.until("it was taken back", `![...document.querySelectorAll("#us .telling h3")].some((e) => e.closest(".chapter").textContent.includes("Mara") && e.textContent === "As you tell it")`)
}

func TestJottedDownHalfAwake(t *testing.T) {
	h, p := lived(t)
	p.choose("jot")
	p.until("less light, and the field", `document.documentElement.classList.contains("jotting") && document.activeElement?.id === "words"`)
	p.axed("jotting")
	p.shot("here-jotting")
	p.do(chromedp.KeyEvent("two keys behind the blue door"), chromedp.KeyEvent(kb.Enter))
	p.until("the light again, and two words at most", `!document.documentElement.classList.contains("jotting") && document.querySelector("#talk").textContent.includes("blue door") && `+settled)
	var notes []struct{ Kind, Text string }
	h.verb(&notes, "dreams")
	if len(notes) != 1 || notes[0].Text != "two keys behind the blue door" {
		t.Errorf("kept: %+v", notes)
	}
	p.clean()
}
