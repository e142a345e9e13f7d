package serve

import (
	"context"
	"fmt"
	"net/http"
	"net/url"
	"testing"
	"time"

	"samantha"
	"samantha/internal/senses"
)

// mouth speaks in bytes that say what they are.
type mouth struct{}

func (mouth) Built() bool { return true }

func (mouth) Warm(context.Context) error { return nil }

func (mouth) Speak(_ context.Context, clause string, _ samantha.Manner) ([]byte, error) {
	return []byte("WAV " + clause), nil
}

func (mouth) Sound(_ context.Context, name string) ([]byte, error) {
	if name != samantha.SoundHum {
		return nil, fmt.Errorf("%s: %w", name, samantha.ErrNotFound)
	}
	return []byte("WAV hum"), nil
}

func TestHerVoice(t *testing.T) {
	b := listening(t, newHer(mouth{}))
	r, err := b.her.Hear(t.Context(), samantha.Utterance{Text: "hi", FaceID: "a"}, nil)
	if err != nil {
		t.Fatal(err)
	}
	said := string(r.ID.Said())
	for path, want := range map[string]string{
		"/voice/" + said + "/1":         "WAV Right,",
		"/voice/" + said + "/2":         "WAV go on.",
		"/voice/" + said + "/3":         "",
		"/voice/" + said + "/0":         "",
		"/voice/" + said + "/x":         "",
		"/voice/z9z9.said/1":            "",
		"/voice/" + string(r.ID) + "/1": "",
		"/voice/sound/hum":              "WAV hum",
		"/voice/sound/scream":           "",
		"/voice/try?text=" + url.QueryEscape(senses.TryLines()[0]): "WAV " + senses.TryLines()[0],
		"/voice/try?text=anything":                                 "",
		"/voice/read?text=anything":                                "WAV anything",
		"/voice/try":                                               "",
	} {
		resp := b.request("GET", path, nil)
		text := b.body(resp)
		switch {
		case want == "" && resp.StatusCode != http.StatusNotFound:
			t.Errorf("%s: %s %q", path, resp.Status, text)
		case want != "" && (text != want || resp.Header.Get("Content-Type") != "audio/wav" || resp.Header.Get("Cache-Control") != "no-store"):
			t.Errorf("%s: %s %q %v", path, resp.Status, text, resp.Header)
		}
	}
	if _, err := b.her.log.Forget(t.Context(), time.Now(), r.ID.Said()); err != nil {
		t.Fatal(err)
	}
	if resp := b.request("GET", "/voice/"+said+"/1", nil); resp.StatusCode != http.StatusNotFound {
		t.Errorf("forgotten: %s", resp.Status)
	}
}

func TestWithoutAMouth(t *testing.T) {
	b := listening(t, newHer(nil))
	for _, path := range []string{"/voice/m7k2.said/1", "/voice/sound/hum", "/voice/try?text=" + url.QueryEscape(senses.TryLines()[0])} {
		if resp := b.request("GET", path, nil); resp.StatusCode != http.StatusServiceUnavailable {
			t.Errorf("%s: %s", path, resp.Status)
		}
	}
}
