package serve

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"syscall"

	"samantha"
)

// Client speaks with the process that is awake.
type Client struct {
	Address string
	Token   string
}

// ErrNobody: nobody answers at the address; whoever wrote it is gone.
var ErrNobody = errors.New("nobody is awake there")

// Verb has a verb run there, and returns its exit code. It fails with
// [ErrNobody] if nothing was run.
func (c Client) Verb(ctx context.Context, call Call, out, errs io.Writer) (int, error) {
	body, err := json.Marshal(call)
	if err != nil {
		return 0, err
	}
	resp, err := c.do(ctx, http.MethodPost, "/verb", body)
	if err != nil {
		return 0, err
	}
	defer resp.Body.Close()
	for frame, err := range lines[Frame](resp.Body) {
		if err != nil {
			return 0, fmt.Errorf("she fell silent in the middle: %w", err)
		}
		if frame.Exit != nil {
			return *frame.Exit, nil
		}
		if _, err := io.WriteString(out, frame.Out); err != nil {
			return 0, err
		}
		if _, err := io.WriteString(errs, frame.Err); err != nil {
			return 0, err
		}
	}
	return 0, errors.New("she fell silent in the middle; what was said to her is kept")
}

// Watch calls do with everything said from now on, until ctx ends or she does.
func (c Client) Watch(ctx context.Context, as string, do func(Line)) error {
	resp, err := c.do(ctx, http.MethodGet, "/watch?as="+url.QueryEscape(as), nil)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	for line, err := range lines[Line](resp.Body) {
		if err != nil {
			return err
		}
		do(line)
	}
	return nil
}

func (c Client) do(ctx context.Context, method, path string, body []byte) (*http.Response, error) {
	req, err := http.NewRequestWithContext(ctx, method, "http://"+c.Address+path, bytes.NewReader(body))
	if err != nil {
		return nil, fmt.Errorf("run.json: %w: %w", err, ErrNobody)
	}
	req.Header.Set("Authorization", "Bearer "+c.Token)
	resp, err := (&http.Client{Transport: &http.Transport{}}).Do(req) // never through a proxy
	if errors.Is(err, syscall.ECONNREFUSED) {
		return nil, ErrNobody
	}
	if err != nil {
		return nil, err
	}
	if resp.StatusCode == http.StatusOK {
		return resp, nil
	}
	why, _ := io.ReadAll(io.LimitReader(resp.Body, 200))
	resp.Body.Close()
	if resp.StatusCode == http.StatusUnauthorized || resp.StatusCode == http.StatusMisdirectedRequest {
		return nil, fmt.Errorf("%w: another program listens there: %w", ErrNobody, samantha.ErrDenied)
	}
	return nil, fmt.Errorf("%s: %s", resp.Status, bytes.TrimSpace(why))
}

// lines decodes one value a line.
func lines[T any](r io.Reader) func(yield func(T, error) bool) {
	return func(yield func(T, error) bool) {
		scan := bufio.NewScanner(r)
		scan.Buffer(nil, 16*maxCall)
		for scan.Scan() {
			var v T
			err := json.Unmarshal(scan.Bytes(), &v)
			if !yield(v, err) || err != nil {
				return
			}
		}
		if err := scan.Err(); err != nil {
			var none T
			yield(none, err)
		}
	}
}
