package faultdisk_test

import (
	"bytes"
	"errors"
	"syscall"
	"testing"

	"github.com/ncruces/go-sqlite3/vfs"

	"samantha/internal/house/life/faultdisk"
)

func create(t *testing.T, d *faultdisk.Disk, name string) vfs.File {
	t.Helper()
	f, _, err := d.Open(name, vfs.OPEN_CREATE|vfs.OPEN_READWRITE)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func write(t *testing.T, f vfs.File, b []byte, off int64) {
	t.Helper()
	if _, err := f.WriteAt(b, off); err != nil {
		t.Fatal(err)
	}
}

// TestCrash keeps what was synced and, of what was not, some sectors.
func TestCrash(t *testing.T) {
	var kept, lost, torn int
	for seed := range uint64(200) {
		d := faultdisk.New(seed)
		f := create(t, d, "f")
		write(t, f, bytes.Repeat([]byte{1}, 4096), 0)
		if err := f.Sync(vfs.SYNC_FULL); err != nil {
			t.Fatal(err)
		}
		if err := d.SyncDir("."); err != nil {
			t.Fatal(err)
		}
		write(t, f, bytes.Repeat([]byte{2}, 2048), 1024)
		d.Crash()
		b := d.Bytes("f")
		if len(b) != 4096 || bytes.Count(b, []byte{1})+bytes.Count(b, []byte{2}) != 4096 {
			t.Fatalf("seed %d: %d bytes, not of the two writes", seed, len(b))
		}
		switch n := bytes.Count(b, []byte{2}); {
		case n == 0:
			lost++
		case n == 2048:
			kept++
		case n%512 == 0:
			torn++
		default:
			t.Fatalf("seed %d: %d bytes of the second write", seed, n)
		}
		if _, err := f.ReadAt(b, 0); !errors.Is(err, syscall.EIO) {
			t.Fatalf("a file outlived the power: %v", err)
		}
	}
	if kept == 0 || lost == 0 || torn == 0 {
		t.Errorf("kept %d, lost %d, torn %d", kept, lost, torn)
	}
}

// TestCrashTakesNames loses a file that was synced and whose folder was not.
func TestCrashTakesNames(t *testing.T) {
	kept := 0
	for seed := range uint64(100) {
		d := faultdisk.New(seed)
		f := create(t, d, "/a/f")
		write(t, f, []byte{1}, 0)
		if err := errors.Join(f.Sync(vfs.SYNC_FULL), d.SyncDir("/b")); err != nil {
			t.Fatal(err)
		}
		d.Crash()
		kept += len(d.Files())
	}
	if kept == 0 || kept == 100 {
		t.Errorf("%d of 100 names were kept", kept)
	}
}

func TestFaults(t *testing.T) {
	d := faultdisk.New(1)
	f := create(t, d, "f")
	d.Fail(faultdisk.Write, 1, 2, syscall.EIO)
	for i, want := range []error{nil, syscall.EIO, syscall.EIO, nil} {
		if _, err := f.WriteAt(make([]byte, 100), 0); !errors.Is(err, want) {
			t.Errorf("write %d: %v, want %v", i+1, err, want)
		}
	}
	d.Fail(faultdisk.Sync, 0, -1, syscall.EIO)
	for range 3 {
		if err := f.Sync(vfs.SYNC_FULL); !errors.Is(err, syscall.EIO) {
			t.Errorf("sync: %v", err)
		}
	}
	d.Heal()
	d.Fill(100)
	if _, err := f.WriteAt(make([]byte, 100), 100); err != nil {
		t.Errorf("the room that was left: %v", err)
	}
	if _, err := f.WriteAt(make([]byte, 1), 200); err == nil {
		t.Error("a full disk took a byte")
	}
	if _, err := f.WriteAt(make([]byte, 200), 0); err != nil {
		t.Errorf("writing over what is there: %v", err)
	}
}
