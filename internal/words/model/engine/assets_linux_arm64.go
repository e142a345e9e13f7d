package engine

import "embed"

//go:embed all:assets/linux-arm64
var assets embed.FS

const assetsIn = "assets/linux-arm64"
