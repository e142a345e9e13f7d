//go:build unix

package host

import (
	"testing"

	"samantha/internal/words/model/engine/llama"
)

// TestFormsOfOurOwn: what a model's own template makes of the same talk, run once by
// an engine for such templates (Gemma 4, 31B).
func TestFormsOfOurOwn(t *testing.T) {
	talk := []llama.Said{{Role: "system", Text: "Be kind."}, {Role: "user", Text: "hi"}, {Role: "assistant", Text: "Hello."}, {Role: "user", Text: "how are you?"}}
	const want = "<|turn>system\nBe kind.<turn|>\n<|turn>user\nhi<turn|>\n<|turn>model\nHello.<turn|>\n<|turn>user\nhow are you?<turn|>\n<|turn>model\n"
	f := form{own: &ownForms()[0]}
	if got, err := f.marked(nil, talk); err != nil || got != want {
		t.Errorf("%q, %v", got, err)
	}
}

func TestThinkingIsTurnedOff(t *testing.T) {
	for template, want := range map[string]string{
		`{%- if enable_thinking is defined and enable_thinking is false %}{{- '<think>\n\n</think>\n\n' }}`: "<think>\n\n</think>\n\n",
		`{%- if not enable_thinking %}{{- '<|channel>thought\n<channel|>' }}`:                               "<|channel>thought\n<channel|>",
		`{{ '<think>\n\n</think>\n\n' }}`: "", // in every message: no switch
		`{% for m in messages %}`:         "",
	} {
		if got := quietOf(template); got != want {
			t.Errorf("%s: %q", template, got)
		}
	}
}
