package browser_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/cdproto/target"
	"github.com/chromedp/chromedp"
)

// guest is one person's browser: cookies and a storage of its own.
type guest struct {
	t        *testing.T
	chromium context.Context
	id       cdp.BrowserContextID
}

// visitor is a new guest in the Chromium that all tests share.
func visitor(t *testing.T) *guest {
	t.Helper()
	shared, err := tools.browser()
	if err != nil {
		t.Fatal(err)
	}
	return guestIn(t, shared)
}

func guestIn(t *testing.T, chromium context.Context) *guest {
	t.Helper()
	g := &guest{t: t, chromium: chromium}
	var err error
	if g.id, err = target.CreateBrowserContext().Do(g.whole()); err != nil {
		t.Fatal("a new guest: ", err)
	}
	t.Cleanup(func() { _ = target.DisposeBrowserContext(g.id).Do(g.whole()) }) // the browser may be gone
	return g
}

// whole is the way to the browser itself, and to no tab of it.
func (g *guest) whole() context.Context {
	return cdp.WithExecutor(g.chromium, chromedp.FromContext(g.chromium).Browser)
}

// visit opens her page by her link, as one who wants nothing to move: a test
// that does not look at the motion spares the machine.
func visit(t *testing.T, h *her) *tab {
	t.Helper()
	p := visitor(t).open("about:blank")
	p.prefers(still...)
	p.do(chromedp.Navigate(h.link))
	return p
}

// still is what a system tells of a person who wants nothing to move.
var still = []string{"prefers-reduced-motion", "reduce"}

// tab is one page.
type tab struct {
	t   *testing.T
	ctx context.Context

	mu       sync.Mutex
	outside  []string // requests that went anywhere but to her
	troubles []string // what the page's console complained of
}

// open opens an address in a window of its own: a tab behind another draws
// nothing.
func (g *guest) open(address string) *tab {
	g.t.Helper()
	window, err := target.CreateTarget("about:blank").WithBrowserContextID(g.id).WithNewWindow(true).Do(g.whole())
	if err != nil {
		g.t.Fatal("open a window: ", err)
	}
	ctx, leave := chromedp.NewContext(g.chromium, chromedp.WithTargetID(window))
	g.t.Cleanup(leave)
	p := &tab{t: g.t, ctx: ctx}
	chromedp.ListenTarget(ctx, p.notice)
	if err := chromedp.Run(ctx); err != nil { // a tab ends with the context of its first action
		g.t.Fatal("open a tab: ", err)
	}
	p.do(network.Enable(), page.BringToFront(), chromedp.Navigate(address))
	return p
}

// notice keeps what must not happen: a request to elsewhere, an error.
func (p *tab) notice(event any) {
	p.mu.Lock()
	defer p.mu.Unlock()
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

// size makes the window that of a device with so many dots for a pixel.
func (p *tab) size(width, height int64, dots float64, phone bool) {
	p.t.Helper()
	p.do(emulation.SetDeviceMetricsOverride(width, height, dots, phone), emulation.SetTouchEmulationEnabled(phone))
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
