package hearing

import (
	"strings"
	"testing"
	"time"
)

func TestTimes(t *testing.T) {
	zone, err := time.LoadLocation("Europe/Berlin")
	if err != nil {
		t.Skip(err)
	}
	ear := newEar(t)
	const short = "2006-01-02T15:04"
	for _, row := range rows(t, "times.tsv") {
		now, err := time.ParseInLocation(short, row[0], zone)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, w := range ear.Hear(row[1], Context{Now: now}).Times {
			got = append(got, w.Text+"="+w.From.Format(short)+"/"+w.To.Format(short))
		}
		if s := strings.Join(got, "; "); s != row[2] {
			t.Errorf("%s at %s\n got %s\nwant %s", row[1], row[0], s, row[2])
		}
	}
}
