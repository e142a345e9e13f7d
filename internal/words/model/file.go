package model

import (
	"net/url"
	"slices"
	"strings"
)

// EngineHost stands in an address for her own engine. No name server can lead such a name
// away from this machine (RFC 6761), and whoever carries the request asks none.
const EngineHost = "engine.localhost"

// EngineName is what a person calls the server at [EngineHost].
const EngineName = "her own engine"

// File is a model file on this machine that her own engine can run.
type File struct {
	Name    string
	Path    string // absolute
	Bytes   int64
	Context int // tokens it was trained for
}

// Endpoint is where a file is spoken to.
func (f File) Endpoint(p Patience) Endpoint {
	u := url.URL{Scheme: "http", Host: EngineHost, Path: f.Path + "/v1"}
	return Endpoint{Dialect: Engine, URL: u.String(), Model: f.Name, Patience: p}
}

// FileOf parts the path of an address at [EngineHost]: the file, and what is asked of it.
func FileOf(path string) (file, asked string, ok bool) {
	i := strings.LastIndex(path, "/v1/")
	if i <= 0 {
		return "", "", false
	}
	return path[:i], path[i:], true
}

// files are the models of her own engine, without those that a server has by the same name.
func (f Finder) files(served []Found) []Found {
	if f.Files == nil {
		return nil
	}
	var out []Found
	for _, file := range f.Files() {
		if slices.ContainsFunc(served, func(x Found) bool { return x.Name == file.Name }) {
			continue
		}
		info := Info{Name: file.Name, Server: EngineName, Bytes: file.Bytes, Context: file.Context}
		out = append(out, Found{Info: info, Endpoint: file.Endpoint(f.Patience)})
	}
	return out
}

// Usable are those of [Finder.Look] that may be taken without a word: a file that is too
// large for the memory would be read from the disk again and again.
func (f Finder) Usable(all []Found) []Found {
	return slices.DeleteFunc(slices.Clone(all), func(x Found) bool {
		return x.Endpoint.Dialect == Engine && x.Bytes > f.room()
	})
}

// ServerOf is who has an endpoint, as a person knows it.
func ServerOf(e Endpoint) string {
	if e.Dialect == Engine {
		return EngineName
	}
	return Host(e.URL)
}
