package asked
import "fmt"
func (r *Reader) DebugWanted(q string, w Words) string { x, ok := r.wanted(q, w); return fmt.Sprintf("ok=%v of=%q verb=%q content=%v last=%q words=%v unit=%q", ok, x.of, x.verb, x.content, x.last, x.words, x.Unit) }
