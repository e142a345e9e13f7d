package serve

import (
	"crypto/rand"
	"crypto/sha256"
	"crypto/subtle"
	"encoding/json"
	"net/http"
	"strings"
	"sync"
	"time"

	"samantha"
)

// A link that lets a browser in lasts this long, and so many may wait.
const (
	linkTime = 10 * time.Minute
	maxLinks = 16
)

// links are those that were given out and not used.
type links struct {
	clock samantha.Clock

	mu   sync.Mutex
	open []link
}

// link lets one browser in, once.
type link struct {
	sum    [sha256.Size]byte // of its token
	person string
	until  time.Time
}

func newLinks(c samantha.Clock) *links { return &links{clock: c} }

// give is the token of a new link.
func (l *links) give(person string) string {
	token := rand.Text()
	l.mu.Lock()
	defer l.mu.Unlock()
	l.open = samantha.Newest(append(l.open, link{sha256.Sum256([]byte(token)), person, l.clock.Now().Add(linkTime)}), maxLinks)
	return token
}

// use is whom the token's link lets in; it lets nobody in again. It takes the
// same time for every token that is none.
func (l *links) use(token string) (person string, ok bool) {
	sum := sha256.Sum256([]byte(token))
	l.mu.Lock()
	defer l.mu.Unlock()
	found := -1
	for i := range l.open {
		if subtle.ConstantTimeCompare(l.open[i].sum[:], sum[:]) == 1 {
			found = i
		}
	}
	if found < 0 {
		return "", false
	}
	used := l.open[found]
	l.open = append(l.open[:found], l.open[found+1:]...)
	return used.person, l.clock.Now().Before(used.until)
}

// Link is an address that lets one browser in for a person, once, within
// minutes.
func (s *Server) Link(person string) string {
	return "http://" + s.Address() + "/open?once=" + s.links.give(person)
}

// invitation is what is asked of /link, and told.
type invitation struct {
	As   string `json:"as,omitempty"`
	Link string `json:"link,omitempty"`
}

// link gives a new link to a process that knows the token.
func (s *Server) link(w http.ResponseWriter, r *http.Request, _ visitor) {
	var i invitation
	if err := json.NewDecoder(http.MaxBytesReader(w, r.Body, maxCall)).Decode(&i); err != nil {
		http.Error(w, "the call is no JSON: "+err.Error(), http.StatusBadRequest)
		return
	}
	person, err := s.her.Person(i.As)
	if err != nil {
		refuse(w, err)
		return
	}
	w.Header().Set("Content-Type", "application/json")
	_ = json.NewEncoder(w).Encode(invitation{As: person, Link: s.Link(person)}) // who asked may be gone
}

// open lets a browser in. The answer is a page that leads on rather than a
// redirection: a cookie that is SameSite=Strict is not sent along a chain that
// began elsewhere, and is from a page of her own.
func (s *Server) open(w http.ResponseWriter, r *http.Request, _ visitor) {
	if r.Method != http.MethodGet || ahead(r) {
		http.Error(w, "the link opens when a person follows it", http.StatusForbidden)
		return
	}
	person, ok := s.links.use(r.URL.Query().Get("once"))
	if !ok {
		letter(w, http.StatusGone, "This link is used up",
			"On the computer she lives on, type samantha again: it opens a new one.",
			"A link like this opens once, within a few minutes, and this one has been used or has grown old. If this browser was let in before, its page is still there.")
		return
	}
	token, err := s.letIn(r, person)
	if err != nil {
		letter(w, http.StatusInternalServerError, "She can't let you in yet",
			"The house could not note this browser: "+err.Error()+".", "When that is put right, type samantha again: it opens a new link.")
		return
	}
	s.giveCookie(w, token)
	note{Title: "samantha", To: "/"}.send(w, http.StatusOK)
}

// letIn is the token of a device: the one it shows, if that is the person's
// already, or a new one.
func (s *Server) letIn(r *http.Request, person string) (token string, err error) {
	if v, ok := s.visitor(r); ok && v.person == person {
		return v.token, nil
	}
	return s.devices.Add(person, labelOf(r.UserAgent()), s.clock.Now())
}

// ahead: the browser fetches before anybody asked for it.
func ahead(r *http.Request) bool {
	for _, name := range []string{"Sec-Purpose", "Purpose", "X-Moz"} {
		if v := r.Header.Get(name); strings.Contains(v, "prefetch") || strings.Contains(v, "prerender") {
			return true
		}
	}
	return false
}
