package bond

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"samantha"
)

// life is a room and one bond in it, lived day by day.
type life struct {
	room  *Room
	state State
	now   time.Time
	seq   uint64
	moves []samantha.BondMove
	last  samantha.ID
}

func newLife(t testing.TB) *life {
	t.Helper()
	room, err := New()
	if err != nil {
		t.Fatal(err)
	}
	return &life{room: room, now: time.Date(2026, 3, 1, 19, 0, 0, 0, time.UTC)}
}

// moment lets one thing be heard.
func (l *life) moment(in Happening) samantha.Bonding {
	l.seq++
	in.ID, in.At = samantha.NewID(l.seq), l.now
	b := l.room.Weigh(l.state, in)
	l.apply(in.ID, b)
	l.now = l.now.Add(time.Minute)
	return b
}

func (l *life) apply(id samantha.ID, b samantha.Bonding) {
	l.state.Apply(samantha.Event{ID: id, At: l.now, Body: &samantha.Heard{Numbers: samantha.HeardNumbers{Bond: &b}}})
	l.moves = append(l.moves, b.Moves...)
	l.last = id
}

func act(kind, text string, slots ...string) samantha.Act {
	a := samantha.Act{Kind: kind, Text: text, Slots: map[string]string{}}
	for i := 0; i+1 < len(slots); i += 2 {
		a.Slots[slots[i]] = slots[i+1]
	}
	return a
}

func heard(acts ...samantha.Act) samantha.Hearing { return samantha.Hearing{Acts: acts} }

func means(acts ...string) samantha.Intent {
	var in samantha.Intent
	for _, a := range acts {
		in.Moves = append(in.Moves, samantha.Move{Act: a})
	}
	return in
}

// What one day of a story is made of; a letter each.
func (l *life) live(letter rune) {
	switch letter {
	case 'd': // both tell something, and something hard
		l.moment(Happening{Hearing: heard(act("tell.event", "I went swimming")), Intent: means(samantha.DoTake)})
		l.moment(Happening{Hearing: heard(act("tell.feeling", "I'm so tired")), Intent: means(samantha.DoFelt)})
		l.moment(Happening{Hearing: heard(act("ask.feelings", "how do you feel?")), Intent: means(samantha.DoFeelings)})
		l.moment(Happening{Hearing: heard(act("laugh", "haha")), Intent: means(samantha.DoLaugh)})
	case 's': // small talk only
		l.moment(Happening{Hearing: heard(act("greet", "hi")), Intent: means(samantha.DoGreet)})
	case 't': // they tell, she doesn't
		l.moment(Happening{Hearing: heard(act("tell.feeling", "I'm so tired")), Intent: means(samantha.DoFelt)})
	case 'f': // she forgot something
		l.moment(Happening{Hearing: heard(act("hurt", "you forgot my birthday", "how", "forgot")), Intent: means(samantha.DoOwnUp)})
	case 'p': // she broke a promise
		l.moment(Happening{Hearing: heard(act("hurt", "you promised", "how", "promise")), Intent: means(samantha.DoOwnUp)})
	case 'm': // they say it is mended
		if open := l.room.Open(l.state, l.now); len(open) > 0 {
			l.moment(Happening{Hearing: heard(act("mend.yes", "we're good")), Done: samantha.Bonding{Ruptures: []samantha.Repair{{Rupture: open[0].ID, Step: samantha.RepairClosed}}}})
		}
	case 'o': // it is over
		l.moment(Happening{Hearing: heard(act("bond.cool", "this is over")), Intent: means(samantha.DoCooled), Done: samantha.Bonding{Cooled: samantha.CoolOver}})
	case 'w': // warmed again
		l.moment(Happening{Hearing: heard(act("bond.warm", "let's be friends again")), Intent: means(samantha.DoWarmed), Done: samantha.Bonding{Warmed: true}})
	case 'i':
		l.moment(Happening{Hearing: heard(act("insult", "you are useless")), Intent: means(samantha.DoInsult)})
	}
}

// days lives a story: each word a day, "-" a day without talk.
func (l *life) days(story string) {
	for _, day := range strings.Fields(story) {
		start := l.now
		for _, letter := range day {
			l.live(letter)
		}
		l.now = start.AddDate(0, 0, 1)
	}
}

func (l *life) stage() samantha.Stage { return l.room.At(l.state, l.now).Stage }

func days(n int, day string) string { return strings.Repeat(day+" ", n) }

func TestThirtyDayStories(t *testing.T) {
	for _, c := range []struct {
		name, story string
		want        samantha.Stage
	}{
		{"growth", days(30, "d"), samantha.StageClose},
		{"two days are not enough", days(2, "ddddd"), samantha.StageNew},
		{"three are", days(3, "d"), samantha.StageAcquainted},
		{"a week", days(8, "d"), samantha.StageFriends},
		{"small talk alone makes no friends", days(30, "s"), samantha.StageNew},
		{"one-sided telling neither", days(30, "t"), samantha.StageNew},
		{"every other day", days(15, "d -"), samantha.StageFriends},
		{"neglect", days(10, "d") + days(120, "-"), samantha.StageAcquainted},
		{"neglect makes nobody a stranger", days(10, "d") + days(900, "-"), samantha.StageAcquainted},
		{"a week away takes nothing", days(23, "d") + days(7, "-"), samantha.StageClose},
		{"betrayed by her own mistake", days(24, "d") + "dp " + days(5, "d"), samantha.StageFriends},
		{"betrayed twice", days(24, "d") + "dpp " + days(5, "d"), samantha.StageAcquainted},
		{"mended", days(24, "d") + "df dm " + days(4, "d"), samantha.StageClose},
		{"a promise broken and mended is not as if it had never been", days(24, "d") + "dp dm " + days(4, "d"), samantha.StageFriends},
		{"what is torn stops the climb", days(5, "d") + "df " + days(13, "d"), samantha.StageAcquainted},
		{"parked after a fortnight, it goes on", days(5, "d") + "df " + days(15, "d"), samantha.StageFriends},
		{"the person ends it", days(29, "d") + "o", samantha.StageNew},
		{"ended, it does not grow back by itself", days(10, "d") + "o " + days(19, "d"), samantha.StageNew},
		{"warmed again, it takes days", days(24, "d") + "o w d d", samantha.StageAcquainted},
		{"and then they are friends again", days(22, "d") + "o w " + days(6, "d"), samantha.StageFriends},
	} {
		t.Run(c.name, func(t *testing.T) {
			l := newLife(t)
			l.days(c.story)
			if got := l.stage(); got != c.want {
				t.Errorf("the story ends %s, want %s: %+v", got, c.want, l.room.At(l.state, l.now))
			}
		})
	}
}

// The moves of a life sum to its state: the ledger leaves nothing out.
func TestTheLedgerSumsUp(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		l := newLife(t)
		l.days(rapid.StringMatching(`([dstfpmiow]{1,3} |- ){1,40}`).Draw(r, "story"))
		var closeness, trust, tension float64
		for _, m := range l.moves {
			closeness, trust, tension = samantha.Round(closeness+m.Closeness), samantha.Round(trust+m.Trust), samantha.Round(tension+m.Tension)
		}
		if s := l.state; closeness != s.Closeness || trust != s.Trust || tension != s.Tension {
			r.Fatalf("moves sum to %v %v %v, the state is %v %v %v", closeness, trust, tension, s.Closeness, s.Trust, s.Tension)
		}
	})
}

// However much is said in a day, it moves the stage by one at most, but for the
// person's own wish for distance; and up only over days on which both told.
func TestStagesMoveByDays(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		l := newLife(t)
		for _, day := range strings.Fields(rapid.StringMatching(`([dstfpmi]{1,6} |- ){1,60}`).Draw(r, "story")) {
			before, wasDays := l.room.place(l.stage()), l.state.Days
			l.days(day)
			after := l.room.place(l.stage())
			if d := after - before; d > 1 || d < -1 {
				r.Fatalf("day %q moved the stage from %d to %d", day, before, after)
			}
			if l.state.Days > wasDays+1 {
				r.Fatalf("day %q counted %d times", day, l.state.Days-wasDays)
			}
			if rung := l.room.ladder[after]; after > before && l.state.Days < rung.days {
				r.Fatalf("%s after %d days", rung.stage, l.state.Days)
			}
		}
	})
}

// Nothing torn is undone by a word: after a break and its mending, trust is lower
// than it was before.
func TestNoInstantReset(t *testing.T) {
	l := newLife(t)
	l.days(days(12, "d"))
	before := l.room.At(l.state, l.now)
	l.days("pm")
	after := l.room.At(l.state, l.now)
	if after.Trust >= before.Trust-0.1 {
		t.Errorf("trust %v before, %v after a broken promise and its mending", before.Trust, after.Trust)
	}
}

// Absence is a function of time: looking in between changes nothing.
func TestAbsenceIsAFunctionOfTime(t *testing.T) {
	l := newLife(t)
	l.days(days(30, "d"))
	once := l.room.At(l.state, l.now.AddDate(0, 0, 200))
	for d := range 200 {
		l.room.At(l.state, l.now.AddDate(0, 0, d))
	}
	if again := l.room.At(l.state, l.now.AddDate(0, 0, 200)); again != once {
		t.Errorf("%+v, then %+v", once, again)
	}
	half := l.room.At(l.state, l.state.At.AddDate(0, 0, 7+35))
	floor := l.room.ladder[acquainted].closeness
	if want := samantha.Round(floor + (l.state.Closeness-floor)/2); half.Closeness != want {
		t.Errorf("after a half-life closeness is %v, want %v", half.Closeness, want)
	}
}

// The fold is the same for the same events, also by way of its bytes, and forgetting
// keeps the numbers and drops the words.
func TestForgettingKeepsNumbers(t *testing.T) {
	e := samantha.Event{ID: samantha.NewID(7), At: time.Date(2026, 3, 1, 19, 0, 0, 0, time.UTC)}
	body := &samantha.Heard{
		Words: samantha.HeardWords{Hurt: "my birthday", Vows: []samantha.Vow{{Whose: samantha.VowBoth, What: "tell the truth"}}},
		Numbers: samantha.HeardNumbers{Bond: &samantha.Bonding{
			Day: "2026-03-01", Kept: []samantha.VowTime{{}},
			Moves: []samantha.BondMove{{Rule: "forgot", Trust: -0.08, Tension: 0.2, Rupture: "forgot"}},
		}},
	}
	e.Body = body
	var lived State
	lived.Apply(e)
	lived.Mask([]samantha.ID{e.ID})
	e.Forgotten, body.Words = true, samantha.HeardWords{}
	var refolded State
	refolded.Apply(e)
	a, _ := json.Marshal(lived)
	b, _ := json.Marshal(refolded)
	if string(a) != string(b) {
		t.Errorf("masked\n%s\nrefolded\n%s", a, b)
	}
	if strings.Contains(string(a), "birthday") || strings.Contains(string(a), "truth") {
		t.Errorf("words are left: %s", a)
	}
	if refolded.Trust != -0.08 || len(refolded.Ruptures) != 1 {
		t.Errorf("the numbers are gone: %s", b)
	}
}

func TestRuptureIsFollowedOnceAndParked(t *testing.T) {
	l := newLife(t)
	l.days("df")
	since := l.now
	x, ok := l.room.Follow(l.state, l.now, since)
	if !ok || x.Kind != "forgot" || x.Reached() != samantha.RepairOwned {
		t.Fatalf("a day later there is %+v to ask after", x)
	}
	if _, ok := l.room.Follow(l.state, x.At.Add(time.Hour), since.AddDate(0, 0, -2)); ok {
		t.Error("she asks in the same encounter")
	}
	l.moment(Happening{Done: samantha.Bonding{Ruptures: []samantha.Repair{{Rupture: x.ID, Step: samantha.RepairFollowed}}}})
	if _, ok := l.room.Follow(l.state, l.now.AddDate(0, 0, 1), l.now); ok {
		t.Error("she asks twice")
	}
	if !l.room.Parked(l.state.Ruptures[0], x.At.AddDate(0, 0, 15)) || l.room.Parked(l.state.Ruptures[0], x.At.AddDate(0, 0, 13)) {
		t.Error("it is not parked after fourteen days")
	}
	if l.state.Ruptures[0].Closed() {
		t.Error("she closed it herself")
	}
}

// The word love is carried late, seldom, and never beside anything torn or cooled.
func TestTheWordIsRare(t *testing.T) {
	l := newLife(t)
	l.days(days(20, "d"))
	if l.room.Carries(l.state, l.now) {
		t.Error("after twenty days")
	}
	l.days(days(20, "d"))
	if !l.room.Carries(l.state, l.now) {
		t.Fatalf("never: %+v", l.room.At(l.state, l.now))
	}
	torn := *l
	torn.state = l.state.clone()
	torn.days("f")
	if torn.room.Carries(torn.state, torn.now) {
		t.Error("beside something torn")
	}
	l.moment(Happening{Done: samantha.Bonding{Affirmed: true}})
	if l.room.Carries(l.state, l.now.AddDate(0, 0, 59)) {
		t.Error("twice within two months")
	}
}

func TestDepth(t *testing.T) {
	room := newLife(t).room
	for _, c := range []struct {
		h    samantha.Hearing
		left []samantha.ThreadKind
		want int
	}{
		{heard(act("greet", "hi")), nil, 0},
		{heard(act("tell.event", "I went swimming")), nil, 1},
		{heard(act("tell.opinion", "I hate olives")), nil, 2},
		{heard(act("tell.loss", "my dog died")), nil, 3},
		{heard(act("tell.event", "I went to the doctor")), []samantha.ThreadKind{samantha.ThreadWorry}, 4},
		{heard(act("tell.event", "I've never told anyone this")), nil, 4},
	} {
		if got := room.Theirs(c.h, c.left, 0); got != c.want {
			t.Errorf("%v goes %d deep, want %d", c.h.Acts, got, c.want)
		}
	}
}

// What she tells unasked is never deeper than one level below the deepest of theirs.
func TestSheTellsNoDeeperThanTheyDid(t *testing.T) {
	for theirs := range Deepest + 1 {
		s := State{Theirs: theirs}
		if got := len(s.Telling(0)); got > max(0, theirs-1) || got > 3 {
			t.Errorf("they went %d deep, she %d", theirs, got)
		}
	}
}

func TestAnniversary(t *testing.T) {
	then := time.Date(2026, 3, 2, 19, 0, 0, 0, time.UTC)
	for at, want := range map[string]string{
		"2026-03-09": "a week", "2026-04-02": "a month", "2026-09-02": "half a year",
		"2027-03-02": "a year", "2029-03-02": "3 years", "2026-03-10": "", "2026-03-02": "",
	} {
		day, _ := time.Parse(time.DateOnly, at)
		if got, _ := Anniversary(then, day); got != want {
			t.Errorf("%s is %q, want %q", at, got, want)
		}
	}
}

func TestARitualTakesThreeWeeks(t *testing.T) {
	l := newLife(t) // a Sunday
	for week := range 5 {
		_, ok := l.room.Ritual(l.state, "list", l.now)
		if want := week >= 3; ok != want {
			t.Errorf("in week %d: %v", week+1, ok)
		}
		l.moment(Happening{Intent: means(samantha.DoErrandPut)})
		l.moment(Happening{Intent: means(samantha.DoErrandPut)})
		l.now = time.Date(2026, 3, 1+7*(week+1), 19, 0, 0, 0, time.UTC)
	}
	if _, ok := l.room.Ritual(l.state, "list", l.now.AddDate(0, 0, 1)); ok {
		t.Error("on a Monday")
	}
}

func TestEveryStageHasAPlaceAndAWord(t *testing.T) {
	room := newLife(t).room
	shown := []float64{}
	for _, s := range samantha.Stages() {
		shown = append(shown, room.Ceiling(s))
	}
	if !slices.IsSorted(shown) {
		t.Errorf("she shows less the nearer they are: %v", shown)
	}
}
