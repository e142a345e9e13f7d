package voice

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"runtime"
	"strings"

	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/experimental"
	"github.com/tetratelabs/wazero/imports/wasi_snapshot_preview1"
	"github.com/tetratelabs/wazero/sys"
)

// engine is flite, compiled once. Each clause runs in an instance of its own,
// which starts as it was born and leaves nothing behind.
type engine struct {
	runtime wazero.Runtime
	flite   wazero.CompiledModule
	room    *room
}

// maxPages is how much memory an instance may have, in pages of 64 kB. A
// clause of nine words needs about 20 MB, all of its voice included.
const maxPages = 128 << 20 / 65536

// compiled unpacks the engine and makes it ready. Its machine code could be
// kept on disk for the next start; that saves a thirtieth of a second and is
// not worth code on a disk that somebody may change or a crash may damage.
func compiled() (*engine, error) {
	wasm, err := unpacked()
	if err != nil {
		return nil, err
	}
	// WithCloseOnContextDone would make it five times slower.
	config := wazero.NewRuntimeConfig().WithMemoryLimitPages(maxPages)
	ctx := experimental.WithCompilationWorkers(context.Background(), runtime.GOMAXPROCS(0))
	e := &engine{runtime: wazero.NewRuntimeWithConfig(ctx, config), room: &room{}}
	_, err = wasi_snapshot_preview1.Instantiate(ctx, e.runtime)
	if err == nil {
		e.flite, err = e.runtime.CompileModule(ctx, wasm)
	}
	if err != nil {
		return nil, errors.Join(fmt.Errorf("make her voice ready: %w", err), e.close())
	}
	return e, nil
}

func (e *engine) close() error { return e.runtime.Close(context.Background()) }

// speak runs flite on a script. The script is the value of -t, whatever it
// begins with; it is never read as an option.
func (e *engine) speak(script string, settings []string) (Sound, error) {
	args := append([]string{"flite", "-voice", "slt", "-ssml"}, settings...)
	args = append(args, "-t", script, "-o", desktop+"/"+soundFile)
	d := &desk{}
	if complaint, err := e.run(args, d); err != nil {
		return Sound{}, fmt.Errorf("flite: %w %s", err, firstLine(complaint))
	}
	return readWAV(d.sound.data)
}

// run is one life of an instance, and what it printed.
func (e *engine) run(args []string, d *desk) (string, error) {
	var printed bytes.Buffer
	config := wazero.NewModuleConfig().WithName("").WithArgs(args...). // no name: it may be there again
										WithStderr(&printed).WithStdout(&printed).
										WithSysWalltime().WithSysNanotime().WithFSConfig(d.mounted())
	ctx := experimental.WithMemoryAllocator(context.Background(), e.room)
	instance, err := e.runtime.InstantiateModule(ctx, e.flite, config)
	if instance != nil {
		err = errors.Join(err, instance.Close(ctx))
	}
	return printed.String(), failure(err)
}

// failure is how an instance ended, nil if it ended well.
func failure(err error) error {
	var exit *sys.ExitError
	switch {
	case err == nil || errors.As(err, &exit) && exit.ExitCode() == 0:
		return nil
	case exit != nil:
		return fmt.Errorf("exit %d", exit.ExitCode())
	}
	return errors.New(firstLine(err.Error())) // the rest is where in the engine it was
}

func firstLine(text string) string {
	line, _, _ := strings.Cut(strings.TrimSpace(text), "\n")
	return line
}
