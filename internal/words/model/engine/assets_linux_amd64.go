package engine

import "embed"

//go:embed all:assets/linux-amd64
var assets embed.FS

const assetsIn = "assets/linux-amd64"
