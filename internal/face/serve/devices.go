package serve

import (
	"encoding/json"
	"net/http"
	"strings"
	"time"

	"samantha"
)

// Devices are the browsers that were let in, as the house keeps them.
type Devices interface {
	// Add lets one in for a person, under a label, and returns the token that
	// it shows from then on.
	Add(person, label string, at time.Time) (token string, err error)
	// Person is whose device has the token.
	Person(token string) (person string, ok bool)
	// Seen notes that the device is there now.
	Seen(token string, at time.Time) error
	// Of are the devices of the person whose device has the token.
	Of(token string) []Device
	// LetGo shuts one of them out, or fails with [samantha.ErrNotFound].
	LetGo(token, id string) error
}

// Device is one that was let in, as its person sees it.
type Device struct {
	ID    string    `json:"id"`
	Label string    `json:"label"` // "Firefox on Linux"
	Since time.Time `json:"since"`
	Seen  time.Time `json:"seen,omitzero"` // when it was last there, to the hour
	Here  bool      `json:"here"`          // it is the one that asks
}

// The verbs of a page that are the door's own.
const (
	devicesVerb = "devices" // [Device]
	letGoVerb   = "letgo"   // ID
)

// askDoor answers what a page asks of the door itself, and not of her.
func (s *Server) askDoor(token string, a Ask) (Told, bool) {
	told := Told{N: a.N}
	switch {
	case len(a.Verb) == 1 && a.Verb[0] == devicesVerb:
	case len(a.Verb) == 2 && a.Verb[0] == letGoVerb:
		if err := s.devices.LetGo(token, a.Verb[1]); err != nil {
			return Told{N: a.N, Exit: exitFailed, Error: samantha.Plainly(err)}, true
		}
	default:
		return told, false
	}
	doc, err := json.Marshal(append([]Device{}, s.devices.Of(token)...))
	if err != nil {
		return Told{N: a.N, Exit: exitFailed, Error: samantha.Plainly(err)}, true
	}
	told.Doc = doc
	return told, true
}

// visitor is whose device a request comes from, if it shows a cookie that the
// house knows.
func (s *Server) visitor(r *http.Request) (visitor, bool) {
	for _, c := range r.CookiesNamed(s.cookie) {
		if person, ok := s.devices.Person(c.Value); ok {
			return visitor{person: person, token: c.Value}, true
		}
	}
	return visitor{}, false
}

// cookieDays is as long as browsers keep a cookie; each load of the page begins
// them anew.
const cookieDays = 400

func (s *Server) giveCookie(w http.ResponseWriter, token string) {
	http.SetCookie(w, &http.Cookie{
		Name: s.cookie, Value: token, Path: "/", MaxAge: cookieDays * 24 * 60 * 60,
		HttpOnly: true, SameSite: http.SameSiteStrictMode,
	})
}

// refuseOthers tells whoever was sent by another page.
func refuseOthers(w http.ResponseWriter, r *http.Request) {
	if !wantsPage(r) {
		http.Error(w, "another page may not ask that", http.StatusForbidden)
		return
	}
	letter(w, http.StatusForbidden, "Sent by another page",
		"Another page sent this browser here, and she opens to people, not to pages.",
		"If it was you, type the address yourself, or type samantha again in a terminal.")
}

// wantsPage: a person will read the answer.
func wantsPage(r *http.Request) bool { return strings.Contains(r.Header.Get("Accept"), "text/html") }

// refuseEntry tells whoever has no right how to get one.
func refuseEntry(w http.ResponseWriter, r *http.Request) {
	if !wantsPage(r) {
		http.Error(w, "run samantha to be let in; verbs show the token in run.json", http.StatusUnauthorized)
		return
	}
	letter(w, http.StatusUnauthorized, "She doesn't know this browser",
		"On the computer she lives on, type samantha again: it opens a new link, and by that this browser is let in.",
		"From then on it is known, and this address opens by itself.")
}

// labelOf is a browser as a list of devices names it: "Firefox on Linux".
func labelOf(agent string) string {
	name, _ := browserOf(agent)
	for _, system := range [][2]string{
		{"Android", "Android"},
		{"iPhone", "an iPhone"},
		{"iPad", "an iPad"},
		{"Windows", "Windows"},
		{"Mac OS X", "a Mac"},
		{"CrOS", "ChromeOS"},
		{"Linux", "Linux"},
	} {
		if strings.Contains(agent, system[0]) {
			return name + " on " + system[1]
		}
	}
	return name
}

// browserOf is a browser's name and who makes it, as far as it says. Most of
// them claim to be Chrome or Safari besides, so the order counts.
func browserOf(agent string) (name, maker string) {
	for _, b := range [][3]string{
		{"Edg", "Edge", "Microsoft"},
		{"OPR/", "Opera", "Opera"},
		{"SamsungBrowser/", "Samsung Internet", "Samsung"},
		{"Vivaldi/", "Vivaldi", "Vivaldi"},
		{"Firefox/", "Firefox", "Mozilla"},
		{"FxiOS/", "Firefox", "Apple"},
		{"CriOS/", "Chrome", "Apple"},
		{"Chrome/", "Chrome", "Google"},
		{"Safari/", "Safari", "Apple"},
	} {
		if strings.Contains(agent, b[0]) {
			return b[1], b[2]
		}
	}
	return "A browser", "the maker of the browser"
}
