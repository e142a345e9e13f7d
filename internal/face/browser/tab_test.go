package browser_test

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// chromium finds the browser, or skips the test aloud.
func chromium(t *testing.T) string {
	t.Helper()
	for _, name := range []string{os.Getenv("BROWSER"), "chromium", "chromium-browser", "google-chrome"} {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	if os.Getenv("CI") != "" {
		t.Fatal("no Chromium: the page must be tried in CI (Debian package chromium)")
	}
	t.Skip("SKIPPED: the page in a real browser (no chromium; Debian package chromium)")
	return ""
}

// browser is one Chromium with a profile of its own.
type browser struct {
	t   *testing.T
	ctx context.Context
}

// moving lets the line move; a test that does not look at it spares the machine.
func moving() chromedp.ExecAllocatorOption {
	return chromedp.Flag("force-prefers-reduced-motion", false)
}

// launch starts a browser that keeps to itself: sound without a touch, nothing
// that moves, unless more options say otherwise.
func launch(t *testing.T, more ...chromedp.ExecAllocatorOption) *browser {
	t.Helper()
	options := append(chromedp.DefaultExecAllocatorOptions[:],
		chromedp.ExecPath(chromium(t)), chromedp.NoSandbox, chromedp.DisableGPU, chromedp.WindowSize(1280, 800),
		chromedp.Flag("disable-quic", true), chromedp.Flag("disable-component-update", true),
		chromedp.Flag("autoplay-policy", "no-user-gesture-required"), chromedp.Flag("force-prefers-reduced-motion", true),
		chromedp.WSURLReadTimeout(2*patience),
	)
	all, end := chromedp.NewExecAllocator(context.Background(), append(options, more...)...)
	ctx, close := chromedp.NewContext(all)
	t.Cleanup(func() { close(); end() })
	if err := chromedp.Run(ctx); err != nil {
		t.Fatal("start the browser: ", err)
	}
	return &browser{t, ctx}
}

// tab is one page.
type tab struct {
	t        *testing.T
	ctx      context.Context
	outside  []string // requests that went anywhere but to her
	troubles []string // what the page's console complained of
}

// open opens an address in a new tab.
func (b *browser) open(address string) *tab {
	b.t.Helper()
	ctx, close := chromedp.NewContext(b.ctx)
	b.t.Cleanup(close)
	p := &tab{t: b.t, ctx: ctx}
	chromedp.ListenTarget(ctx, p.notice)
	if err := chromedp.Run(ctx); err != nil { // a tab ends with the context of its first action
		b.t.Fatal("open a tab: ", err)
	}
	p.do(network.Enable(), page.BringToFront(), chromedp.Navigate(address)) // a tab behind another draws nothing
	return p
}

// notice keeps what must not happen: a request to elsewhere, an error.
func (p *tab) notice(event any) {
	switch e := event.(type) {
	case *network.EventRequestWillBeSent:
		if !ours(e.Request.URL) {
			p.outside = append(p.outside, e.Request.URL)
		}
	case *runtime.EventExceptionThrown:
		p.troubles = append(p.troubles, e.ExceptionDetails.Error())
	}
}

func (p *tab) do(actions ...chromedp.Action) {
	p.t.Helper()
	ctx, cancel := context.WithTimeout(p.ctx, patience)
	defer cancel()
	if err := chromedp.Run(ctx, actions...); err != nil {
		p.t.Fatal(err)
	}
}

// eval is the value of an expression in the page.
func eval[T any](p *tab, expression string) T {
	p.t.Helper()
	var v T
	p.do(chromedp.Evaluate(expression, &v, func(e *runtime.EvaluateParams) *runtime.EvaluateParams {
		return e.WithAwaitPromise(true)
	}))
	return v
}

// until waits for an expression to hold. It asks again and again and forgives
// errors, because a page that is just being left has no answer.
func (p *tab) until(what, expression string) {
	p.t.Helper()
	ctx, cancel := context.WithTimeout(p.ctx, patience)
	defer cancel()
	for ctx.Err() == nil {
		var holds bool
		if err := chromedp.Run(ctx, chromedp.Evaluate("Boolean("+expression+")", &holds)); err == nil && holds {
			return
		}
		select {
		case <-ctx.Done():
		case <-time.After(50 * time.Millisecond):
		}
	}
	p.shot("failed")
	p.t.Fatalf("waited for %s; the page has %q", what, eval[string](p, `document.body.innerText`))
}

// size makes the window that of a device.
func (p *tab) size(width, height int64, phone bool) {
	p.t.Helper()
	p.do(emulation.SetDeviceMetricsOverride(width, height, 1, phone), emulation.SetTouchEmulationEnabled(phone))
}

// prefers sets what the person's system prefers, such as
// "prefers-reduced-motion", "reduce".
func (p *tab) prefers(pairs ...string) {
	p.t.Helper()
	var features []*emulation.MediaFeature
	for i := 0; i+1 < len(pairs); i += 2 {
		features = append(features, &emulation.MediaFeature{Name: pairs[i], Value: pairs[i+1]})
	}
	p.do(emulation.SetEmulatedMedia().WithFeatures(features))
}

// shot keeps a screenshot, if a folder for them is named.
func (p *tab) shot(name string) {
	p.t.Helper()
	dir := os.Getenv("SHOTS")
	if dir == "" {
		return
	}
	var png []byte
	p.do(chromedp.CaptureScreenshot(&png))
	if err := os.WriteFile(filepath.Join(dir, fmt.Sprintf("%s.png", name)), png, 0o644); err != nil {
		p.t.Fatal(err)
	}
}

// ours reports whether an address is hers, or the page's own.
func ours(address string) bool {
	return strings.HasPrefix(address, "http://127.0.0.1:") || strings.HasPrefix(address, "ws://127.0.0.1:") ||
		strings.HasPrefix(address, "data:") || strings.HasPrefix(address, "blob:") || strings.HasPrefix(address, "chrome:") ||
		strings.HasPrefix(address, "about:")
}
