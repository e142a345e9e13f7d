package logtest

import (
	"bytes"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/ncruces/go-sqlite3"
	_ "github.com/ncruces/go-sqlite3/vfs/adiantum" // to read a stolen mind.db
	"golang.org/x/crypto/chacha20"
	"lukechampine.com/adiantum"
)

// Thief has the house's key, reads the folder of a life whenever he likes, and
// keeps a copy of every sealed byte he ever saw. What he cannot read is gone.
// He shares no code with package life, and checks no seal: he wants to read,
// not to be sure.
type Thief struct {
	t      testing.TB
	house  [32]byte
	copies map[string]string // sealed text to its name
}

// Folder are the files of a life by their names.
type Folder map[string][]byte

// NewThief is a thief who has copied nothing yet.
func NewThief(t testing.TB, house [32]byte) *Thief {
	return &Thief{t: t, house: house, copies: map[string]string{}}
}

// ReadFolder is a folder on the machine's disk.
func ReadFolder(t testing.TB, dir string) Folder {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	f := Folder{}
	for _, e := range entries {
		if f[e.Name()], err = os.ReadFile(filepath.Join(dir, e.Name())); err != nil {
			t.Fatal(err)
		}
	}
	return f
}

// Copy copies every sealed text of a life, for later.
func (x *Thief) Copy(f Folder) {
	x.t.Helper()
	if err := x.copy(f); err != nil {
		x.t.Fatalf("copy: %v", err)
	}
}

func (x *Thief) copy(f Folder) error {
	dir := x.t.TempDir()
	for name, b := range f {
		if err := os.WriteFile(filepath.Join(dir, name), b, 0o600); err != nil {
			return err
		}
	}
	k := x.derive("mind.db")
	u := url.URL{Scheme: "file", OmitHost: true, Path: filepath.ToSlash(filepath.Join(dir, "mind.db"))}
	u.RawQuery = url.Values{"vfs": {"adiantum"}, "hexkey": {hex.EncodeToString(k[:])}}.Encode()
	conn, err := sqlite3.Open(u.String())
	if err != nil {
		return err
	}
	return errors.Join(x.copySealed(conn), conn.Close())
}

func (x *Thief) copySealed(conn *sqlite3.Conn) error {
	if err := conn.Exec("PRAGMA locking_mode=EXCLUSIVE"); err != nil {
		return err
	}
	stmt, _, err := conn.Prepare("SELECT 'event', seq, sealed FROM event UNION ALL SELECT 'snapshot', seq, sealed FROM snapshot")
	if err != nil {
		return err
	}
	defer stmt.Close()
	for stmt.Step() {
		name, sealed := fmt.Sprint(stmt.ColumnText(0), " ", stmt.ColumnInt64(1)), stmt.ColumnText(2)
		if strings.HasPrefix(name, "snapshot") {
			x.copies[sealed] = name
			continue
		}
		words := 4 + int(binary.BigEndian.Uint32([]byte(sealed)))
		x.copies[sealed[4:words]] = "words of " + name
		x.copies[sealed[words:]] = "numbers of " + name
	}
	return stmt.Err()
}

// lower is text with A to Z in small letters, byte by byte: what he has is mostly no
// text at all.
func lower(text []byte) []byte {
	small := bytes.Clone(text)
	for i, c := range small {
		if 'A' <= c && c <= 'Z' {
			small[i] = c + 'a' - 'A'
		}
	}
	return small
}

// Find names the places where the word is found, whatever its case: the files
// as they are, the pages of mind.db and its write-ahead log in clear, and every
// sealed text he copied under every key that is left. Sorted.
func (x *Thief) Find(f Folder, word string) []string {
	x.t.Helper()
	var found []string
	sought := lower([]byte(word))
	look := func(place string, text []byte) {
		if bytes.Contains(lower(text), sought) {
			found = append(found, place)
		}
	}
	keys := map[[32]byte]bool{}
	for name, b := range f {
		look(name, b)
		switch name {
		case "mind.db", "mind.db-wal":
			look(name+", decrypted", x.pages(b))
		case "keys", "keys.copy":
			x.unwrap(b, keys)
		}
	}
	for k := range keys {
		for sealed, name := range x.copies {
			look(name, x.open(k, []byte(sealed)))
		}
	}
	slices.Sort(found)
	return slices.Compact(found)
}

func (x *Thief) derive(use string) [32]byte {
	mac := hmac.New(sha256.New, x.house[:])
	mac.Write([]byte("samantha life 1: " + use))
	return [32]byte(mac.Sum(nil))
}

// pages is a file of SQLite's in clear, used pages and free ones.
func (x *Thief) pages(b []byte) []byte {
	const size = 4096
	k := x.derive("mind.db")
	cipher := adiantum.New(k[:])
	b = slices.Clone(b)
	var tweak [8]byte
	for at := 0; at+size <= len(b); at += size {
		binary.LittleEndian.PutUint64(tweak[:], uint64(at))
		cipher.Decrypt(b[at:at+size], tweak[:])
	}
	return b
}

// unwrap collects what the slots hold, whatever their check sums say.
func (x *Thief) unwrap(b []byte, keys map[[32]byte]bool) {
	for slot := range slices.Chunk(b, 64) {
		if len(slot) == 64 && slot[0] == 1 {
			keys[[32]byte(x.open(x.derive("wrap"), slot[:60]))] = true
		}
	}
}

// open decrypts a nonce, a text and its tag (ChaCha20-Poly1305, RFC 8439),
// without a look at the tag.
func (x *Thief) open(k [32]byte, sealed []byte) []byte {
	const nonce, tag = chacha20.NonceSize, 16
	if len(sealed) < nonce+tag {
		return nil
	}
	c, err := chacha20.NewUnauthenticatedCipher(k[:], sealed[:nonce])
	if err != nil {
		x.t.Fatal(err)
	}
	c.SetCounter(1)
	plain := make([]byte, len(sealed)-nonce-tag)
	c.XORKeyStream(plain, sealed[nonce:len(sealed)-tag])
	return plain
}
