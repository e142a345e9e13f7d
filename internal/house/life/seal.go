package life

import (
	"crypto/cipher"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"fmt"
	"io"

	"github.com/fxamacker/cbor/v2"

	"golang.org/x/crypto/chacha20poly1305"

	"samantha"
)

// key is one 256-bit key.
type key [32]byte

// derive makes a key for one use from the house's key: HMAC-SHA256 over the
// name of the use.
func derive(house key, use string) key {
	mac := hmac.New(sha256.New, house[:])
	mac.Write([]byte("samantha life 1: " + use))
	return key(mac.Sum(nil))
}

// aead is ChaCha20-Poly1305 (RFC 8439) under the key. Every event has keys of
// its own, so what counts is how fast a key is set up.
func aead(k key) (cipher.AEAD, error) { return chacha20poly1305.New(k[:]) }

const nonceSize = chacha20poly1305.NonceSize

// seal encrypts plain under the key, bound to header; the nonce stands first.
// A key seals one text, or a few that a failing disk made it seal again, so a
// nonce by chance never repeats.
func seal(k key, nonce, plain, header []byte) ([]byte, error) {
	a, err := aead(k)
	if err != nil {
		return nil, err
	}
	out := append(make([]byte, 0, nonceSize+len(plain)+a.Overhead()), nonce...)
	return a.Seal(out, nonce, plain, header), nil
}

var errSeal = errors.New("the seal does not open")

// unseal is the text that seal was given, appended to the buffer.
func unseal(k key, sealed, header, to []byte) ([]byte, error) {
	a, err := aead(k)
	if err != nil {
		return nil, err
	}
	if len(sealed) < nonceSize {
		return nil, errSeal
	}
	plain, err := a.Open(to, sealed[:nonceSize], sealed[nonceSize:], header)
	if err != nil {
		return nil, errSeal
	}
	return plain, nil
}

// field appends a length and the bytes, so that no two lists of fields have
// the same bytes.
func field[B []byte | string](to []byte, b B) []byte {
	to = binary.BigEndian.AppendUint32(to, uint32(len(b)))
	return append(to, b...)
}

func number(to []byte, n uint64) []byte {
	to = binary.BigEndian.AppendUint32(to, 8)
	return binary.BigEndian.AppendUint64(to, n)
}

// sealer seals bodies. They are written as CBOR (RFC 8949), which is read back
// half again as fast as JSON; times keep their zone, and what is no number is refused.
type sealer struct {
	chance io.Reader // of the nonces
	encode cbor.EncMode
}

func newSealer(chance io.Reader) (sealer, error) {
	mode, err := cbor.EncOptions{
		Time: cbor.TimeRFC3339Nano, NaNConvert: cbor.NaNConvertReject, InfConvert: cbor.InfConvertReject,
	}.EncMode()
	return sealer{chance, mode}, err
}

// body seals the two halves of a body under the pair, each bound to the row's
// header, and joins them: length, words, numbers.
func (s sealer) body(r *row, b samantha.Body, p pair) error {
	words, numbers := b.Halves()
	var nonces [2 * nonceSize]byte
	if _, err := io.ReadFull(s.chance, nonces[:]); err != nil {
		return fmt.Errorf("chance: %w", err)
	}
	w, err := s.half(p.words, nonces[:nonceSize], words, r.header("words"))
	if err != nil {
		return err
	}
	n, err := s.half(p.numbers, nonces[nonceSize:], numbers, r.header("numbers"))
	if err != nil {
		return err
	}
	r.sealed = append(field(make([]byte, 0, 4+len(w)+len(n)), w), n...)
	return nil
}

func (s sealer) half(k key, nonce []byte, half any, header []byte) ([]byte, error) {
	plain, err := s.encode.Marshal(half)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", samantha.ErrInvalid, err)
	}
	return seal(k, nonce, plain, header)
}

// halves cuts the sealed bytes in two.
func (r *row) halves() (words, numbers []byte, err error) {
	if len(r.sealed) < 4 {
		return nil, nil, errSeal
	}
	n := binary.BigEndian.Uint32(r.sealed)
	rest := r.sealed[4:]
	if uint64(n) > uint64(len(rest)) {
		return nil, nil, errSeal
	}
	return rest[:n], rest[n:], nil
}

// open is the event as it was written, or without its words if their key is
// gone. Anything else is [samantha.ErrDamaged]. The scratch saves a reader of many
// rows the buffers for what it unseals; it may be nil.
func (r *row) open(s slots, scratch []byte) (samantha.Event, error) {
	body, forgotten, err := r.openBody(s, scratch)
	if err != nil {
		return samantha.Event{}, fmt.Errorf("event %d: %w: %w", r.seq, samantha.ErrDamaged, err)
	}
	return samantha.Event{
		Seq: r.seq, Epoch: r.epoch, ID: r.id, At: fromMicro(r.at), Origin: r.origin,
		Body: body, Forgotten: forgotten,
	}, nil
}

func (r *row) openBody(s slots, scratch []byte) (_ samantha.Body, forgotten bool, err error) {
	body, err := samantha.NewBody(r.kind)
	if err != nil {
		return nil, false, err
	}
	sealedWords, sealedNumbers, err := r.halves()
	if err != nil {
		return nil, false, err
	}
	words, numbers := body.Halves()
	switch s.words.state {
	case slotGone:
		forgotten = true
	default:
		if err := openHalf(s.words, sealedWords, r.header("words"), scratch, words); err != nil {
			return nil, false, fmt.Errorf("words: %w", err)
		}
	}
	if err := openHalf(s.numbers, sealedNumbers, r.header("numbers"), scratch, numbers); err != nil {
		return nil, false, fmt.Errorf("numbers: %w", err)
	}
	return body, forgotten, nil
}

func openHalf(s slot, sealed, header, scratch []byte, into any) error {
	if s.state != slotKey {
		return fmt.Errorf("the key is %s", s.state)
	}
	plain, err := unseal(s.key, sealed, header, scratch)
	if err != nil {
		return err
	}
	return cbor.Unmarshal(plain, into)
}
