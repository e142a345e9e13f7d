package browser_test

import (
	"context"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// caption is one caption as it stands on the page.
type caption struct {
	ID   string `json:"id"`
	By   string `json:"by"`
	Text string `json:"text"`
}

// captions are those that are to be seen, oldest first.
func (p *tab) captions() []caption {
	p.t.Helper()
	return eval[[]caption](p, `[...document.querySelectorAll("#talk .caption:not(.interim):not(.going)")].filter((c) => !c.hidden).map((c) => ({
		id: c.dataset.id, by: c.dataset.by, text: [...c.querySelectorAll(".clause")].map((s) => s.textContent).join(" ")}))`)
}

// hers is how many captions of hers stand there.
const hersShown = `document.querySelectorAll("#talk .caption.hers:not([hidden])").length`

// settled: she is reached, says nothing, and all that was said is heard.
const settled = `["here", "quiet", "muted"].includes(document.documentElement.dataset.state) && !document.querySelector("#talk .caption.yours .mark")`

// greeted waits until she is there and has finished what she says by herself.
func (p *tab) greeted() {
	p.t.Helper()
	p.until("her first words", hersShown+` > 0 && `+settled)
}

// say writes something and waits until she has answered it, to the last word.
func (p *tab) say(text string) string {
	p.t.Helper()
	p.tell(text)
	p.until("the end of the answer to "+text, settled)
	all := p.captions()
	return all[len(all)-1].Text
}

// tell writes something and waits for the first words of the answer, as one
// does who writes on before the rest is there.
func (p *tab) tell(text string) {
	p.t.Helper()
	before := eval[int](p, hersShown)
	p.write(text)
	p.until("an answer to "+text, hersShown+` > `+itoa(before))
}

// write types something and sends it, from wherever the focus is.
func (p *tab) write(text string) {
	p.t.Helper()
	if !eval[bool](p, `document.activeElement?.id === "words"`) {
		p.do(chromedp.KeyEvent("t"))
		p.until("the field", `document.activeElement?.id === "words"`)
	}
	p.do(insert(text), chromedp.KeyEvent(kb.Enter))
}

// insert puts a text where the focus is, as a paste or an input method does.
func insert(text string) chromedp.Action {
	return chromedp.ActionFunc(func(ctx context.Context) error { return input.InsertText(text).Do(ctx) })
}

// clean fails if the page asked anybody but her for anything, or broke.
func (p *tab) clean() {
	p.t.Helper()
	p.mu.Lock()
	defer p.mu.Unlock()
	if len(p.outside) > 0 {
		p.t.Errorf("the page asked others: %q", p.outside)
	}
	if len(p.troubles) > 0 {
		p.t.Errorf("the page broke: %q", p.troubles)
	}
}

// twenty is a first talk of twenty moments.
var twenty = []string{
	"Nora", "watching the neighbour park his van", "he's been at it for ten minutes", "the van is called Gerald", "my sister Mara lives in Bergen",
	"she plays the cello", "I work at the harbour office", "haha yes", "where does my sister live?", "how do you feel?",
	"why?", "are you human?", "you sound like a fortune cookie", "I made soup", "it was too salty", "thanks", "what do you know about me?",
	"my train was late again", "ok", "I should go to bed soon",
}

func TestAFirstTalkOfTwentyMoments(t *testing.T) {
	h := wake(t)
	p := visit(t, h)
	p.greeted()
	for _, text := range twenty {
		p.tell(text)
	}
	p.until("the end of the last answer", settled)
	p.compare(h)
	answers := p.answers()
	for _, text := range twenty {
		t.Logf("> %s\n%s", text, answers[text])
	}
	if first := strings.ToLower(answers[twenty[0]]); !strings.Contains(first, "software") && !strings.Contains(first, "program") {
		t.Errorf("she does not say what she is: %q", first)
	}
	if sister := answers["where does my sister live?"]; !strings.Contains(sister, "Bergen") {
		t.Errorf("asked where the sister lives: %q", sister)
	}
	p.clean()
}

// answers are hers, by what they answer.
func (p *tab) answers() map[string]string {
	p.t.Helper()
	answers, asked := map[string]string{}, ""
	for _, c := range p.captions() {
		if c.By == "person" {
			asked = c.Text
			continue
		}
		answers[asked] = c.Text
	}
	return answers
}

// compare waits until the captions are her memories: each once, in order, told to
// the end.
func (p *tab) compare(h *her) {
	p.t.Helper()
	var memories []caption
	h.verb(&memories, "memories", "-n", "1000")
	want := squeezed(memories)
	var got []string
	for end := time.Now().Add(patience); time.Now().Before(end); p.do(chromedp.Sleep(100 * time.Millisecond)) {
		if got = squeezed(p.captions()); slices.Equal(got, want) {
			return
		}
	}
	p.t.Errorf("the page has\n%s\nher memories are\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
}

// squeezed are captions as one line each.
func squeezed(captions []caption) []string {
	var lines []string
	for _, c := range captions {
		lines = append(lines, c.By+" "+c.ID+" "+strings.Join(strings.Fields(c.Text), " "))
	}
	return lines
}

func TestWhyCorrectForget(t *testing.T) {
	h := wake(t)
	p := visit(t, h)
	p.greeted()
	p.tell("Nora")
	p.tell("my sister Mara lives in Bergen")
	p.say("my brother keeps an astrolabe")

	p.touch("my sister Mara lives in Bergen")
	p.press("why")
	p.until("the sentence", `document.querySelector(".opened .because")?.textContent.length > 10`)
	p.press("the record")
	p.until("the record", `document.querySelector(".opened .record")?.textContent.includes("you said")`)
	p.shot("why")

	p.press("that's not right")
	p.until("the field", `document.querySelector(".opened .correct input[placeholder=Bergen]") !== null`)
	p.do(chromedp.Evaluate(`document.querySelector(".opened .correct input[placeholder=Bergen]").focus()`, nil))
	p.do(insert("Oslo"), chromedp.KeyEvent(kb.Enter))
	p.until("it is put right", `document.querySelector(".opened")?.textContent.includes("Oslo")`)
	if answer := p.say("where does my sister live?"); !strings.Contains(answer, "Oslo") {
		t.Errorf("corrected, she says %q", answer)
	}

	p.touch("my brother keeps an astrolabe")
	p.press("forget")
	p.until("she asks", `document.querySelector("dialog[open]")?.textContent.includes("astrolabe")`)
	p.do(chromedp.Click(`//dialog//button[normalize-space()="forget"]`, chromedp.BySearch))
	p.until("it is gone", `!document.querySelector("#talk").textContent.includes("astrolabe")`)
	p.do(chromedp.KeyEvent(kb.Escape))
	p.until("the sheet away", `document.querySelector("dialog[open]") === null`)
	if answer := p.say("what does my brother keep?"); strings.Contains(answer, "astrolabe") {
		t.Errorf("forgotten, she says %q", answer)
	}

	p.tell("the safe opens with 7741")
	p.write("forget that")
	p.until("both are gone", `!document.querySelector("#talk").textContent.includes("7741") && !document.querySelector("#talk").textContent.includes("forget that")`)
	if kept := eval[string](p, `JSON.stringify({ ...localStorage, ...sessionStorage })`); strings.Contains(kept, "forget that") || strings.Contains(kept, "7741") {
		t.Errorf("the browser keeps it: %s", kept)
	}
	p.clean()
}

// touch opens the newest caption of the person's with these words, as a finger
// would: it is brought into sight, and touched where it then rests.
func (p *tab) touch(text string) {
	p.t.Helper()
	p.touchIn(".yours", text)
}

// touchIn does so with the newest caption of a kind: .yours, .hers.
func (p *tab) touchIn(kind, text string) {
	p.t.Helper()
	find := `[...document.querySelectorAll("#talk ` + kind + ` button.words")].findLast((b) => b.textContent.includes("` + text + `"))`
	p.do(chromedp.Evaluate(find+`.scrollIntoView({ block: "end", behavior: "instant" })`, nil))
	at := p.resting(find)
	p.do(chromedp.MouseClickXY(at[0], at[1]))
	p.until("what is behind "+text, `document.querySelector("#talk .opened") !== null`)
}

// resting is the middle of an element once it has stopped moving.
func (p *tab) resting(find string) [2]float64 {
	p.t.Helper()
	var last [2]float64
	for range 100 {
		at := eval[[2]float64](p, `(({x, y, width, height}) => [Math.round(x + width / 2), Math.round(y + height / 2)])(`+find+`.getBoundingClientRect())`)
		if at == last {
			return at
		}
		last = at
		p.do(chromedp.Sleep(100 * time.Millisecond))
	}
	p.t.Fatalf("%s does not come to rest", find)
	return last
}

// press presses a word in what is open.
func (p *tab) press(word string) {
	p.t.Helper()
	find := `[...document.querySelectorAll(".opened button")].findLast((b) => b.textContent.trim() === "` + word + `")`
	p.until("the word "+word, find+` !== undefined`)
	p.do(chromedp.Evaluate(find+`.click()`, nil))
}
