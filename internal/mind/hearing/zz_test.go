package hearing
import ("testing";"fmt";"os";"strings";"path/filepath")
func TestZZ(t *testing.T){ ear:=newEar(t); seen:=map[string]string{}
var lines []string
for _,g:=range []string{"../../../scripts/*.talk","../../../lives/*","../../../lives/*/*","testdata/*.tsv","/tmp/trial_*.txt","../testdata/*","../../bench/*/testdata/*"}{ fs,_:=filepath.Glob(g); for _,f:=range fs{b,_:=os.ReadFile(f); if len(b)>3000000{continue}; lines=append(lines,strings.Split(string(b),"\n")...)}}
fmt.Println(len(lines))
for _,l:=range lines{ l=strings.ToLower(strings.TrimPrefix(strings.TrimSpace(l),"m> ")); l=strings.TrimPrefix(l,"> "); if i:=strings.Index(l,"\t");i>0{l=l[:i]}; if len(l)>400{continue}
w:=ear.words(l,Context{}); before:=make([]class,len(w)); for i:=range w{before[i]=w[i].kind}; ear.nameFresh(w)
for i:=range w{ if w[i].kind!=before[i]&&seen[w[i].norm]==""{seen[w[i].norm]=l; fmt.Println("F",w[i].norm,"<-",l)}} } }
