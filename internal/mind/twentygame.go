package mind

import (
	"strings"

	"samantha"
	"samantha/internal/mind/twenty"
)

// Game is where a game of twenty questions stands after a moment: what she did in it, the
// key of her question or the thing she named, and what she has learned.
type Game struct {
	Sort    string `json:"sort"`
	Key     string `json:"key,omitempty"`
	Thing   string `json:"thing,omitempty"`
	Learned string `json:"learned,omitempty"`
}

// gameReach is how many moments a game waits for, where they said something else.
const gameReach = 2

// game is the one they are in, and whether its move was her last.
func (s *situation) game() (g Game, last, ok bool) {
	if s.opens() {
		return Game{}, false, false
	}
	for i := range min(gameReach, len(s.state.Talk)) {
		if x := s.state.Talk[len(s.state.Talk)-1-i]; x.Game != nil {
			return *x.Game, i == 0, true
		}
	}
	return Game{}, false, false
}

// bareMostGame is how many words are an answer of the game whatever else they may be.
const bareMostGame = 4

// guessing is her next move in the game; nil if they are in none, or leave it.
func (s *situation) guessing() []samantha.Move {
	g, last, ok := s.game()
	if !ok || s.care.Level > 0 || s.heard.Has("goodbye") || s.heavyAct() || s.heard.Has("errand") {
		return nil
	}
	answer, room := s.rooms.twenty.Answer(s.text), s.rooms.twenty
	says := answer != twenty.Unheard || g.Sort == "offer" && room.Says("ready", s.text)
	bare := says && len(strings.Fields(s.text)) <= bareMostGame
	if !last && !bare || !bare && s.leavesGame() {
		return nil
	}
	switch g.Sort {
	case "offer":
		return s.startsGame()
	case "stuck":
		if thing := room.Named(s.text); thing != "" && last {
			return s.inGame("told", thing)
		}
	case "won", "told", "stop":
		if last && room.Says("again", s.text) {
			return s.inGame("offer", "")
		}
	default:
		return s.goesOnGuessing(g, answer)
	}
	return nil
}

// leavesGame: they ask or want something that is no part of the game.
func (s *situation) leavesGame() bool {
	return s.heard.Has("ask") || s.heard.Has("request") && !s.heard.Has("request.more") && !s.heard.Has("request.goon") && !s.heard.Has("request.play")
}

// startsGame takes their yes to the offer, and asks the first question.
func (s *situation) startsGame() []samantha.Move {
	room := s.rooms.twenty
	if room.Says("no", s.text) || room.Says("stop", s.text) {
		return s.inGame("stop", "")
	}
	hints := room.Hints(s.text)
	if !room.Says("ready", s.text) && hints == "" && !s.rooms.ear.Holds("has one in mind", s.text) {
		return nil
	}
	return []samantha.Move{s.asksNext("first", hints)}
}

// goesOnGuessing takes an answer to her question, or to a thing that she named.
func (s *situation) goesOnGuessing(g Game, answer string) []samantha.Move {
	room := s.rooms.twenty
	if thing := room.Revealed(s.text); thing != "" && (g.Sort != "guess" || thing != g.Thing) {
		return s.inGame("told", thing)
	}
	hints := room.Hints(s.text)
	switch {
	case g.Sort == "guess" && (answer == twenty.Yes || room.Revealed(s.text) == g.Thing):
		return s.inGame("won", g.Thing)
	case room.Says("stop", s.text):
		return s.inGame("stop", "")
	case answer == twenty.Unheard && hints == "":
		if g.Sort == "back" {
			return nil
		}
		return []samantha.Move{s.asksAgain(g)}
	}
	learned := g.Learned
	switch {
	case g.Sort == "guess":
		learned += " " + strings.ReplaceAll(g.Thing, " ", "_") + "!"
	case answer != twenty.Unheard:
		learned += " " + g.Key + answer
	}
	return []samantha.Move{s.asksNext("ask", strings.TrimSpace(learned+" "+hints))}
}

// asksNext is her next question, the thing she names, or that she gives up.
func (s *situation) asksNext(sort, learned string) samantha.Move {
	step := s.rooms.twenty.Next(learned)
	switch {
	case step.Thing != "":
		sort = "guess"
	case step.Question == "":
		sort = "stuck"
	}
	return samantha.Move{Act: samantha.DoTwenty, Slots: slots("sort", sort, "key", step.Key, "question", step.Question, "found", step.Thing, "learned", learned)}
}

// asksAgain puts her question once more.
func (s *situation) asksAgain(g Game) samantha.Move {
	return s.asksNext("back", g.Learned)
}

// inGame is a move of the game with no question in it.
func (s *situation) inGame(sort, thing string) []samantha.Move {
	return []samantha.Move{{Act: samantha.DoTwenty, Slots: slots("sort", sort, "found", thing)}}
}
