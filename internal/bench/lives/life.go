// Package lives reads what recall is measured on: long conversations with
// questions about them and the turns that answer each, in the format of LoCoMo
// (Maharana et al. 2024), and the project's own lives, which add to it what two
// people writing to each other never need: corrections, forgetting, promises,
// things never said. Every addition is a further key, so that any reader of
// LoCoMo reads a life, and this one reads both.
package lives

import (
	"encoding/json"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"
)

// Life is one conversation over many encounters, in the order of time.
type Life struct {
	ID        string
	Language  string // "en"; "" in LoCoMo
	Zone      string // IANA name; "" in LoCoMo
	Speakers  [2]string
	Turns     []Turn
	Questions []Question
	Dropped   int // evidence ids that name no turn

	Facts   []Fact   // what a perfect memory holds at the end
	Threads []Thread //
	People  []Person //
	Acts    []Act    // what the person asks of the memory itself

	// Proposals are facts that a language model drew from the turns, by the
	// turn each cites (LoCoMo's "observation").
	Proposals map[int][]string
}

// Turn is one utterance: what is ranked.
type Turn struct {
	ID        string // "D3:7": session 3, utterance 7
	Session   int
	Date      string    // of the session, as text
	At        time.Time // zero if the file does not say
	Speaker   string
	Text      string
	Caption   string // of a picture that was shared
	Origin    string // "" for the speaker's own words
	Mode      string // "voice" or "text"
	OffRecord bool
}

// Words are what is indexed for a turn.
func (t Turn) Words() string {
	if t.Caption == "" {
		return t.Text
	}
	return t.Text + " [shares " + t.Caption + "]"
}

// Question asks for something in one life.
type Question struct {
	Text      string
	Answer    string
	Accept    []string // short answers that count too
	Category  int      // LoCoMo's: 1 multi-hop, 2 temporal, 3 open-domain, 4 single-hop, 5 adversarial
	Kind      string   // the finer kind of the project's own lives
	Owner     string   // whose fact is asked
	Whose     string   // if withheld: whose it was instead
	AskedAt   time.Time
	Evidence  []int // indexes of turns
	Stale     []int // true once: must rank below the evidence
	Forbidden []int // must not come back at all
	Abstain   bool  // the right answer is that she does not remember
}

// Fact is one fact of a life.
type Fact struct {
	ID         string   `json:"id"`
	Owner      string   `json:"owner"`
	Slot       string   `json:"slot"`
	Value      string   `json:"value"`
	From       string   `json:"from"`  // the turn since when it holds
	Until      *string  `json:"until"` // the turn that ended it
	Sources    []string `json:"sources"`
	Perishable bool     `json:"perishable"`
}

// Thread is something left open in a life.
type Thread struct {
	ID     string `json:"id"`
	What   string `json:"what"`
	Whose  string `json:"whose"`
	Opened string `json:"opened"`
	Due    string `json:"due"`
	Closed string `json:"closed"`
}

// Person is somebody in a life.
type Person struct {
	Name     string   `json:"name"`
	Aliases  []string `json:"aliases"`
	Relation string   `json:"relation"`
}

// Act is what a turn asks of the memory itself: "correct", "forget", "rehome",
// "never-mention".
type Act struct {
	At      string   `json:"at"`
	Act     string   `json:"act"`
	Target  string   `json:"target"`  // a fact
	Targets []string `json:"targets"` // turns
}

// rawLife is a life as it stands in a file.
type rawLife struct {
	SampleID     string                     `json:"sample_id"`
	Language     string                     `json:"language"`
	Zone         string                     `json:"timezone"`
	Conversation map[string]json.RawMessage `json:"conversation"`
	QA           []rawQuestion              `json:"qa"`
	Facts        []Fact                     `json:"facts"`
	Threads      []Thread                   `json:"threads"`
	People       []Person                   `json:"people"`
	Acts         []Act                      `json:"acts"`
	Observation  map[string]json.RawMessage `json:"observation"`
}

type rawQuestion struct {
	Question  string    `json:"question"`
	Answer    any       `json:"answer"` // text or number
	Accept    []string  `json:"accept"`
	Category  int       `json:"category"`
	Kind      string    `json:"kind"`
	Owner     string    `json:"owner"`
	Whose     string    `json:"whose"`
	AskedAt   time.Time `json:"asked_at"`
	Evidence  []string  `json:"evidence"`
	Stale     []string  `json:"stale"`
	Forbidden []string  `json:"forbidden"`
	Abstain   bool      `json:"abstain"`
}

type rawTurn struct {
	Speaker   string    `json:"speaker"`
	ID        string    `json:"dia_id"`
	Text      string    `json:"text"`
	Caption   string    `json:"blip_caption"`
	At        time.Time `json:"at"`
	Origin    string    `json:"origin"`
	Mode      string    `json:"mode"`
	OffRecord bool      `json:"off_record"`
}

// Read reads a file of lives.
func Read(data []byte) ([]Life, error) {
	var raw []rawLife
	if err := json.Unmarshal(data, &raw); err != nil {
		return nil, fmt.Errorf("no list of conversations: %w", err)
	}
	var out []Life
	for _, r := range raw {
		l, err := r.life()
		if err != nil {
			return nil, fmt.Errorf("%s: %w", r.SampleID, err)
		}
		out = append(out, l)
	}
	return out, nil
}

func (r rawLife) life() (Life, error) {
	l := Life{
		ID: r.SampleID, Language: r.Language, Zone: r.Zone,
		Facts: r.Facts, Threads: r.Threads, People: r.People, Acts: r.Acts,
	}
	if err := l.readTurns(r.Conversation); err != nil {
		return l, err
	}
	for _, q := range r.QA {
		l.Questions = append(l.Questions, l.question(q))
	}
	return l, l.readProposals(r.Observation)
}

func (l *Life) question(q rawQuestion) Question {
	return Question{
		Text: q.Question, Answer: text(q.Answer), Accept: q.Accept, Category: q.Category, Kind: q.Kind,
		Owner: q.Owner, Whose: q.Whose, AskedAt: q.AskedAt, Abstain: q.Abstain,
		Evidence: l.places(q.Evidence), Stale: l.places(q.Stale), Forbidden: l.places(q.Forbidden),
	}
}

func text(answer any) string {
	if answer == nil {
		return ""
	}
	return fmt.Sprint(answer)
}

// Place is the index of a turn by id.
func (l *Life) Place(id string) (int, bool) {
	i := slices.IndexFunc(l.Turns, func(t Turn) bool { return t.ID == id })
	return i, i >= 0
}

// places are the turns that a list of ids names, each once; those it misses are
// counted.
func (l *Life) places(ids []string) []int {
	var out []int
	for _, id := range turnIDs(ids) {
		i, ok := l.Place(id)
		if !ok {
			l.Dropped++
		} else if !slices.Contains(out, i) {
			out = append(out, i)
		}
	}
	return out
}

// turnIDs repairs the malformed ids of LoCoMo's key: several in one string
// ("D8:6; D9:17"), a stray colon ("D:11:26"), leading zeros ("D30:05").
func turnIDs(list []string) []string {
	turnID := regexp.MustCompile(`D:?(\d+):(\d+)`)
	var out []string
	for _, s := range list {
		for _, m := range turnID.FindAllStringSubmatch(s, -1) {
			session, _ := strconv.Atoi(m[1])
			turn, _ := strconv.Atoi(m[2])
			out = append(out, fmt.Sprintf("D%d:%d", session, turn))
		}
	}
	return out
}

// A turn without a time of its own comes so long after the one before.
const betweenTurns = 20 * time.Second

// readTurns collects session_1, session_2, ... A date without a session is
// passed over.
func (l *Life) readTurns(conversation map[string]json.RawMessage) error {
	get := func(key string, v any) error {
		if err := json.Unmarshal(conversation[key], v); err != nil {
			return fmt.Errorf("%s: %w", key, err)
		}
		return nil
	}
	for i, key := range []string{"speaker_a", "speaker_b"} {
		if err := get(key, &l.Speakers[i]); err != nil {
			return err
		}
	}
	var sessions []int
	for key := range conversation {
		if n, err := strconv.Atoi(strings.TrimPrefix(key, "session_")); err == nil {
			sessions = append(sessions, n)
		}
	}
	slices.Sort(sessions)
	for _, n := range sessions {
		key := "session_" + strconv.Itoa(n)
		var date string
		var turns []rawTurn
		if err := get(key+"_date_time", &date); err != nil {
			return err
		}
		if err := get(key, &turns); err != nil {
			return err
		}
		at, err := l.sessionTime(conversation[key+"_at"], date)
		if err != nil {
			return fmt.Errorf("%s_at: %w", key, err)
		}
		for _, t := range turns {
			if !t.At.IsZero() {
				at = t.At
			}
			l.Turns = append(l.Turns, Turn{
				ID: t.ID, Session: n, Date: date, At: at, Speaker: t.Speaker, Text: t.Text, Caption: t.Caption,
				Origin: t.Origin, Mode: t.Mode, OffRecord: t.OffRecord,
			})
			at = at.Add(betweenTurns)
		}
	}
	return nil
}

// sessionTime is when a session began: exactly if the file says so, else
// LoCoMo's local time read as UTC.
func (l *Life) sessionTime(exact json.RawMessage, date string) (time.Time, error) {
	if exact != nil {
		var at time.Time
		return at, json.Unmarshal(exact, &at)
	}
	at, err := time.Parse("3:04 pm on 2 January, 2006", date)
	if err != nil {
		return time.Time{}, err
	}
	return at, nil
}

// readProposals reads LoCoMo's observations: session, speaker, list of a fact
// and the id or ids of the turns it was drawn from.
func (l *Life) readProposals(observation map[string]json.RawMessage) error {
	l.Proposals = map[int][]string{}
	for key, raw := range observation {
		var bySpeaker map[string][][2]json.RawMessage
		if err := json.Unmarshal(raw, &bySpeaker); err != nil {
			return fmt.Errorf("%s: %w", key, err)
		}
		for _, list := range bySpeaker {
			for _, pair := range list {
				var fact string
				if err := json.Unmarshal(pair[0], &fact); err != nil {
					return fmt.Errorf("%s: %w", key, err)
				}
				for _, id := range turnIDs([]string{string(pair[1])}) {
					if i, ok := l.Place(id); ok {
						l.Proposals[i] = append(l.Proposals[i], fact)
					}
				}
			}
		}
	}
	for _, facts := range l.Proposals {
		slices.Sort(facts) // maps come in any order
	}
	return nil
}
