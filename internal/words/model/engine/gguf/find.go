package gguf

import (
	"cmp"
	"encoding/json"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
)

// Found is one model on this machine.
type Found struct {
	Path string
	From string // whose it is: "hers", "ollama", "huggingface", "lmstudio"
	Name string // as whoever keeps it calls it
	Size int64  // bytes
	Header
}

// Places are where models may be.
type Places struct {
	Own                            string // her own folder
	Ollama, HuggingFace, LMStudios []string
}

// Usual are the places on this machine: env is os.Getenv, home the person's folder.
func Usual(own, home string, env func(string) string) Places {
	in := func(parts ...string) string { return filepath.Join(append([]string{home}, parts...)...) }
	return Places{
		Own:         own,
		Ollama:      given(env("OLLAMA_MODELS"), in(".ollama", "models"), "/usr/share/ollama/.ollama/models", "/var/lib/ollama/models"),
		HuggingFace: given(env("HF_HUB_CACHE"), hub(env("HF_HOME")), in(".cache", "huggingface", "hub")),
		LMStudios:   given("", in(".lmstudio", "models"), in(".cache", "lm-studio", "models")),
	}
}

// hub is the hub folder below HF_HOME, if that is set.
func hub(home string) string {
	if home == "" {
		return ""
	}
	return filepath.Join(home, "hub")
}

func given(paths ...string) []string {
	return slices.DeleteFunc(paths, func(p string) bool { return p == "" })
}

// Bounds of one search, so that a folder full of other things ends it soon.
const (
	mostDepth = 6
	mostFiles = 20_000
	mostNames = 1 << 16 // bytes of one of Ollama's manifests
)

// Find lists the models in these places that can talk, each file once, the largest
// first. What cannot be read is left out: it is somebody else's.
func Find(p Places) []Found {
	var all []Found
	all = append(all, below(p.Own, "hers")...)
	for _, dir := range p.Ollama {
		all = append(all, ollama(dir)...)
	}
	for _, dir := range p.HuggingFace {
		all = append(all, below(dir, "huggingface")...)
	}
	for _, dir := range p.LMStudios {
		all = append(all, below(dir, "lmstudio")...)
	}
	slices.SortStableFunc(all, func(a, b Found) int { return cmp.Compare(b.Size, a.Size) })
	return once(all)
}

// once drops what is the same file by another name.
func once(all []Found) []Found {
	seen := map[string]bool{}
	return slices.DeleteFunc(all, func(f Found) bool {
		real, err := filepath.EvalSymlinks(f.Path)
		if err != nil || seen[real] {
			return true
		}
		seen[real] = true
		return false
	})
}

// below are the models whose names end in .gguf, in a folder and those in it.
func below(dir, from string) []Found {
	if dir == "" {
		return nil
	}
	var found []Found
	files := 0
	_ = filepath.WalkDir(dir, func(path string, e fs.DirEntry, err error) error {
		files++
		switch {
		case files > mostFiles:
			return fs.SkipAll
		case err != nil:
			return fs.SkipDir
		case e.IsDir() && strings.Count(strings.TrimPrefix(path, dir), string(filepath.Separator)) > mostDepth:
			return fs.SkipDir
		case e.IsDir() || !strings.EqualFold(filepath.Ext(path), ".gguf") || later(path):
			return nil
		}
		if f, ok := look(path, from, strings.TrimSuffix(filepath.Base(path), filepath.Ext(path))); ok {
			found = append(found, f)
		}
		return nil
	})
	return found
}

// later tells the parts of a model in several files apart from its first, which
// brings the others.
func later(path string) bool {
	part := regexp.MustCompile(`-(\d{5})-of-\d{5}\.gguf$`).FindStringSubmatch(path)
	return part != nil && part[1] != "00001"
}

// look reads one file. Models that do not talk (those that see, hear or only make
// vectors) and those without a template are none for her.
func look(path, from, name string) (Found, bool) {
	info, err := os.Stat(path)
	if err != nil || !info.Mode().IsRegular() {
		return Found{}, false
	}
	h, err := ReadFile(path)
	if err != nil || !h.Template {
		return Found{}, false
	}
	return Found{Path: path, From: from, Name: name, Size: info.Size(), Header: h}, true
}

// ollama reads manifests, which say by what digest a model's file is called.
func ollama(dir string) []Found {
	var found []Found
	manifests := filepath.Join(dir, "manifests")
	files := 0
	_ = filepath.WalkDir(manifests, func(path string, e fs.DirEntry, err error) error {
		files++
		switch {
		case files > mostFiles:
			return fs.SkipAll
		case err != nil:
			return fs.SkipDir
		case e.IsDir():
			return nil
		}
		digest, ok := weights(path)
		if !ok {
			return nil
		}
		name := filepath.Base(filepath.Dir(path)) + ":" + filepath.Base(path)
		if f, ok := look(filepath.Join(dir, "blobs", strings.Replace(digest, ":", "-", 1)), "ollama", name); ok {
			found = append(found, f)
		}
		return nil
	})
	return found
}

// weights is the digest of the file with the weights that a manifest names.
func weights(manifest string) (string, bool) {
	info, err := os.Stat(manifest)
	if err != nil || info.Size() > mostNames {
		return "", false
	}
	text, err := os.ReadFile(manifest)
	if err != nil {
		return "", false
	}
	var m struct {
		Layers []struct {
			MediaType string `json:"mediaType"`
			Digest    string `json:"digest"`
		} `json:"layers"`
	}
	if json.Unmarshal(text, &m) != nil {
		return "", false
	}
	for _, l := range m.Layers {
		if l.MediaType == "application/vnd.ollama.image.model" && regexp.MustCompile(`^sha256:[0-9a-f]{64}$`).MatchString(l.Digest) {
			return l.Digest, true
		}
	}
	return "", false
}
