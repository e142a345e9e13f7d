package browser_test

import (
	"fmt"
	"os"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// month is a life of twenty talks in six weeks: an operation, a row that is made
// up, a test passed, a job lost, a move, two dreams.
func month() []evening {
	at := func(when string) time.Time {
		t, _ := time.Parse(time.RFC3339, when) // each is written below
		return t
	}
	return []evening{
		{at("2026-03-02T19:00:00Z"), []string{
			"hi, I'm Ben",
			"I'm a carpenter, mostly kitchens",
			"just cleaning glue off my hands with a butter knife",
			"my mum's in hospital, they found something on her hip",
			"she's called Ruth",
			"I'm scared to be honest",
			"good night",
		}},
		{at("2026-03-03T20:10:00Z"), []string{
			"hey",
			"the surgeon says mum needs a new hip, operation is on the 12th",
			"she hates hospitals",
			"our daughter Sanda made her a card with a goat on it",
			"Sanda is seven",
			"night",
		}},
		{at("2026-03-05T18:30:00Z"), []string{
			"hi again",
			"work was dull, sanding all day",
			"my brother Jonas and I had a huge row about who takes mum's dog",
			"he shouted at me and I hung up",
			"the dog is called Biscuit",
			"I feel rotten about it",
			"good night",
		}},
		{at("2026-03-07T09:00:00Z"), []string{
			"morning",
			"I had a dream last night. I was in a kitchen with no doors. Mum was there, but she was small, like a child. She gave me a key made of bread.",
			"weird",
			"I've got the bakery job interview, well, fitting out a bakery, big contract, they decide on the 20th",
			"I'd love to get it",
		}},
		{at("2026-03-09T21:00:00Z"), []string{
			"still no word from Jonas",
			"I miss him, even the stupid jokes",
			"my girl lost a tooth today",
			"it was in an apple",
			"good night",
		}},
		{at("2026-03-11T22:00:00Z"), []string{
			"tomorrow is the operation",
			"I can't sleep",
			"I'm frightened she won't wake up",
		}},
		{at("2026-03-12T16:00:00Z"), []string{
			"the operation went well!",
			"she woke up and asked for toast",
			"I cried in the car park, happy crying",
			"good night",
		}},
		{at("2026-03-14T19:00:00Z"), []string{
			"hi",
			"I rang Jonas",
			"he said sorry and so did I, we talked for an hour",
			"we're fine now",
			"he takes Biscuit on weekdays, I take him on weekends",
		}},
		{at("2026-03-16T20:00:00Z"), []string{
			"my driving, I mean Nadia's driving test is on Thursday",
			"Nadia is my wife",
			"she failed it twice",
			"she practises in the supermarket car park with me",
			"good night",
		}},
		{at("2026-03-19T18:00:00Z"), []string{
			"Nadia passed!",
			"third time, she screamed in the car",
			"I'm so proud of her",
		}},
		{at("2026-03-21T10:00:00Z"), []string{
			"didn't get the bakery",
			"they took the cheaper one",
			"I'm really disappointed, I'd drawn the whole counter already",
		}},
		{at("2026-03-22T10:00:00Z"), []string{
			"mum is home",
			"she walks with a stick and tells it off",
			"Sanda painted the stick red",
		}},
		{at("2026-03-25T20:00:00Z"), []string{
			"we're moving, did I tell you? to a house with a garden, keys on Saturday",
			"Nadia found it",
			"I'm nervous about the money",
			"good night",
		}},
		{at("2026-03-28T21:00:00Z"), []string{
			"we moved in today",
			"boxes everywhere, Biscuit peed on one",
			"first evening on the kitchen floor with chips",
			"I'm happy",
		}},
		{at("2026-03-30T20:00:00Z"), []string{
			"that hip thing is done now, mum threw the stick away",
			"it taught me I can't fix everything with a plane",
			"she's back to bossing",
		}},
		{at("2026-04-02T07:00:00Z"), []string{
			"I had such a weird dream",
			"my old teacher was driving a tram through the kitchen",
			"and she asked me for a ticket",
			"I only had a spoon",
		}},
		{at("2026-04-05T19:00:00Z"), []string{
			"Jonas and I barbecued, first time since the row",
			"remind me to buy hooks tomorrow at nine",
			"my friend Ines is getting married in June",
		}},
		{at("2026-04-08T20:00:00Z"), []string{
			"if I'm honest, I started it. I shouted at Jonas that night",
			"never mention the bakery again",
			"good night",
		}},
		{at("2026-04-11T10:00:00Z"), []string{
			"I'm going to paint the fence on Saturday",
			"put milk on the list",
		}},
		{at("2026-04-14T20:00:00Z"), []string{
			"my colleague Tom has a new bike",
			"Ruthie, we all call mum Ruthie, is dancing again",
			"good night",
		}},
	}
}

const monthNow = "2026-04-16T19:00:00Z"

// throughMonth is her page after it.
func throughMonth(t *testing.T) (*her, *tab) {
	t.Helper()
	h := unborn(t)
	for _, e := range month() {
		h.talked(e.lines, "--at", e.from.Format(time.RFC3339))
	}
	return h, h.pageAt(monthNow)
}

// The two pages that show memory hold a whole month, in both lights, on a desk and
// on a phone, asked for by words and walked by keys.
func TestAMonthOnItsPages(t *testing.T) {
	_, p := throughMonth(t)
	p.tell("show us")
	p.until("Us, and its chapters", `document.documentElement.dataset.page === "us" && document.querySelectorAll("#us .chapter").length === 6`)
	p.unfolds()
	p.choose("story")
	p.until("nothing but the story", `document.querySelectorAll("#us .days > li").length === 6 && document.querySelectorAll("#us .chapter").length === 6`)
	p.until("who somebody is, and that it is over", `[...document.querySelectorAll("#us .chapter")].some((c) => c.textContent.includes("Ruth, your mum") && c.textContent.includes("March, over"))`)
	p.to("here")
	p.tell("show me what you keep")
	p.until("Kept", `document.documentElement.dataset.page === "kept"`)
	p.keptHolds("Who is who", "Biscuit, your mum", "Ruth (Ruthie), your mum", "Sanda, your daughter")
	p.searches("stick")
	p.to("here")
	for _, device := range []struct {
		name    string
		w, h    int64
		dots    float64
		isPhone bool
	}{{"desk", 1280, 800, 1, false}, {"phone", 390, 844, 2, true}} {
		p.size(device.w, device.h, device.dots, device.isPhone)
		for _, l := range looks[:2] {
			p.dress(l)
			for _, page := range []string{"us", "kept"} {
				p.to(page)
				name := "month-" + device.name + "-" + l.name + "-" + page
				p.shotsOf(page, name)
				if wide := eval[int](p, `document.querySelector("#`+page+` .scroll").scrollWidth - document.querySelector("#`+page+` .scroll").clientWidth`); wide > 0 {
					t.Errorf("%s runs %d pixels off the screen", name, wide)
				}
				p.axed(name)
				p.to("here")
			}
		}
	}
	p.clean()
}

// unfolds calls up the rest of an older day by keyboard.
func (p *tab) unfolds() {
	p.t.Helper()
	const folded = `[...document.querySelectorAll("#us .day .acts button")]`
	n := eval[int](p, folded+`.length`)
	p.do(chromedp.Evaluate(folded+`[0].focus()`, nil), chromedp.KeyEvent(kb.Enter))
	p.until("one day less is folded, and the focus in it", fmt.Sprintf(`%s.length === %d && document.activeElement?.closest(".day") !== null`, folded, n-1))
}

// searches finds what was said by a part of its words, from the key to the way
// back.
func (p *tab) searches(word string) {
	p.t.Helper()
	p.do(chromedp.KeyEvent("/"))
	p.until("the field for it", `document.activeElement?.matches("#kept input[type=search]")`)
	// the key for the search is sent as a letter, too, which a keyboard would not
	p.do(chromedp.Evaluate(`document.activeElement.select()`, nil), chromedp.KeyEvent(word))
	p.until("what was found", `[...document.querySelectorAll("#kept mark")].some((m) => m.textContent === "`+word+`")`)
	p.do(chromedp.KeyEvent(kb.Escape))
}

// shotsOf keeps pictures of a page from its top to its end, if a folder for them is
// named.
func (p *tab) shotsOf(page, name string) {
	p.t.Helper()
	if os.Getenv("SHOTS") == "" {
		return
	}
	down := `(() => { const s = document.querySelector("#` + page + ` .scroll"), before = s.scrollTop; s.scrollBy(0, s.clientHeight - 60); return s.scrollTop > before; })()`
	for n := range 12 {
		p.shot(fmt.Sprintf("%s-%02d", name, n))
		if !eval[bool](p, down) {
			return
		}
	}
}
