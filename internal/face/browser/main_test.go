package browser_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"sync"
	"testing"

	"github.com/chromedp/chromedp"
)

// shop is what all tests share: the program, built once, and one Chromium, in
// which each test is a guest with cookies and a storage of its own.
type shop struct {
	program func() (string, error)
	browser func() (context.Context, error)
	mu      sync.Mutex
	closing []func()
}

// tools is the shop; TestMain opens and shuts it.
var tools = newShop()

func TestMain(m *testing.M) {
	code := m.Run()
	tools.close()
	os.Exit(code)
}

func newShop() *shop {
	s := &shop{}
	s.program = sync.OnceValues(s.build)
	s.browser = sync.OnceValues(func() (context.Context, error) { return s.launch() })
	return s
}

// close ends what was started, newest first, and leaves nothing behind.
func (s *shop) close() {
	s.mu.Lock()
	defer s.mu.Unlock()
	for i := len(s.closing) - 1; i >= 0; i-- {
		s.closing[i]()
	}
}

func (s *shop) atClose(end func()) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.closing = append(s.closing, end)
}

// build builds samantha.
func (s *shop) build() (string, error) {
	dir, err := os.MkdirTemp("", "samantha-browser-")
	if err != nil {
		return "", err
	}
	s.atClose(func() { _ = os.RemoveAll(dir) }) // a leftover in a folder for leftovers
	bin := filepath.Join(dir, "samantha")
	build := exec.Command("go", "build", "-trimpath", "-ldflags", "-s -w", "-o", bin, "samantha/cmd/samantha") // as make build does, so that it is mostly done
	build.Env = append(os.Environ(), "CGO_ENABLED=0")
	build.Stderr = os.Stderr
	return bin, build.Run()
}

// errNoChromium: the machine has none.
var errNoChromium = errors.New("no Chromium (Debian package chromium)")

// chromium finds the browser.
func chromium() (string, error) {
	for _, name := range []string{os.Getenv("BROWSER"), "chromium", "chromium-browser", "google-chrome"} {
		if path, err := exec.LookPath(name); err == nil {
			return path, nil
		}
	}
	return "", errNoChromium
}

// launch starts a Chromium that keeps to itself and is otherwise as it comes,
// unless more options say otherwise. It ends with the shop.
func (s *shop) launch(more ...chromedp.ExecAllocatorOption) (context.Context, error) {
	path, err := chromium()
	if err != nil {
		return nil, err
	}
	options := append(chromedp.DefaultExecAllocatorOptions[:],
		chromedp.ExecPath(path), chromedp.NoSandbox, chromedp.DisableGPU, chromedp.WindowSize(1280, 800),
		chromedp.Flag("disable-quic", true), chromedp.Flag("disable-component-update", true),
		chromedp.WSURLReadTimeout(2*patience),
	)
	all, end := chromedp.NewExecAllocator(context.Background(), append(options, more...)...)
	ctx, leave := chromedp.NewContext(all)
	s.atClose(func() { leave(); end() })
	if err := chromedp.Run(ctx); err != nil {
		return nil, fmt.Errorf("start the browser: %w", err)
	}
	return ctx, nil
}

// missing skips a test aloud, or fails it in CI.
func missing(t *testing.T, what string) {
	t.Helper()
	if os.Getenv("CI") != "" {
		t.Fatalf("%s is missing and CI needs it", what)
	}
	t.Skipf("SKIPPED: %s is missing", what)
}
