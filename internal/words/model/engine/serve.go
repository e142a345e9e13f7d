package engine

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"runtime"
)

// Serve runs the engine's program on a model and a socket until the context ends;
// keep is the file for what it measures. Nobody watches it: it is for looking at.
func (p Place) Serve(ctx context.Context, model, socket, keep string) error {
	errs := &lastWords{}
	serve := exec.CommandContext(ctx, p.Program(), "-model", model, "-socket", socket, "-keep", keep)
	serve.Stderr = errs
	serve.WaitDelay = leaveTime
	if runtime.GOOS != "windows" { // where there is no asking
		serve.Cancel = func() error { return serve.Process.Signal(os.Interrupt) }
	}
	if err := serve.Run(); err != nil && ctx.Err() == nil {
		return fmt.Errorf("the engine ended: %s: %w", errs, err)
	}
	return nil
}
