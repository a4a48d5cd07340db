# Policymark. `make` alone lists the targets.

GO ?= go
NPM ?= npm
WEB := $(NPM) --prefix web --silent
VERSION := $(shell git describe --tags --always --dirty 2>/dev/null || echo dev)

# Go compiles for WebAssembly, and finds what runs a test of it under Node.
ON_WASM = PATH="$$PATH:$$($(GO) env GOROOT)/lib/wasm" GOOS=js GOARCH=wasm

.DEFAULT_GOAL := help

help: ## list the targets
	@awk -F':.*## ' '/^[a-z0-9-]+:.*## /{printf "  make %-12s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

run: build ## build the page, serve it and print its address
	@$(GO) run ./scripts/serve dist

build: dist/policymark.html ## make dist/ for any static host, and dist/policymark.html in one file

engine: build/engine.wasm build/wasm_exec.js ## build the engine alone

build/engine.wasm: FORCE
	@mkdir -p build
	@GOOS=js GOARCH=wasm $(GO) build -trimpath -buildvcs=false -ldflags="-s -w -X github.com/policymark/policymark/wasm/engine.Version=$(VERSION)" -o $@ ./wasm

build/wasm_exec.js: FORCE
	@mkdir -p build
	@cp "$$($(GO) env GOROOT)/lib/wasm/wasm_exec.js" $@

web/node_modules/.package-lock.json: web/package-lock.json
	@$(NPM) --prefix web ci --no-audit --no-fund
	@touch $@

dist/policymark.html: engine web/node_modules/.package-lock.json FORCE
	@$(WEB) run build

format: web/node_modules/.package-lock.json ## lay out all source files as `make check` wants them
	@gofmt -w core wasm scripts
	@$(WEB) run format

gen: ## write the files that follow from others
	@cd wasm/protocol && $(GO) generate

test: check test-go test-wasm test-web e2e-page licences ## test a change, in a real browser too: some seven minutes on two cores

test-all: rest-wasm rest-web rest-page e2e-elements e2e-firefox e2e-webkit test-sites reproducible ## what `make test` leaves out: some fifteen minutes more

check: web/node_modules/.package-lock.json ## formatting, linting, types, generated files
	@test -z "$$(gofmt -l core wasm scripts)" || { echo "gofmt these:"; gofmt -l core wasm scripts; exit 1; }
	@$(GO) vet ./core/... ./scripts/... ./wasm/protocol/... ./wasm/engine/... ./wasm/convert/...
	@GOOS=js GOARCH=wasm $(GO) vet ./wasm/...
	@$(GO) build -o build/staticcheck honnef.co/go/tools/cmd/staticcheck
	@build/staticcheck ./...
	@GOOS=js GOARCH=wasm build/staticcheck ./wasm/...
	@$(GO) run ./scripts/protocolgen -root . -check
	@$(WEB) run check

test-go: ## the core's tests
	@$(GO) test ./...

test-wasm: ## the same tests on WebAssembly, under Node, without the long ones and those of the command
	@$(ON_WASM) $(GO) test -short $$($(GO) list ./core/... | grep -v /cmd/) ./wasm/...

rest-wasm: ## all of the core's tests on WebAssembly
	@$(ON_WASM) $(GO) test ./core/... ./wasm/...

test-web: engine web/node_modules/.package-lock.json ## the page's unit tests, without the long ones
	@$(WEB) run test

rest-web: engine web/node_modules/.package-lock.json ## the long ones of the page's unit tests
	@$(WEB) run test:rest

e2e-page: build ## the page in a real Chromium, over HTTP and from disk
	@$(WEB) run e2e

rest-page: build ## the page with what takes gigabytes or minutes, in its other colours, and more of it from disk
	@$(WEB) run e2e:rest

package: build ## make dist/package, the elements for other pages
	@$(WEB) run package

e2e-elements: package ## the elements in others' pages, in a real Chromium
	@$(WEB) run e2e:elements

e2e-firefox: package ## the page and the elements in Firefox, where there is one
	@$(WEB) run e2e:firefox

e2e-webkit: package ## the page and the elements in WebKitGTK, where there is one
	@$(WEB) run e2e:webkit

site: package ## make build/site, the project's own documentation with the editor in it (POLICYMARK_BASE=/path/)
	@node web/sites/build.mjs docs

test-sites: site ## our own site, the package in a project of Vite, and the elements in sites of Hugo, VitePress and Docusaurus
	@node web/sites/build.mjs plain vite hugo vitepress docusaurus
	@$(WEB) run sites

release: package ## make build/release: page, site, package, command, bill of materials, checksums
	@$(GO) run ./scripts/release

reproducible: ## make a release of the last commit twice, in two folders, and compare the bytes
	@$(GO) run ./scripts/release -twice

notices: package ## write THIRD_PARTY_NOTICES.md, the licences of all that ships
	@$(GO) run ./scripts/release -notices

licences: package ## check that the notices are current and that every licence is allowed
	@$(GO) run ./scripts/release -check

audit: web/node_modules/.package-lock.json ## look for known vulnerabilities; asks the network
	@$(GO) build -o build/govulncheck golang.org/x/vuln/cmd/govulncheck
	@build/govulncheck ./...
	@GOOS=js GOARCH=wasm build/govulncheck ./wasm/...
	@$(NPM) --prefix web audit

fuzz: ## fuzz every target for FUZZTIME (10s) each
	@$(GO) run ./scripts/fuzz -time $(or $(FUZZTIME),10s)

bench: package ## print speed and size beside their budgets
	@$(GO) run ./scripts/bench

soak: package ## edit at random in the page for MINUTES (60), and watch memory, latency and what agrees
	@cd web && POLICYMARK_MINUTES=$(or $(MINUTES),60) npx playwright test --config bench/playwright.config.ts soak.bench

shots: package ## take pictures of every view into build/shots (make shots only="phone help")
	@cd web && node shots/take.mjs ../build/shots $(only)

rule: ## start a rule (make rule name=my-rule), or write the index of rules
	@$(GO) run ./scripts/rule $(name)

eval: ## judge the reading of practices on real policies
	@$(GO) run ./scripts/eval

tree: ## the packages and what they import of each other
	@$(GO) list -f '{{.ImportPath}}: {{range .Imports}}{{.}} {{end}}' ./... | sed -n 's#github.com/policymark/policymark/##gp'

clean: ## remove what was built
	@rm -rf build dist

# One thing after the other: the tests of browsers would be in each other's way.
.NOTPARALLEL:

FORCE:
.PHONY: help run build engine format gen test test-all check test-go test-wasm rest-wasm test-web rest-web e2e-page rest-page e2e-elements e2e-firefox e2e-webkit package site test-sites release reproducible notices licences audit fuzz bench soak shots eval rule tree clean FORCE
