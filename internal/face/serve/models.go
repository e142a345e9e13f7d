package serve

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"net/http"

	"samantha"
)

// WantedModel is what a page wants of the language model: one of those found on this
// machine, by Model alone; whichever is found, if nothing is said; one at an address; or
// none. See docs/decisions/0026-a-page-may-choose-a-model.md.
type WantedModel struct {
	Off     bool   `json:"off"`
	Model   string `json:"model"`
	URL     string `json:"url"`
	Dialect string `json:"dialect"` // "": guessed from the address
	// Key: it gets the key that is in the one variable of the environment made for it. A
	// page names no variable.
	Key bool `json:"key"`
	// Yes is the host that the person was shown and said yes to: words may go to that one
	// and no other. Without it a model elsewhere is not asked; the answer is what would leave.
	Yes string `json:"yes"`
}

// Use makes a person's choice of a model hold, if it answers, and tells what she has now;
// or, of a model elsewhere without a yes, what would leave. The answer is one JSON document.
type Use func(ctx context.Context, person string, w WantedModel) ([]byte, error)

// catalog is what can be fetched, as `model catalog --json` tells it.
func (s *Server) catalog(w http.ResponseWriter, r *http.Request, v visitor) {
	s.tellModels(w, r, v, "catalog")
}

// foundModels is what she has and what is on this machine.
func (s *Server) foundModels(w http.ResponseWriter, r *http.Request, v visitor) {
	s.tellModels(w, r, v, "list")
}

func (s *Server) tellModels(w http.ResponseWriter, r *http.Request, v visitor, what string) {
	var out, errs bytes.Buffer
	if s.her.Verb(r.Context(), Call{Args: []string{"model", "--json", "--as=" + v.person, "--", what}}, &out, &errs) != 0 {
		http.Error(w, oneLine(errs.String()), http.StatusInternalServerError)
		return
	}
	tellJSON(w, out.Bytes())
}

// useModel makes a choice of a page's hold.
func (s *Server) useModel(w http.ResponseWriter, r *http.Request, v visitor) {
	var want WantedModel
	err := json.NewDecoder(http.MaxBytesReader(w, r.Body, maxCall)).Decode(&want)
	switch {
	case s.use == nil:
		err = fmt.Errorf("no model can be chosen from here: %w", samantha.ErrNotFound)
	case err != nil:
		err = fmt.Errorf("the wish is no JSON: %w: %w", err, samantha.ErrInvalid)
	}
	var told []byte
	if err == nil {
		told, err = s.use(r.Context(), v.person, want)
	}
	if err != nil {
		refuse(w, err)
		return
	}
	tellJSON(w, told)
}

func tellJSON(w http.ResponseWriter, doc []byte) {
	w.Header().Set("Content-Type", "application/json")
	_, _ = w.Write(doc) // who asked may be gone
}
