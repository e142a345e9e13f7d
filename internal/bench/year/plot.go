package year

import (
	_ "embed"
	"encoding/xml"
	"fmt"
	"maps"
	"slices"
	"strings"
)

// The picture: small panels in two columns, days from left to right, the phases
// of the person's life as bands behind them.
const (
	across, panelWidth, panelHeight     = 2, 410, 118
	gapAcross, gapDown, side, topMargin = 84, 48, 82, 88
)

// plotStyle are its colours, by day and by night.
//
//go:embed plot.css
var plotStyle string

// panel is one small picture: lines over the days, or marks in rows.
type panel struct {
	title    string
	from, to float64
	curves   []curve
	rows     []row
	bars     bool
}

// curve is one line of a panel.
type curve struct {
	name   string
	values []float64
}

// row is one kind of feeling: how often it arose on each day.
type row struct {
	name   string
	counts []int
}

// Plot is the life as a picture (SVG) that needs nothing beside it.
func (r Report) Plot() string {
	panels := r.panels()
	rows := (len(panels) + across - 1) / across
	width := side + across*(panelWidth+gapAcross) - side/2
	height := topMargin + rows*(panelHeight+gapDown)
	var b strings.Builder
	fmt.Fprintf(&b, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" width="%d" height="%d" role="img">`+"\n", width, height, width, height)
	fmt.Fprintf(&b, "<title>%s</title>\n<style>%s</style>\n", escaped(r.Person+" and her, over "+fmt.Sprint(r.Days)+" days"), plotStyle)
	fmt.Fprintf(&b, `<rect class="ground" width="%d" height="%d"/>`+"\n", width, height)
	fmt.Fprintf(&b, `<text class="head" x="%d" y="32">%s</text>`+"\n", side, escaped(r.Person+" and her, "+fmt.Sprint(r.Days)+" days"))
	fmt.Fprintf(&b, `<text class="note" x="%d" y="52">%s</text>`+"\n", side, escaped(r.About))
	for i, p := range panels {
		x := side + i%across*(panelWidth+gapAcross)
		y := topMargin + i/across*(panelHeight+gapDown)
		fmt.Fprintf(&b, `<g transform="translate(%d %d)">`+"\n", x, y)
		r.draw(&b, p)
		if i == 0 {
			r.nameBands(&b)
		}
		b.WriteString("</g>\n")
	}
	b.WriteString("</svg>\n")
	return b.String()
}

// panels are what there is to show.
func (r Report) panels() []panel {
	of := func(name string, value func(Day) float64) curve {
		c := curve{name: name}
		for _, d := range r.Curve {
			c.values = append(c.values, value(d))
		}
		return c
	}
	panels := []panel{
		{title: "mood, mean of the day", from: -1, to: 1, curves: []curve{
			of("pleasure", func(d Day) float64 { return d.Mood.P }),
			of("arousal", func(d Day) float64 { return d.Mood.A }),
			of("dominance", func(d Day) float64 { return d.Mood.D }),
		}},
		{title: "what she felt, by kind", rows: r.kinds()},
		{title: "moments a day", bars: true, curves: []curve{of("", func(d Day) float64 { return float64(d.Moments) })}},
		{title: "facts kept", curves: []curve{of("", func(d Day) float64 { return float64(d.Facts) })}},
		{title: "threads open", curves: []curve{of("", func(d Day) float64 { return float64(d.Threads) })}},
		{title: "repertoire", curves: []curve{of("", func(d Day) float64 { return float64(d.Repertoire) })}},
		{title: "chapters of the story", curves: []curve{of("", func(d Day) float64 { return float64(d.Chapters) })}},
	}
	for _, v := range views() {
		if p, ok := r.view(v); ok {
			panels = append(panels, p)
		}
	}
	return append(panels, panel{title: "life log, kB", curves: []curve{of("", func(d Day) float64 { return float64(d.Bytes) / 1000 })}})
}

// view is the panel of something in her that has numbers by name, if it has any.
func (r Report) view(v view) (panel, bool) {
	p := panel{title: v.title, from: v.from, to: v.to}
	names := map[string]bool{}
	for _, d := range r.Curve {
		for name := range v.of(d) {
			names[name] = true
		}
	}
	for _, name := range slices.Sorted(maps.Keys(names)) {
		c := curve{name: name}
		for _, d := range r.Curve {
			c.values = append(c.values, v.of(d)[name])
		}
		p.curves = append(p.curves, c)
	}
	return p, len(p.curves) > 0
}

// mostKinds is how many kinds of feeling have a row.
const mostKinds = 8

// kinds are the feelings that arose most, each with its days.
func (r Report) kinds() []row {
	sum := arose(r.Curve)
	names := byCount(sum)
	var rows []row
	for _, name := range names[:min(mostKinds, len(names))] {
		w := row{name: name}
		for _, d := range r.Curve {
			w.counts = append(w.counts, d.Felt[name])
		}
		rows = append(rows, w)
	}
	return rows
}

func (r Report) draw(b *strings.Builder, p panel) {
	fmt.Fprintf(b, `<text class="title" y="-8">%s</text>`+"\n", escaped(p.title))
	fmt.Fprintf(b, `<rect class="field" width="%d" height="%d"/>`+"\n", panelWidth, panelHeight)
	r.bands(b)
	if p.rows != nil {
		r.drawRows(b, p.rows)
	} else {
		r.drawCurves(b, p)
	}
	fmt.Fprintf(b, `<text class="tick" y="%d">day 1</text><text class="tick end" x="%d" y="%d">%d</text>`+"\n", panelHeight+13, panelWidth, panelHeight+13, r.Days)
}

// bands are the phases, every second one shaded.
func (r Report) bands(b *strings.Builder) {
	for i, f := range r.Phases {
		if x := r.x(f.From); i%2 == 1 {
			fmt.Fprintf(b, `<rect class="band" x="%.1f" width="%.1f" height="%d"/>`+"\n", x, r.x(f.To+1)-x, panelHeight)
		}
	}
}

// nameBands names those that are wide enough for their names.
func (r Report) nameBands(b *strings.Builder) {
	for _, f := range r.Phases {
		if x := r.x(f.From); r.x(f.To+1)-x > float64(6*len(f.Name)) {
			fmt.Fprintf(b, `<text class="phase" x="%.1f" y="%d">%s</text>`+"\n", x+3, panelHeight-4, escaped(f.Name))
		}
	}
}

// x is where a day begins.
func (r Report) x(day int) float64 { return float64(day-1) / float64(max(1, r.Days)) * panelWidth }

func (r Report) drawCurves(b *strings.Builder, p panel) {
	from, to := p.span()
	y := func(v float64) float64 { return panelHeight - (v-from)/(to-from)*panelHeight }
	fmt.Fprintf(b, `<text class="tick end" x="-5" y="8">%s</text><text class="tick end" x="-5" y="%d">%s</text>`+"\n", number(to), panelHeight, number(from))
	if from < 0 {
		fmt.Fprintf(b, `<line class="zero" x2="%d" y1="%.1f" y2="%.1f"/>`+"\n", panelWidth, y(0), y(0))
	}
	for i, c := range p.curves {
		if p.bars {
			for d, v := range c.values {
				if v > 0 {
					fmt.Fprintf(b, `<rect class="bar" x="%.1f" y="%.1f" width="%.2f" height="%.1f"/>`+"\n", r.x(d+1), y(v), panelWidth/float64(r.Days)*0.8, panelHeight-y(v))
				}
			}
			continue
		}
		var points []string
		for d, v := range c.values {
			points = append(points, fmt.Sprintf("%.1f,%.1f", r.x(d+1)+panelWidth/float64(2*r.Days), y(v)))
		}
		fmt.Fprintf(b, `<polyline class="line c%d" points="%s"/>`+"\n", i%colours, strings.Join(points, " "))
		if c.name != "" {
			fmt.Fprintf(b, `<text class="legend l%d" x="%d" y="-8">%s</text>`+"\n", i%colours, panelWidth-74*(len(p.curves)-i)+8, escaped(c.name))
		}
	}
}

// colours is how many lines can be told apart.
const colours = 5

// span is from where to where a panel goes: as it says, or up to the highest.
func (p panel) span() (from, to float64) {
	if p.from < p.to {
		return p.from, p.to
	}
	for _, c := range p.curves {
		for _, v := range c.values {
			to = max(to, v)
		}
	}
	return 0, max(1, to)
}

// drawRows marks each day on which something arose, stronger where it did more
// often.
func (r Report) drawRows(b *strings.Builder, rows []row) {
	high := float64(panelHeight) / float64(max(1, len(rows)))
	for i, w := range rows {
		y := float64(i) * high
		fmt.Fprintf(b, `<text class="tick end" x="-5" y="%.1f">%s</text>`+"\n", y+high*0.7, escaped(w.name))
		for d, n := range w.counts {
			if n > 0 {
				fmt.Fprintf(b, `<rect class="mark" x="%.1f" y="%.1f" width="%.2f" height="%.1f" opacity="%.2f"/>`+"\n",
					r.x(d+1), y+1, max(1.2, panelWidth/float64(r.Days)), high-2, min(1, 0.45+0.2*float64(n)))
			}
		}
	}
}

// number is a figure for an axis.
func number(v float64) string {
	if v == float64(int(v)) || v > 100 {
		return fmt.Sprint(int(v))
	}
	return fmt.Sprintf("%.2f", v)
}

func escaped(text string) string {
	var b strings.Builder
	_ = xml.EscapeText(&b, []byte(text)) // a builder takes everything
	return b.String()
}
