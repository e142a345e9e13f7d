package mind_test
import ("testing";"os";"strings";"samantha/internal/house/life/inmem")
func TestDbg(t *testing.T){
 shared := furnished(t)
 for _, block := range strings.Split(os.Getenv("TALK"),"//") {
 k := shared.begin(t, inmem.New())
 for _, l := range strings.Split(block,"/") { r:=k.say(strings.TrimSpace(l)); t.Logf("%-60s %v %s", l, r.Said.Numbers.Acts, r.Text)}
 }
}
