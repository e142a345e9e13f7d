package serve

import (
	"errors"
	"fmt"
	"net"
	"net/netip"
	"strconv"

	"samantha"
)

// Port is where she is found, if nobody else has it: SAMA on the keys of a
// phone.
const Port = 7262

// ports is how many she tries, from [Port] on.
const ports = 10

// listen takes the address, or, if none is given, the first free of her own.
func listen(address string) (net.Listener, error) {
	if address != "" {
		where, err := CheckAddress(address)
		if err != nil {
			return nil, err
		}
		return net.Listen("tcp", where)
	}
	var errs []error
	for port := Port; port < Port+ports; port++ {
		l, err := net.Listen("tcp", net.JoinHostPort("127.0.0.1", strconv.Itoa(port)))
		if err == nil {
			return l, nil
		}
		errs = append(errs, err)
	}
	return nil, fmt.Errorf("ports %d to %d are all taken; choose one with --listen 127.0.0.1:PORT: %w", Port, Port+ports-1, errors.Join(errs...))
}

// CheckAddress is an address of loopback with localhost written as a number, or
// [samantha.ErrInvalid]: anything else could be reached from outside, and there
// is nothing yet that would keep it safe there.
func CheckAddress(address string) (string, error) {
	host, port, err := net.SplitHostPort(address)
	if err != nil {
		return "", fmt.Errorf("--listen wants an address such as 127.0.0.1:%d: %w", Port, samantha.ErrInvalid)
	}
	if host == "localhost" {
		host = "127.0.0.1"
	}
	if ip, err := netip.ParseAddr(host); err != nil || !ip.Unmap().IsLoopback() || ip.Zone() != "" {
		return "", fmt.Errorf("--listen takes addresses of this machine alone, such as 127.0.0.1:%d; %q could be reached from outside: %w", Port, address, samantha.ErrInvalid)
	}
	if n, err := strconv.ParseUint(port, 10, 16); err != nil || n == 0 && port != "0" {
		return "", fmt.Errorf("--listen wants a port from 1 to 65535, not %q: %w", port, samantha.ErrInvalid)
	}
	return net.JoinHostPort(host, port), nil
}

// names are how she may be called: by her address, and as localhost with its
// port.
func (s *Server) names() []string {
	address := s.Address()
	_, port, err := net.SplitHostPort(address)
	if err != nil {
		return []string{address}
	}
	return []string{address, net.JoinHostPort("localhost", port)}
}
