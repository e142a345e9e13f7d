package fetch

import "time"

// Progress is how a download goes.
type Progress struct {
	ID    string `json:"id"`
	Stage string `json:"stage"` // one of the stages
	Done  int64  `json:"done"`  // bytes
	Total int64  `json:"total"`
	From  string `json:"from,omitempty"` // who sends it
	// Speed is in bytes a second over the last seconds; Left is how many seconds it
	// will take at that. 0 is not known.
	Speed int64  `json:"speed,omitempty"`
	Left  int64  `json:"left,omitempty"`
	Note  string `json:"note,omitempty"` // what is waited for
}

// The stages.
const (
	Fetching = "fetching"
	Checking = "checking" // the digest is computed
	Finished = "finished"
)

// sample is how much was there at a time.
type sample struct {
	at   time.Time
	done int64
}

// speed is how fast it goes, from samples of the last seconds.
type speed struct{ samples []sample }

// window is how long a sample counts: a line that stutters shall not make the time that
// is left jump about.
const window = 10 * time.Second

// add takes a sample and gives bytes a second, 0 before there is anything to compare.
func (s *speed) add(at time.Time, done int64) int64 {
	s.samples = append(s.samples, sample{at, done})
	for len(s.samples) > 2 && at.Sub(s.samples[0].at) > window {
		s.samples = s.samples[1:]
	}
	first := s.samples[0]
	took := at.Sub(first.at).Seconds()
	if took <= 0 {
		return 0
	}
	return int64(float64(done-first.done) / took)
}

// progress is how it goes now.
func (j *job) progress() Progress {
	j.mu.Lock()
	defer j.mu.Unlock()
	p := Progress{ID: j.entry.ID, Stage: Fetching, Done: there(j.parts), Total: j.entry.Size, From: j.source.Name(), Note: j.note}
	if p.Speed = j.speed.add(j.Clock.Now(), p.Done); p.Speed > 0 {
		p.Left = (p.Total - p.Done + p.Speed - 1) / p.Speed
	}
	return p
}
