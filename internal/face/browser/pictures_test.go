package browser_test

import (
	"context"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

// a life of some days, for the pictures in the docs: days ago, and what was said.
var someDays = []struct {
	ago  int
	said []string
}{
	{9, []string{
		"I'm Ida", "waiting for the kettle", "my sister Mara moved to Bergen", "she builds boats there", "I work at the harbour office",
		"how do you feel?", "good night",
	}},
	{6, []string{"I got the flat!", "fourth floor, no lift, and a view of the cranes", "Mara will laugh at the stairs", "thanks", "good night"}},
	{2, []string{"my boss Henrik moved my desk into the corridor", "without a word", "I'm worried about the move", "good night"}},
	{0, []string{"we carried the piano up today", "all four floors", "my brother Jon dropped his end once", "where does my sister live?"}},
}

// TestPictures makes the screenshots of the docs, if a folder for them is named:
// every page on a desk and on a phone, by day and by night.
func TestPictures(t *testing.T) {
	dir := os.Getenv("PICTURES")
	if dir == "" {
		t.Skip("make pictures makes them")
	}
	h := &her{t: t, home: t.TempDir()}
	for _, day := range someDays {
		at := time.Now().AddDate(0, 0, -day.ago).Add(-10 * time.Minute)
		for i, text := range day.said {
			var r struct{ Reply string }
			h.verb(&r, "say", text, "--at", at.Add(time.Duration(i)*40*time.Second).Format(time.RFC3339))
		}
	}
	h.start()
	p := launch(t).open(h.link)
	p.until("the talk", settled+` && `+hersShown+` > 3`)
	p.tell("and now my legs are made of soup")
	p.until("her answer", settled)
	for _, d := range []device{{"desktop", 1280, 800, 1}, {"phone", 390, 844, 2}} {
		p.like(d)
		for _, l := range looks[:2] {
			p.dress(l)
			for _, name := range []string{"here", "us", "kept"} {
				p.to(name)
				p.picture(dir, d.name+"-"+l.name+"-"+name)
			}
			p.to("here")
			p.touch("my brother Jon dropped his end once")
			p.press("why")
			p.until("the sentence", `document.querySelector(".opened .because")?.textContent.length > 10`)
			p.press("the record")
			p.picture(dir, d.name+"-"+l.name+"-why")
		}
	}
}

// device is a window, in CSS pixels, and how many of its own pixels each has.
type device struct {
	name          string
	width, height int64
	scale         float64
}

// like makes the window that of a device.
func (p *tab) like(d device) {
	p.t.Helper()
	phone := d.name == "phone"
	p.do(emulation.SetDeviceMetricsOverride(d.width, d.height, d.scale, phone), emulation.SetTouchEmulationEnabled(phone))
}

// picture keeps a screenshot as JPEG: the grain of the paper is too much for PNG.
func (p *tab) picture(dir, name string) {
	p.t.Helper()
	p.do(chromedp.Sleep(time.Second)) // whatever glides comes to rest
	p.do(chromedp.ActionFunc(func(ctx context.Context) error {
		shot, err := page.CaptureScreenshot().WithFormat(page.CaptureScreenshotFormatJpeg).WithQuality(80).Do(ctx)
		if err != nil {
			return err
		}
		return os.WriteFile(filepath.Join(dir, name+".jpg"), shot, 0o644)
	}))
}
