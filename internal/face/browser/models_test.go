package browser_test

import (
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// fileBytes is the size that the catalog has of the file that is fetched in the test.
const fileBytes = 833592096

// aServer is a model's server, which counts what it was asked to say, and one for files
// that begins to send and then takes its time.
func aServer(t *testing.T) (*httptest.Server, *atomic.Int32) {
	t.Helper()
	asked := &atomic.Int32{}
	mux := http.NewServeMux()
	mux.HandleFunc("/v1/models", func(w http.ResponseWriter, _ *http.Request) {
		_, _ = io.WriteString(w, `{"object":"list","data":[{"id":"small","owned_by":"llamacpp"}]}`)
	})
	mux.HandleFunc("/v1/chat/completions", func(w http.ResponseWriter, _ *http.Request) {
		asked.Add(1)
		w.Header().Set("Content-Type", "text/event-stream")
		_, _ = io.WriteString(w, "data: {\"choices\":[{\"delta\":{\"content\":\"Hi\"},\"finish_reason\":\"stop\"}]}\n\n")
	})
	mux.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		from, to := 0, fileBytes-1
		_, _ = fmt.Sscanf(r.Header.Get("Range"), "bytes=%d-%d", &from, &to) // without one it is the whole
		w.Header().Set("Content-Range", fmt.Sprintf("bytes %d-%d/%d", from, to, fileBytes))
		w.Header().Set("Content-Length", fmt.Sprint(to-from+1))
		w.WriteHeader(http.StatusPartialContent)
		_, _ = w.Write(make([]byte, 8<<20))
		<-r.Context().Done()
	})
	s := httptest.NewServer(mux)
	t.Cleanup(func() { s.CloseClientConnections(); s.Close() })
	return s, asked
}

// The panel of models: which mind speaks and why, one taken at an address, one elsewhere
// only after it was shown what would leave, none again, and a file fetched and stopped.
func TestModelsOnKept(t *testing.T) {
	s, asked := aServer(t)
	t.Setenv("HF_ENDPOINT", s.URL)
	h := wake(t, "Nora")
	p := visit(t, h)
	p.greeted()
	p.to("kept")
	p.keptHolds("What I think with", "No language model speaks for me")
	p.word("other minds")
	p.keptHolds("What I think with", "I found none", "licence Apache-2.0", "wants 4 GB of memory")

	p.address(s.URL+"/v1", "")
	p.keptHolds("What I think with", "small, from", "you chose it", "nothing leaves")

	before := asked.Load()
	away := strings.Replace(s.URL, "127.0.0.1", "0.0.0.0", 1)
	p.address(away+"/v1", "large")
	p.until("what would leave", `document.querySelector("dialog[open]")?.textContent.includes("large at 0.0.0.0:") && document.querySelector("dialog[open]").textContent.includes("without encryption")`)
	p.axed("what would leave")
	p.shot("models-leaves")
	p.closeSheet()
	if got := asked.Load(); got != before {
		t.Errorf("after a no it was asked %d times", got-before)
	}
	p.address(away+"/v1", "large")
	p.until("what would leave", `document.querySelector("dialog[open]") !== null`)
	p.pressIn("they may go there")
	p.keptHolds("What I think with", "large at 0.0.0.0:", "not on this machine")
	p.keptHolds("What left this machine", "to see whether it answers", "because you chose that model", "127.0.0.1:")
	p.shot("models-left")
	p.word("none")
	p.keptHolds("What I think with", "You want none")

	p.do(chromedp.Evaluate(`document.querySelector("[aria-label='fetch it: Qwen3.5 0.8B, Q8_0']").click()`, nil))
	p.until("the offer", `document.querySelector("dialog[open]")?.textContent.includes("It comes from `+strings.TrimPrefix(s.URL, "http://")+`")`)
	p.shot("models-offer")
	p.pressIn("fetch it")
	p.until("how far it is", `document.querySelector(".download progress")?.value > 0 && document.querySelector(".download").textContent.includes("of 834 MB")`)
	p.modelShots()
	p.word("stop")
	p.keptHolds("What I think with", "Stopped. What came is kept")
	p.clean()
}

// modelShots looks at the panel in every light, on a desk and on a phone.
func (p *tab) modelShots() {
	p.t.Helper()
	for _, l := range looks {
		p.dress(l)
		p.to("kept")
		p.word("other minds")
		p.until("what is under way", `document.querySelector(".download progress")?.value > 0`)
		for _, device := range []struct {
			name string
			w, h int64
			dots float64
		}{{"desk", 1280, 800, 1}, {"phone", 360, 740, 2}} {
			p.size(device.w, device.h, device.dots, device.dots > 1)
			p.do(chromedp.Evaluate(`document.querySelector("[aria-label='What I think with']").scrollIntoView()`, nil))
			p.axed(l.name + " models " + device.name)
			p.shot("models-" + device.name + "-" + l.name)
			p.do(chromedp.Evaluate(`document.querySelector(".download").scrollIntoView()`, nil))
			p.shot("models-" + device.name + "-" + l.name + "-catalog")
			if wide := eval[int](p, `document.querySelector("#kept .scroll").scrollWidth - document.querySelector("#kept .scroll").clientWidth`); wide > 0 {
				p.t.Errorf("%s %s runs %d pixels off the screen", l.name, device.name, wide)
			}
		}
		p.size(1280, 800, 1, false)
	}
}

// word presses the first button of the panel that says so, by keyboard.
func (p *tab) word(word string) {
	p.t.Helper()
	button := `[...document.querySelectorAll("[aria-label='What I think with'] button")].find((b) => b.textContent === "` + word + `" && b.checkVisibility())`
	p.until(word, button+` !== undefined`)
	p.do(chromedp.Evaluate(button+`.focus()`, nil), chromedp.KeyEvent(kb.Enter))
}

// pressIn answers the sheet that is up.
func (p *tab) pressIn(word string) {
	p.t.Helper()
	p.do(chromedp.Evaluate(`[...document.querySelectorAll("dialog[open] button")].find((b) => b.textContent === "`+word+`").click()`, nil))
}

// address names a server to think with.
func (p *tab) address(url, model string) {
	p.t.Helper()
	p.do(
		chromedp.Evaluate(fmt.Sprintf(`document.querySelector("#model-url").value = %q; document.querySelector("#model-name").value = %q`, url, model), nil),
		chromedp.Evaluate(`document.querySelector("#model-name").focus()`, nil), chromedp.KeyEvent(kb.Enter),
	)
}

// On the panel the model is put to the test, with what came of it beside the record, and a
// model elsewhere gets its bound for a day, in tokens and in money.
func TestAModelIsExaminedOnKept(t *testing.T) {
	s, _ := aServer(t)
	h := wake(t, "Nora")
	p := visit(t, h)
	p.greeted()
	p.to("kept")
	p.word("other minds")
	p.keptHolds("What I think with", "and no bound")
	p.do(chromedp.Evaluate(`document.querySelector("#budget-tokens").value = "100,000"; document.querySelector("#budget-in").value = "0,25"; document.querySelector("#budget-tokens").focus()`, nil), chromedp.KeyEvent(kb.Enter))
	p.keptHolds("What I think with", "0 of 100,000 tokens today; that is 0.00, and 0.03 a day at most")
	p.address(s.URL+"/v1", "")
	p.keptHolds("What I think with", "small, from", "Up to forty questions")
	p.word("put it to the test")
	p.keptHolds("What I think with", "as the record has it", "Where it was otherwise", "kept by nobody", "Last time:")
	for _, l := range looks {
		p.dress(l)
		p.to("kept")
		p.word("other minds")
		p.word("put it to the test")
		p.until("what it came to", `document.querySelector(".exam dl") !== null`)
		p.sized(l.name, `.exam`, "exam")
		p.sized(l.name, `[aria-label="What one elsewhere may take in a day"]`, "budget")
	}
	p.clean()
}

// sized looks at a part of the panel on a desk and on a phone.
func (p *tab) sized(look, part, name string) {
	p.t.Helper()
	for _, device := range []struct {
		name string
		w, h int64
		dots float64
	}{{"desk", 1280, 800, 1}, {"phone", 360, 740, 2}} {
		p.size(device.w, device.h, device.dots, device.dots > 1)
		p.do(chromedp.Evaluate("document.querySelector(`"+part+"`).parentElement.scrollIntoView()", nil))
		p.do(chromedp.Evaluate("document.querySelector(`"+part+"`).scrollIntoView()", nil))
		p.axed(look + " " + name + " " + device.name)
		p.shot(name + "-" + device.name + "-" + look)
		if wide := eval[int](p, `document.querySelector("#kept .scroll").scrollWidth - document.querySelector("#kept .scroll").clientWidth`); wide > 0 {
			p.t.Errorf("%s %s runs %d pixels off the screen", look, device.name, wide)
		}
	}
	p.size(1280, 800, 1, false)
}
