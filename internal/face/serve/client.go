package serve

import (
	"bufio"
	"bytes"
	"context"
	"crypto/hmac"
	"crypto/rand"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"net/http"
	"net/url"
	"strings"
	"syscall"
	"time"

	"samantha"
	"samantha/internal/house/outside"
)

// Client speaks with the process that is awake.
type Client struct {
	Address string
	Token   string
}

// ErrNobody: she is not awake at the address, whoever else may listen there;
// nothing was told to them.
var ErrNobody = errors.New("nobody is awake there")

// ErrSilent: she was asked, and went silent before the end. What was asked may
// have been done.
var ErrSilent = errors.New("she fell silent in the middle; what was said to her is kept")

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
			return 0, fmt.Errorf("%w: %w", ErrSilent, err)
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
	return 0, ErrSilent
}

// Watch yields everything said from now on, until ctx ends or she does. It
// fails at once with [ErrNobody], or with [samantha.ErrInvalid] if there is no
// such person.
func (c Client) Watch(ctx context.Context, as string) (iter.Seq2[Line, error], error) {
	resp, err := c.do(ctx, http.MethodGet, "/watch?as="+url.QueryEscape(as), nil)
	if err != nil {
		return nil, err
	}
	return func(yield func(Line, error) bool) {
		defer resp.Body.Close()
		lines[Line](resp.Body)(yield)
	}, nil
}

// Link asks for a link that lets one browser in for a person, once, within
// minutes. It fails like [Client.Watch].
func (c Client) Link(ctx context.Context, as string) (string, error) {
	body, err := json.Marshal(invitation{As: as})
	if err != nil {
		return "", err
	}
	resp, err := c.do(ctx, http.MethodPost, "/link", body)
	if err != nil {
		return "", err
	}
	defer resp.Body.Close()
	var i invitation
	if err := json.NewDecoder(io.LimitReader(resp.Body, maxCall)).Decode(&i); err != nil {
		return "", fmt.Errorf("%w: %w", ErrSilent, err)
	}
	return i.Link, nil
}

// Awake asks for a proof that she is awake there; [ErrNobody] if there is none.
func (c Client) Awake(ctx context.Context) error {
	ctx, cancel := context.WithTimeout(ctx, knock)
	defer cancel()
	nonce := rand.Text()
	resp, err := c.send(ctx, http.MethodGet, "/awake?nonce="+nonce, nil, "")
	if err != nil {
		return fmt.Errorf("%w: %w", ErrNobody, err)
	}
	defer resp.Body.Close()
	want := proof(c.Token, c.Address, nonce)
	got, err := io.ReadAll(io.LimitReader(resp.Body, int64(len(want))))
	if err != nil || !hmac.Equal(got, []byte(want)) {
		return fmt.Errorf("%w: another program listens there", ErrNobody)
	}
	return nil
}

// knock is how long she has to say that she is there.
const knock = 2 * time.Second

// do asks for the proof, and only then for what is wanted.
func (c Client) do(ctx context.Context, method, path string, body []byte) (*http.Response, error) {
	if err := c.Awake(ctx); err != nil {
		return nil, err
	}
	resp, err := c.send(ctx, method, path, body, "Bearer "+c.Token)
	if errors.Is(err, syscall.ECONNREFUSED) {
		return nil, ErrNobody
	}
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrSilent, err)
	}
	if resp.StatusCode == http.StatusOK {
		return resp, nil
	}
	defer resp.Body.Close()
	why, _ := io.ReadAll(io.LimitReader(resp.Body, 1000)) // as much of it as came
	text := string(bytes.TrimSpace(why))
	if resp.StatusCode == http.StatusBadRequest {
		kind := samantha.ErrInvalid
		return nil, fmt.Errorf("%s: %w", strings.TrimSuffix(text, ": "+kind.Error()), kind)
	}
	return nil, errors.New(text)
}

func (c Client) send(ctx context.Context, method, path string, body []byte, authorization string) (*http.Response, error) {
	r, err := http.NewRequestWithContext(ctx, method, "http://"+c.Address+path, bytes.NewReader(body))
	if err != nil {
		return nil, err
	}
	if authorization != "" {
		r.Header.Set("Authorization", authorization)
	}
	return outside.Home().Do(r)
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
