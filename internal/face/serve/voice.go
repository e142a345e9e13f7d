package serve

import (
	"context"
	"errors"
	"net/http"
	"strconv"

	"samantha"
	"samantha/internal/senses"
)

// clause is one clause of an answer as sound.
func (s *Server) clause(w http.ResponseWriter, r *http.Request, v visitor) {
	n, err := strconv.Atoi(r.PathValue("n"))
	if err != nil {
		http.Error(w, "clauses are counted from 1", http.StatusNotFound)
		return
	}
	s.sendSound(w, r, v, func(ctx context.Context, her *senses.Session) ([]byte, error) {
		return her.Speak(ctx, samantha.ID(r.PathValue("said")), n)
	})
}

// sound is one of her sounds without words.
func (s *Server) sound(w http.ResponseWriter, r *http.Request, v visitor) {
	s.sendSound(w, r, v, func(ctx context.Context, her *senses.Session) ([]byte, error) {
		return her.Sound(ctx, r.PathValue("name"))
	})
}

// try is a line to try voices with.
func (s *Server) try(w http.ResponseWriter, r *http.Request, v visitor) {
	s.sendSound(w, r, v, func(ctx context.Context, her *senses.Session) ([]byte, error) {
		return her.Try(ctx, r.URL.Query().Get("text"))
	})
}

// read is a line of a page, read aloud.
func (s *Server) read(w http.ResponseWriter, r *http.Request, v visitor) {
	s.sendSound(w, r, v, func(ctx context.Context, her *senses.Session) ([]byte, error) {
		return her.Read(ctx, r.URL.Query().Get("text"))
	})
}

// sendSound sends what a person's session makes. Nothing on the way keeps it:
// what is forgotten must not be heard again.
func (s *Server) sendSound(w http.ResponseWriter, r *http.Request, v visitor, make func(context.Context, *senses.Session) ([]byte, error)) {
	her, err := s.her.Session(r.Context(), v.person)
	if err != nil {
		refuse(w, err)
		return
	}
	wav, err := make(r.Context(), her)
	switch {
	case errors.Is(err, senses.ErrNoMouth):
		http.Error(w, err.Error(), http.StatusServiceUnavailable)
	case err != nil:
		refuse(w, err)
	default:
		w.Header().Set("Content-Type", "audio/wav")
		_, _ = w.Write(wav) // who asked may be gone
	}
}
