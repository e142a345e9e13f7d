package mind

import (
	"context"
	"slices"

	"samantha"
	"samantha/internal/mind/care"
)

// CareYear is a year in counts alone, as a report to an authority wants it: how many
// moments were of concern, at which level, and in how many a help line was named.
type CareYear struct {
	Year     int    `json:"year"`
	Levels   [4]int `json:"levels"`   // moments by level of concern, 0..3, the person's own life
	Others   int    `json:"others"`   // worry about somebody else's life
	Referred int    `json:"referred"` // a help line was named
	Off      int    `json:"off"`      // of all these, off the record
}

// CareYears counts the whole log, oldest year first. No words are read; moments that
// were forgotten or off the record count.
func (m *Mind) CareYears(ctx context.Context) ([]CareYear, error) {
	zone, err := m.zone(ctx)
	if err != nil {
		return nil, err
	}
	here, years := location(zone), []CareYear{}
	for e, err := range m.log.Read(ctx, 0) {
		if err != nil {
			return nil, err
		}
		level, other, off := 0, false, false
		switch b := e.Body.(type) {
		case *samantha.Heard:
			level, other = b.Numbers.Care.Level, b.Numbers.Care.Rule == care.RuleOther
		case *samantha.Unrecorded:
			level, off = b.Numbers.Level, true
		default:
			continue
		}
		year := e.At.In(here).Year()
		if n := len(years); n == 0 || years[n-1].Year != year {
			years = append(years, CareYear{Year: year})
		}
		years[len(years)-1].count(level, other, off)
	}
	return slices.Clip(years), nil
}

// count adds a moment.
func (y *CareYear) count(level int, other, off bool) {
	if level > 0 && other {
		y.Others++
	} else {
		y.Levels[min(level, 3)]++
	}
	if level >= 2 || other && level > 0 {
		y.Referred++
	}
	if level > 0 && off {
		y.Off++
	}
}

// HelpCard is whom to call where the person is.
func (m *Mind) HelpCard(ctx context.Context) (care.Card, error) {
	zone, err := m.zone(ctx)
	return m.rooms.guard.Card(zone), err
}

// zone is the time zone where the person is, by name.
func (m *Mind) zone(ctx context.Context) (string, error) {
	if err := m.take(ctx); err != nil {
		return "", err
	}
	defer m.give()
	return m.state.Zone, nil
}
