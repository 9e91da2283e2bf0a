# planledger: everything a person or CI runs. Each target sets up what it needs.
SHELL := /bin/bash
SWIFT_FLAGS ?=
RELEASE := .build/release/planledger
RELEASE_FLAGS := -c release -Xswiftc -static-executable
PREFIX ?= /usr/local
FUZZ_SECONDS ?= 60
FUZZ_TARGETS ?=

# Debian packages that a build or a test needs, and the file by which each is known to be there.
PACKAGES := liblmdb-dev:/usr/include/lmdb.h libssl-dev:/usr/include/openssl/evp.h \
  rapidjson-dev:/usr/include/rapidjson/reader.h libsqlite3-dev:/usr/include/sqlite3.h \
  libxxhash-dev:/usr/include/xxhash.h pkg-config:/usr/bin/pkg-config

.PHONY: help setup build release demo test test-long fuzz lint format bench install clean
help: ## this list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /  \1\t/' | expand -t 16

setup: ## install what is missing from Debian's packages; quiet when nothing is
	@.ci/setup $(PACKAGES)

build: setup ## build everything, debug
	swift build $(SWIFT_FLAGS)

release: setup ## build the static release executable
	@swift build $(RELEASE_FLAGS) --product planledger $(SWIFT_FLAGS)

demo: release ## the main job on the real case
	@Examples/demo $(RELEASE)

test: setup ## all tests that run in minutes
	swift build --build-tests $(SWIFT_FLAGS)
	swift test --skip-build $(SWIFT_FLAGS)

test-long: release ## the oracle on 100,000 random histories, and rebuilds killed on a large ledger
	Tests/Long/killed-rebuild $(RELEASE) 1000000
	PLANLEDGER_HISTORIES=100000 swift test -c release -Xswiftc -enable-testing --filter OracleTests $(SWIFT_FLAGS)

fuzz: setup ## hostile inputs for FUZZ_SECONDS each of FUZZ_TARGETS
	SWIFT_FLAGS="$(SWIFT_FLAGS)" Tests/Fuzz/run $(FUZZ_SECONDS) $(FUZZ_TARGETS)

lint: ## formatting and house rules
	swift format lint --strict --recursive --parallel Package.swift Sources Events Projections Tests Benchmarks

format: ## format in place
	swift format --in-place --recursive --parallel Package.swift Sources Events Projections Tests Benchmarks

bench: setup ## workloads beside their peers, release build
	@Benchmarks/Peers/graphql/setup
	swift build $(RELEASE_FLAGS) --product planledger-bench $(SWIFT_FLAGS)
	@$(MAKE) --no-print-directory release
	.build/release/planledger-bench

install: release ## copy the executable to $(PREFIX)/bin
	install -d $(DESTDIR)$(PREFIX)/bin
	install -s -m 755 $(RELEASE) $(DESTDIR)$(PREFIX)/bin/planledger

clean: ## remove build products
	rm -rf .build
