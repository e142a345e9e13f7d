//go:build !linux || !(amd64 || arm64)

package engine

import "embed"

// On other systems nothing is packed in: the engine stands beside the program or
// it is not there.
//
//go:embed pins.txt
var assets embed.FS

const assetsIn = "assets"
