package year

import "samantha"

// Exchange is one thing said to her and her reply.
type Exchange struct {
	Said  string
	Reply samantha.Reply
}

// enough: the life has had the moments it was given.
func (l *life) enough() bool { return l.o.Moments > 0 && l.report.Moments >= l.o.Moments }
