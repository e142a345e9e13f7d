package serve

import (
	"time"

	"samantha"
)

// pace slows down whoever sends more than a person can mean. It is a bucket of
// tokens that fills up steadily; a message waits until it can pay. It is for one
// goroutine.
type pace struct {
	clock  samantha.Clock
	tokens float64
	at     time.Time // when there were so many
}

// A bucket holds so many tokens and gets so many a second. A message costs one,
// and one more for every so many bytes.
const (
	bucket      = 80
	perSecond   = 30
	bytesAToken = 16 << 10
)

func newPace(c samantha.Clock) *pace { return &pace{clock: c, tokens: bucket, at: c.Now()} }

// pay waits until a message of so many bytes may pass: some seconds at most.
func (p *pace) pay(bytes int) {
	now := p.clock.Now()
	p.tokens = min(bucket, p.tokens+max(0, now.Sub(p.at).Seconds())*perSecond)
	p.at = now
	p.tokens -= 1 + float64(bytes/bytesAToken)
	if p.tokens < 0 {
		<-p.clock.After(time.Duration(-p.tokens / perSecond * float64(time.Second)))
	}
}
