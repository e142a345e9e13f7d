package voice

import "github.com/tetratelabs/wazero/experimental"

// room is the memory an instance runs in. One clause is spoken at a time, so
// the next one gets the same memory again, empty: no word stays in it.
type room struct{ bytes []byte }

// Allocate gives the room to an instance.
func (r *room) Allocate(_, _ uint64) experimental.LinearMemory { return r }

// Reallocate makes the room so many bytes large; what is new in it is zero.
func (r *room) Reallocate(size uint64) []byte {
	if size > uint64(cap(r.bytes)) {
		larger := make([]byte, size, size+size/2) // it asks in small steps
		copy(larger, r.bytes)
		r.bytes = larger
	}
	r.bytes = r.bytes[:size]
	return r.bytes
}

// Free takes the room back and clears it.
func (r *room) Free() {
	clear(r.bytes)
	r.bytes = r.bytes[:0]
}
