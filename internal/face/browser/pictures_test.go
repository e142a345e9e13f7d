package browser_test

import (
	"bytes"
	"context"
	"crypto/rand"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"

	"samantha/internal/house"
	"samantha/internal/mind"
	"samantha/internal/words/newborn"
)

// evening is a talk at a time of its own.
type evening struct {
	from  time.Time
	lines []string
}

// evenings are the talks in the pictures.
func evenings() []evening {
	may := func(day, hour, minute int) time.Time {
		return time.Date(2026, time.May, day, hour, minute, 0, 0, time.UTC)
	}
	return []evening{
		{may(4, 18, 12), twenty[:10]},
		{may(6, 19, 40), []string{
			"the van is still there", "Gerald has a parking ticket now", "I fixed the bike chain with dental floss",
			"my friend Ines laughed at me", "I have an exam on Friday",
		}},
		{may(9, 17, 5), []string{
			"I passed the exam", "Mara called, she is coming to visit in June", "I am a bit nervous about it", "where does my sister live?",
		}},
	}
}

const (
	picturesNow  = "2026-05-09T17:31:00Z" // when they are taken, on her clock and the page's
	picturesPace = 100 * time.Second      // between two moments
	picturesSeed = 7                      // the chance she is born with
	heaviest     = 150_000                // bytes a picture may weigh, and
	heaviestAll  = 1_500_000              // all of them
)

// TestPictures takes the pictures of the README into the folder that PICTURES
// names: the same talk by the same chance at the same hour each time.
func TestPictures(t *testing.T) {
	dir := os.Getenv("PICTURES")
	if dir == "" {
		t.Skip("PICTURES names no folder for them")
	}
	h := picturesHer(t)
	p := visitor(t).open("about:blank")
	p.at(picturesNow)
	p.prefers(still...)
	p.do(chromedp.Navigate(h.link))
	p.greeted()
	all := 0
	for _, device := range []struct {
		name    string
		w, h    int64
		dots    float64
		isPhone bool
	}{{"phone", 390, 844, 2, true}, {"desktop", 1280, 800, 1, false}} {
		for _, l := range looks[:2] {
			p.size(device.w, device.h, device.dots, device.isPhone)
			p.dress(l)
			take := func(what string) {
				all += p.picture(filepath.Join(dir, fmt.Sprintf("%s-%s-%s.png", device.name, l.name, what)))
			}
			for _, page := range []string{"us", "kept", "here"} {
				p.to(page)
				take(page)
			}
			p.pictureOfHer(take)
			p.touchIn(".hers", "Bergen")
			p.press("why")
			p.until("the sentence", `document.querySelector(".opened .because")?.textContent.length > 10`)
			take("why")
			p.closeWhy()
		}
	}
	if t.Logf("%d bytes in all", all); all > heaviestAll {
		t.Errorf("the pictures weigh %d bytes, at most %d", all, heaviestAll)
	}
}

// pictureOfHer takes the layer about her, and what is behind a feeling of hers.
func (p *tab) pictureOfHer(take func(string)) {
	p.t.Helper()
	p.layered()
	take("me")
	const cause = `document.querySelector("#us .causes .touch")`
	p.do(chromedp.Evaluate(cause+`.click()`, nil))
	const why = cause + `.parentElement.querySelector(".opened > .acts [aria-expanded]")`
	p.until("what can be done with it", why+` !== null`)
	p.do(chromedp.Evaluate(why+`.click()`, nil))
	p.until("the sentence", cause+`.parentElement.querySelector(".because")?.textContent.length > 10`)
	p.do(chromedp.Evaluate(why+`.click()`, nil))
	p.until("the record", cause+`.parentElement.querySelector(".record svg") !== null`)
	p.do(chromedp.Evaluate(cause+`.scrollIntoView({ block: "start" })`, nil))
	take("felt")
	p.do(chromedp.Evaluate(cause+`.click()`, nil))
	p.to("here")
}

// picturesHer is she, after the evenings, awake at the hour of the pictures.
func picturesHer(t *testing.T) *her {
	t.Helper()
	h := unborn(t)
	for n, e := range evenings() {
		if n == 0 {
			h.born(e.from, picturesSeed)
		}
		for i, line := range e.lines {
			h.talked([]string{line}, "--at", e.from.Add(time.Duration(i)*picturesPace).Format(time.RFC3339))
		}
		if n < len(evenings())-1 {
			h.night(e.from)
		}
	}
	h.start("--at", picturesNow)
	return h
}

// stood is a clock that stands.
type stood struct{ at time.Time }

func (s stood) Now() time.Time                       { return s.at }
func (stood) After(d time.Duration) <-chan time.Time { return time.After(d) }

// born has her born by a chance that is given.
func (h *her) born(at time.Time, seed uint64) {
	h.t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	home, err := house.Open(ctx, h.home, patience, rand.Reader)
	if err != nil {
		h.t.Fatal(err)
	}
	defer func() { _ = home.Close() }() // shows when the program opens it
	person, err := home.Person("")
	if err != nil {
		h.t.Fatal(err)
	}
	log, err := home.Life(ctx, person)
	if err != nil {
		h.t.Fatal(err)
	}
	words, err := newborn.New()
	if err != nil {
		h.t.Fatal(err)
	}
	m, err := mind.Open(ctx, mind.Options{
		Log: log, Speaker: words, Clock: stood{at}, Seed: seed, Zone: "UTC", Version: "pictures",
	})
	if err != nil {
		h.t.Fatal(err)
	}
	if err := m.Close(ctx); err != nil {
		h.t.Fatal(err)
	}
	if err := log.Close(); err != nil {
		h.t.Fatal(err)
	}
}

// otherClock sets the page's clock, which runs on from there.
const otherClock = `{
	const machine = Date, shift = machine.parse("%s") - machine.now();
	window.Date = class extends machine {
		constructor(...given) { given.length ? super(...given) : super(machine.now() + shift); }
		static now() { return machine.now() + shift; }
	};
}`

// at sets the page's clock, in UTC.
func (p *tab) at(now string) {
	p.t.Helper()
	p.do(emulation.SetTimezoneOverride("UTC"), chromedp.ActionFunc(func(ctx context.Context) error {
		_, err := page.AddScriptToEvaluateOnNewDocument(fmt.Sprintf(otherClock, now)).Do(ctx)
		return err
	}))
}

// noGrain takes the paper's grain away: it can hardly be seen in a picture, and
// is most of its bytes.
const noGrain = `document.adoptedStyleSheets = [new CSSStyleSheet()], document.adoptedStyleSheets[0].replaceSync("#field::after { display: none !important }"), null`

// picture writes what is seen to a file, and yields how many bytes it has.
func (p *tab) picture(file string) int {
	p.t.Helper()
	var shot []byte
	p.do(chromedp.Evaluate(noGrain, nil), chromedp.Sleep(time.Second/2), chromedp.CaptureScreenshot(&shot))
	seen, _, err := image.Decode(bytes.NewReader(shot))
	if err != nil {
		p.t.Fatal(err)
	}
	var small bytes.Buffer
	if err := (&png.Encoder{CompressionLevel: png.BestCompression}).Encode(&small, fewer(seen)); err != nil {
		p.t.Fatal(err)
	}
	if err := os.WriteFile(file, small.Bytes(), 0o644); err != nil {
		p.t.Fatal(err)
	}
	if small.Len() > heaviest {
		p.t.Errorf("%s weighs %d bytes, at most %d", filepath.Base(file), small.Len(), heaviest)
	}
	p.t.Logf("%s: %d bytes of %d", filepath.Base(file), small.Len(), len(shot))
	return small.Len()
}

// fewer is a picture in the 256 colours that it has most of; every other colour
// becomes the nearest of them.
func fewer(seen image.Image) image.Image {
	count := map[color.RGBA]int{}
	box := seen.Bounds()
	at := func(x, y int) color.RGBA { return color.RGBAModel.Convert(seen.At(x, y)).(color.RGBA) }
	for y := box.Min.Y; y < box.Max.Y; y++ {
		for x := box.Min.X; x < box.Max.X; x++ {
			count[at(x, y)]++
		}
	}
	most := slices.SortedFunc(maps.Keys(count), func(a, b color.RGBA) int {
		if count[a] != count[b] {
			return count[b] - count[a]
		}
		return bytes.Compare([]byte{a.R, a.G, a.B}, []byte{b.R, b.G, b.B})
	})
	var palette color.Palette
	for _, c := range most[:min(256, len(most))] {
		palette = append(palette, c)
	}
	nearest := map[color.RGBA]uint8{}
	for c := range count {
		nearest[c] = uint8(palette.Index(c))
	}
	few := image.NewPaletted(box, palette)
	for y := box.Min.Y; y < box.Max.Y; y++ {
		for x := box.Min.X; x < box.Max.X; x++ {
			few.SetColorIndex(x, y, nearest[at(x, y)])
		}
	}
	return few
}
