package memory

import (
	"encoding/json"
	"maps"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// What a model is told it may propose is what is checked, no more and no less.
func TestTheSchemaNamesWhatMayBeProposed(t *testing.T) {
	l := lore(t)
	var schema struct {
		Properties struct {
			Facts struct {
				Items struct {
					Properties struct {
						Slot struct{ OneOf []struct{ Const string } }
					}
				}
			}
		}
	}
	if err := json.Unmarshal(l.Schema(), &schema); err != nil {
		t.Fatal(err)
	}
	var named []string
	for _, s := range schema.Properties.Facts.Items.Properties.Slot.OneOf {
		named = append(named, s.Const)
	}
	slices.Sort(named)
	if d := cmp.Diff(slices.Sorted(maps.Keys(l.check.cues)), named); d != "" {
		t.Error(d)
	}
}
