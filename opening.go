package samantha

// Opening is a page that an answer opens, where there is one to open. The zero
// value opens none.
type Opening struct {
	Page string `json:"page,omitempty"` // [PageHere], [PageUs], [PageKept]; "" is the one that is open
	// Of is whose part of the page is shown: the id of somebody; "" is the whole.
	Of ID `json:"of,omitempty"`
	// Layer is what is called up on the page in place of the rest: [LayerTime]; "" is nothing.
	Layer string `json:"layer,omitempty"`
	// Aloud: what stands there is read aloud.
	Aloud bool `json:"aloud,omitempty"`
}

// The pages.
const (
	PageHere = "here" // the talk
	PageUs   = "us"   // what was lived together
	PageKept = "kept" // all that she holds
)

// LayerTime is the time with her beside their people, on [PageUs].
const LayerTime = "time"
