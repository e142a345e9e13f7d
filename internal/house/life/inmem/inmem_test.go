package inmem_test

import (
	"testing"

	"samantha/internal/house/life/inmem"
	"samantha/internal/house/life/logtest"
)

func TestContract(t *testing.T) {
	logtest.Run(t, func(testing.TB) *logtest.Bed {
		l := inmem.New()
		return &logtest.Bed{Log: l, Reopen: func() logtest.Log { return l }}
	})
}
