package mind

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"samantha"
)

// Models are what the language models that were examined may do, what one that is
// elsewhere took today, and what she has to say of it.
type Models struct {
	Exams []Exam `json:"exams,omitempty"` // the newest of each, oldest first
	Spent Spent  `json:"spent,omitzero"`
	News  []News `json:"news,omitempty"` // what she has not said yet, oldest first
}

// Exam is the last examination of a model.
type Exam struct {
	samantha.ExaminedNumbers
	ID   samantha.ID `json:"id"`
	At   time.Time   `json:"at"`
	Note string      `json:"note,omitempty"` // hers
}

// mostExams is of how many models she knows how they did.
const mostExams = 16

// News is something she says once of the model she has.
type News struct {
	How    string    `json:"how"` // "sounds", "barred" or "spent"
	Model  string    `json:"model"`
	Sounds string    `json:"sounds,omitempty"`
	Why    string    `json:"why,omitempty"` // it is barred, if by its answers: one of the Fault constants
	At     time.Time `json:"at"`
}

// Spent is what models elsewhere took on one day of the person's.
type Spent struct {
	Day string `json:"day,omitempty"` // as time.DateOnly has it
	In  int    `json:"in,omitempty"`  // tokens read
	Out int    `json:"out,omitempty"` // and written
}

// Budget is what models elsewhere may take in a day.
type Budget struct {
	Tokens int     `json:"tokens"`        // read and written, together
	In     float64 `json:"in,omitempty"`  // price of a million that are read; 0 is not known
	Out    float64 `json:"out,omitempty"` // and of a million that are written
}

// May reports whether the language model she has may do a duty, by its last examination.
// One that was never examined may: what it says is checked in any case.
func (s *State) May(duty samantha.Duty) bool {
	x, ok := s.exam(s.Lent.Model)
	return !ok || !slices.Contains(x.Barred, duty)
}

// Withheld is why the model she has is not given a duty at a time, or "".
func (s *State) Withheld(duty samantha.Duty, at time.Time) string {
	switch {
	case s.Lent.Model == "":
		return ""
	case !s.May(duty):
		return samantha.WithheldBarred
	case s.Lent.Remote && s.overspent(at):
		return samantha.WithheldSpent
	}
	return ""
}

// exam is the last examination of a model.
func (s *State) exam(name string) (Exam, bool) {
	for _, x := range s.Models.Exams {
		if x.Model == name {
			return x, true
		}
	}
	return Exam{}, false
}

// examined folds an examination.
func (s *State) examined(e samantha.Event, b *samantha.Examined) {
	m := &s.Models
	m.Exams = slices.DeleteFunc(m.Exams, func(x Exam) bool { return x.Model == b.Numbers.Model })
	m.Exams = samantha.Newest(append(m.Exams, Exam{b.Numbers, e.ID, e.At, b.Words.Note}), mostExams)
	m.News = slices.DeleteFunc(m.News, func(n News) bool { return n.Model == b.Numbers.Model && n.How != "spent" })
	switch {
	case slices.Contains(b.Numbers.Barred, samantha.DutySpeak):
		n := News{How: "barred", Model: b.Numbers.Model, At: e.At}
		if len(b.Numbers.Faults) > 0 {
			n.Why = b.Numbers.Faults[0]
		}
		m.News = append(m.News, n)
	case b.Numbers.Sounds != "":
		m.News = append(m.News, News{How: "sounds", Model: b.Numbers.Model, Sounds: b.Numbers.Sounds, At: e.At})
	}
}

// spent folds what left for a model, and notices when a day's budget is used up.
func (s *State) spent(at time.Time, n samantha.LeftNumbers) {
	if n.In+n.Out == 0 {
		return
	}
	was := s.overspent(at)
	m := &s.Models
	if day := s.dayOf(at); m.Spent.Day != day {
		m.Spent = Spent{Day: day}
	}
	m.Spent.In, m.Spent.Out = m.Spent.In+n.In, m.Spent.Out+n.Out
	if !was && s.overspent(at) {
		m.News = append(m.News, News{How: "spent", Model: s.Lent.Model, At: at})
	}
}

// dayOf is the person's day that a time is in.
func (s *State) dayOf(at time.Time) string { return at.In(s.here()).Format(time.DateOnly) }

// today is what was taken on the day of a time.
func (s *State) today(at time.Time) Spent {
	if day := s.dayOf(at); s.Models.Spent.Day != day {
		return Spent{Day: day}
	}
	return s.Models.Spent
}

// overspent: there is a budget, and it is used up on the day of a time.
func (s *State) overspent(at time.Time) bool {
	b, _ := parseBudget(s.choice(samantha.ChoiceBudget))
	today := s.today(at)
	return b.Tokens > 0 && today.In+today.Out >= b.Tokens
}

// news is what of the model is still so and not yet said, and its place among the news.
func (s *State) news(at time.Time) (int, bool) {
	i := slices.IndexFunc(s.Models.News, func(n News) bool {
		if n.How == "spent" {
			return s.overspent(at) && s.Lent.Model != ""
		}
		return n.Model == s.Lent.Model
	})
	return i, i >= 0
}

// toldOfModel folds that she said it.
func (s *State) toldOfModel(at time.Time) {
	if i, ok := s.news(at); ok {
		s.Models.News = slices.Delete(s.Models.News, i, i+1)
	}
}

// mostTokens is the largest budget; more is no bound.
const mostTokens = 1_000_000_000

// parseBudget reads a choice of a budget; false: it is none.
func parseBudget(value string) (b Budget, ok bool) {
	parts := strings.Fields(value)
	if value == samantha.ChoiceNo {
		return b, true
	}
	if len(parts) != 1 && len(parts) != 3 {
		return b, false
	}
	var err error
	if b.Tokens, err = strconv.Atoi(parts[0]); err != nil || b.Tokens <= 0 || b.Tokens > mostTokens {
		return Budget{}, false
	}
	for i, price := range []*float64{&b.In, &b.Out} {
		if len(parts) == 1 {
			break
		}
		if *price, err = strconv.ParseFloat(parts[1+i], 64); err != nil || !(*price >= 0 && *price < mostTokens) {
			return Budget{}, false
		}
	}
	return b, true
}

// ofModel has her say what is otherwise with the model she has, once.
func (s *situation) ofModel(moves []samantha.Move) ([]samantha.Move, bool) {
	i, ok := s.state.news(s.now)
	if !ok || !s.roomFor(moves) || s.opens() && s.tells() || s.state.Asked != "" || s.cameBackNow() {
		return nil, false
	}
	return append(s.bare(moves), ofModel(s.state.Models.News[i])), true
}

func ofModel(n News) samantha.Move {
	return samantha.Move{Act: samantha.DoOwnModel, Slots: slots("how", n.How, "sounds", n.Sounds, "model", n.Model, "why", n.Why)}
}

// Examined keeps what an examination showed, with a note of hers where she sounds otherwise
// with that model or does not speak with it.
func (m *Mind) Examined(ctx context.Context, n samantha.ExaminedNumbers) (Exam, error) {
	if n.Model == "" {
		return Exam{}, fmt.Errorf("an examination of no model: %w", samantha.ErrInvalid)
	}
	if err := m.take(ctx); err != nil {
		return Exam{}, err
	}
	defer m.give()
	body := &samantha.Examined{Numbers: n}
	after := State{}
	after.examined(samantha.Event{At: m.clock.Now()}, body)
	if len(after.Models.News) > 0 {
		in := samantha.Intent{Moves: []samantha.Move{ofModel(after.Models.News[0])}, Tone: samantha.TonePlain, Limits: samantha.Limits{NoQuestion: true}}
		seq := m.state.Seq + 1
		said, _, err := m.speak(ctx, utterance{seq: seq, id: samantha.NewID(seq), at: m.clock.Now(), intent: in})
		if err != nil {
			return Exam{}, fmt.Errorf("word a note: %w", err)
		}
		body.Words.Note = said.Text()
	}
	e, err := m.append(ctx, samantha.Draft{At: m.clock.Now(), Origin: samantha.OriginHouse, Body: body})
	if err != nil {
		return Exam{}, fmt.Errorf("keep the examination: %w", err)
	}
	return Exam{n, e.ID, e.At, body.Words.Note}, nil
}

// ModelsNow is what of the models holds now.
type ModelsNow struct {
	Exams  []Exam `json:"exams"`
	Budget Budget `json:"budget"` // 0 tokens: none
	Today  Spent  `json:"today"`
	Over   bool   `json:"over,omitempty"` // the budget is used up
}

// Cost is what so much costs by the prices of a budget, in their currency.
func (b Budget) Cost(s Spent) float64 {
	const million = 1e6
	return (float64(float64(s.In)*b.In) + float64(float64(s.Out)*b.Out)) / million
}

// Models tells it.
func (m *Mind) Models(ctx context.Context) (ModelsNow, error) {
	if err := m.take(ctx); err != nil {
		return ModelsNow{}, err
	}
	defer m.give()
	s, now := m.state, m.clock.Now()
	b, _ := parseBudget(s.choice(samantha.ChoiceBudget))
	return ModelsNow{Exams: slices.Clone(s.Models.Exams), Budget: b, Today: s.today(now), Over: s.overspent(now)}, nil
}
