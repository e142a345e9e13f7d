package serve

import (
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"slices"

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
	s.tellModels(w, r, v, "", "catalog")
}

// foundModels is what she has and what is on this machine.
func (s *Server) foundModels(w http.ResponseWriter, r *http.Request, v visitor) {
	s.tellModels(w, r, v, "", "list")
}

// WantedBudget is what a page wants models elsewhere to take in a day at most: so many
// tokens, any number if it is "", and what a million of them cost, read and written, if that
// is to be seen in money.
type WantedBudget struct {
	Tokens string `json:"tokens"`
	In     string `json:"in"`
	Out    string `json:"out"`
}

// budget is what models elsewhere may take in a day, and took.
func (s *Server) budget(w http.ResponseWriter, r *http.Request, v visitor) {
	s.tellModels(w, r, v, "", "budget")
}

// setBudget sets it.
func (s *Server) setBudget(w http.ResponseWriter, r *http.Request, v visitor) {
	var want WantedBudget
	if err := json.NewDecoder(http.MaxBytesReader(w, r.Body, maxCall)).Decode(&want); err != nil {
		refuse(w, fmt.Errorf("the wish is no JSON: %w: %w", err, samantha.ErrInvalid))
		return
	}
	price := ""
	if want.In+want.Out != "" && want.Tokens != "" {
		price = "--price=" + cmp.Or(want.In, "0") + "/" + cmp.Or(want.Out, "0")
	}
	s.tellModels(w, r, v, price, "budget", cmp.Or(want.Tokens, "no"))
}

// tellModels tells what `model` does, of a flag if there is one.
func (s *Server) tellModels(w http.ResponseWriter, r *http.Request, v visitor, flag string, what ...string) {
	args := []string{"model", "--json", "--as=" + v.person}
	if flag != "" {
		args = append(args, flag)
	}
	var out, errs bytes.Buffer
	if code := s.her.Verb(r.Context(), Call{Args: slices.Concat(args, []string{"--"}, what)}, &out, &errs); code != 0 {
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
