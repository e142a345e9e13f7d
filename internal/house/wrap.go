package house

import (
	"fmt"
	"io"

	"golang.org/x/crypto/argon2"
	"golang.org/x/crypto/chacha20poly1305"

	"samantha"
)

// The wrapped key is
//
//	 0  passes, log2 of the memory in KiB, lanes: what one try costs (Argon2id)
//	 3  salt, 16 bytes by chance
//	19  the key, sealed with ChaCha20-Poly1305, bound to the bytes before
//
// The salt makes every sealing key one that seals a single text, so its nonce
// is zero.
const (
	saltSize    = 16
	headSize    = 3 + saltSize
	wrappedSize = headSize + keySize + chacha20poly1305.Overhead
)

// cost is how much work it is to try a passphrase once.
type cost struct {
	passes, memory, lanes uint8 // memory: 2^memory KiB
}

// properCost is the second choice of RFC 9106: 64 MiB and an eighth of a second,
// which a small machine has and a thief pays for each guess.
func properCost() cost { return cost{passes: 3, memory: 16, lanes: 4} }

// sound reports whether a house would ask this much; it bounds what a file can
// make the program do.
func (c cost) sound() bool {
	return c.passes >= 1 && c.passes <= 16 && c.memory >= 3 && c.memory <= 20 && c.lanes >= 1 && c.lanes <= 16
}

func wrap(key [keySize]byte, passphrase string, c cost, chance io.Reader) ([]byte, error) {
	head := append(make([]byte, 0, wrappedSize), c.passes, c.memory, c.lanes)
	head = head[:headSize]
	if _, err := io.ReadFull(chance, head[3:]); err != nil {
		return nil, fmt.Errorf("wrap the house key: %w", err)
	}
	seal, err := chacha20poly1305.New(stretched(passphrase, head))
	if err != nil {
		return nil, fmt.Errorf("wrap the house key: %w", err)
	}
	return seal.Seal(head, make([]byte, chacha20poly1305.NonceSize), key[:], head), nil
}

// unwrap is the key that wrap was given. Without a passphrase it fails with
// [ErrWrapped], with a wrong one with [samantha.ErrDenied].
func unwrap(wrapped []byte, passphrase string) (key [keySize]byte, err error) {
	if passphrase == "" {
		return key, ErrWrapped
	}
	head := wrapped[:headSize]
	if !costOf(head).sound() {
		return key, fmt.Errorf("the house key was wrapped as no house does it: %w", samantha.ErrDamaged)
	}
	seal, err := chacha20poly1305.New(stretched(passphrase, head))
	if err != nil {
		return key, fmt.Errorf("unwrap the house key: %w", err)
	}
	plain, err := seal.Open(nil, make([]byte, chacha20poly1305.NonceSize), wrapped[headSize:], head)
	if err != nil {
		return key, fmt.Errorf("the passphrase does not open the house; nothing was changed: %w", samantha.ErrDenied)
	}
	return [keySize]byte(plain), nil
}

func costOf(head []byte) cost { return cost{head[0], head[1], head[2]} }

// stretched is the sealing key that a passphrase gives with this head.
func stretched(passphrase string, head []byte) []byte {
	c := costOf(head)
	return argon2.IDKey([]byte(passphrase), head[3:headSize], uint32(c.passes), 1<<c.memory, c.lanes, chacha20poly1305.KeySize)
}
