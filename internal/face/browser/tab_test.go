package browser_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
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

// TestMain ends the browser that the tests share.
func TestMain(m *testing.M) {
	code := m.Run()
	if _, ok := installed(); ok {
		if ctx, err := common(); err == nil {
			_ = chromedp.Cancel(ctx)
		}
	}
	os.Exit(code)
}

// installed finds the browser.
func installed() (path string, ok bool) {
	for _, name := range []string{os.Getenv("BROWSER"), "chromium", "chromium-browser", "google-chrome"} {
		if path, err := exec.LookPath(name); err == nil {
			return path, true
		}
	}
	return "", false
}

// chromium is the browser, or skips the test aloud.
func chromium(t *testing.T) string {
	t.Helper()
	path, ok := installed()
	switch {
	case ok:
	case os.Getenv("CI") != "":
		t.Fatal("no Chromium: the page must be tried in CI (Debian package chromium)")
	default:
		t.Skip("SKIPPED: the page in a real browser (no chromium; Debian package chromium)")
	}
	return path
}

// browser is a Chromium with a profile of its own.
type browser struct {
	t       *testing.T
	ctx     context.Context
	profile cdp.BrowserContextID // "": that of a browser nobody shares
}

// moving lets the line move; a test that does not look at it spares the machine.
func moving() chromedp.ExecAllocatorOption {
	return chromedp.Flag("force-prefers-reduced-motion", false)
}

// common is the browser that most tests share, each in a context of its own: no
// cookie and no storage of one is seen by another.
var common = sync.OnceValues(func() (context.Context, error) {
	path, ok := installed()
	if !ok {
		return nil, errors.New("no browser")
	}
	ctx, _, err := start(path)
	return ctx, err
})

// start starts a browser that keeps to itself: sound without a touch, nothing
// that moves, unless more options say otherwise. It ends with end, or with the
// tests.
func start(path string, more ...chromedp.ExecAllocatorOption) (ctx context.Context, end func(), err error) {
	options := append(chromedp.DefaultExecAllocatorOptions[:],
		chromedp.ExecPath(path), chromedp.NoSandbox, chromedp.DisableGPU, chromedp.WindowSize(1280, 800),
		chromedp.Flag("disable-quic", true), chromedp.Flag("disable-component-update", true), chromedp.Flag("disable-dev-shm-usage", true),
		chromedp.Flag("autoplay-policy", "no-user-gesture-required"), chromedp.Flag("force-prefers-reduced-motion", true),
		chromedp.WSURLReadTimeout(2*patience),
	)
	all, endAll := chromedp.NewExecAllocator(context.Background(), append(options, more...)...)
	ctx, close := chromedp.NewContext(all)
	return ctx, func() { close(); endAll() }, chromedp.Run(ctx)
}

// launch gives a test a browser that has never been here: the common one, or,
// with options, one of its own.
func launch(t *testing.T, more ...chromedp.ExecAllocatorOption) *browser {
	t.Helper()
	path := chromium(t)
	if len(more) > 0 {
		ctx, end, err := start(path, more...)
		t.Cleanup(end)
		if err != nil {
			t.Fatal("start the browser: ", err)
		}
		return &browser{t: t, ctx: ctx}
	}
	all, err := common()
	if err != nil {
		t.Fatal("start the browser: ", err)
	}
	b := &browser{t: t, ctx: all}
	b.run("a new profile", func(ctx context.Context) (err error) {
		b.profile, err = target.CreateBrowserContext().Do(ctx)
		return err
	})
	t.Cleanup(func() {
		b.run("the end of the profile", func(ctx context.Context) error { return target.DisposeBrowserContext(b.profile).Do(ctx) })
	})
	return b
}

// run does something with the browser rather than with a page.
func (b *browser) run(what string, do func(ctx context.Context) error) {
	b.t.Helper()
	c := chromedp.FromContext(b.ctx)
	if err := do(cdp.WithExecutor(b.ctx, c.Browser)); err != nil {
		b.t.Fatal(what, ": ", err)
	}
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
	var id target.ID
	b.run("a new window", func(ctx context.Context) (err error) {
		id, err = target.CreateTarget("about:blank").WithBrowserContextID(b.profile).WithNewWindow(true).Do(ctx)
		return err
	})
	ctx, close := chromedp.NewContext(b.ctx, chromedp.WithTargetID(id))
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
