package serve

import (
	"crypto/subtle"
	"net/http"
	"slices"
)

// right is what a route asks for.
type right int

const (
	nobody right = iota // none: who comes is let in, or proved to, by the route itself
	device              // a device's cookie
	owner               // the token of run.json
)

// visitor is whoever comes with a right.
type visitor struct {
	person string // whose device it is; "" with the token
	token  string // the device's
}

// route is one thing that can be asked for.
type route struct {
	pattern string // of http.ServeMux
	right   right
	answer  func(w http.ResponseWriter, r *http.Request, v visitor)
}

func (s *Server) routes() []route {
	return []route{
		{"GET /awake", nobody, s.awake},
		{"GET /open", nobody, s.open},
		{"POST /verb", owner, s.verb},
		{"GET /watch", owner, s.watch},
		{"POST /link", owner, s.link},
		{"GET /wire", device, s.wire},
		{"POST /shelf", device, s.shelve},
		{"GET /models", device, s.catalog},
		{"GET /models/found", device, s.foundModels},
		{"POST /models/use", device, s.useModel},
		{"POST /models/get", device, s.beginDownload},
		{"GET /models/events", device, s.watchWork(&s.downloads.works)},
		{"POST /models/stop", device, s.stopWork(&s.downloads.works)},
		{"POST /models/test", device, s.exam},
		{"GET /models/test/events", device, s.watchWork(&s.exams.works)},
		{"POST /models/test/stop", device, s.stopWork(&s.exams.works)},
		{"GET /models/budget", device, s.budget},
		{"POST /models/budget", device, s.setBudget},
		{"GET /voice/{said}/{n}", device, s.clause},
		{"GET /voice/sound/{name}", device, s.sound},
		{"GET /voice/try", device, s.try},
		{"GET /voice/read", device, s.read},
		{"/", device, func(w http.ResponseWriter, _ *http.Request, _ visitor) {
			http.Error(w, "there is no such thing here", http.StatusNotFound)
		}},
	}
}

// handler answers the routes, each behind the guard.
func (s *Server) handler(routes []route) http.Handler {
	mux := http.NewServeMux()
	for _, rt := range routes {
		mux.HandleFunc(rt.pattern, func(w http.ResponseWriter, r *http.Request) { s.admit(w, r, rt) })
	}
	names := s.names()
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		cautious(w.Header())
		switch {
		case !slices.Contains(names, r.Host):
			http.Error(w, "not my address", http.StatusMisdirectedRequest)
		case !fromHere(r):
			refuseOthers(w, r)
		default:
			s.calls.Add(1)
			defer s.calls.Done()
			mux.ServeHTTP(w, r)
		}
	})
}

// cautious tells browsers what they must never do with an answer.
func cautious(h http.Header) {
	h.Set("Content-Security-Policy", "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "+
		"media-src 'self' blob:; connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'")
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("Cross-Origin-Opener-Policy", "same-origin")
	h.Set("Cross-Origin-Resource-Policy", "same-origin")
	h.Set("Permissions-Policy", "camera=(), geolocation=(), microphone=(self)")
	h.Set("Referrer-Policy", "no-referrer")
	h.Set("Cache-Control", "no-store")
}

// fromHere: no page but her own had the browser ask. A browser names the page in
// Origin, and its kinship in Sec-Fetch-Site, where another port of this machine
// counts as same-site and is none of hers; other programs name neither.
func fromHere(r *http.Request) bool {
	if site := r.Header.Get("Sec-Fetch-Site"); site != "" && site != "same-origin" && site != "none" {
		return false
	}
	origins := r.Header.Values("Origin")
	if len(origins) == 0 {
		return r.Header.Get("Upgrade") == "" // a browser names its page when it opens a wire
	}
	return len(origins) == 1 && origins[0] == "http://"+r.Host
}

// admit lets whoever has the route's right pass.
func (s *Server) admit(w http.ResponseWriter, r *http.Request, rt route) {
	v, ok := visitor{}, true
	switch rt.right {
	case device:
		v, ok = s.visitor(r)
	case owner:
		ok = s.isOwner(r)
	}
	if !ok {
		refuseEntry(w, r)
		return
	}
	if rt.right != nobody {
		welcome(r.Context())
	}
	rt.answer(w, r, v)
}

// isOwner: it knows the token in run.json.
func (s *Server) isOwner(r *http.Request) bool {
	given := []byte(r.Header.Get("Authorization"))
	return subtle.ConstantTimeCompare(given, []byte("Bearer "+s.token)) == 1
}
