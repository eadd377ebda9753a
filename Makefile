# `make run` and `make check` are all that a new user needs; both install what is missing.

SWIFT ?= swift
CONFIGURATION ?= debug

.PHONY: run check build test lint peers bench dependencies test-dependencies clean help

help: ## What can be made
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /  make \1\t/' | expand -t 20

run: dependencies build ## Start majord on the example directory and show calls being decided
	@scripts/show-calls .build/$(CONFIGURATION)

check: dependencies test-dependencies peers lint ## Every test, with real Kamailio, sipp and Redis clients
	$(SWIFT) build --build-tests
	# One after the other: many tests run real programs, and two cores are soon too few for their deadlines.
	$(SWIFT) test --skip-build --no-parallel

build: ## Build majord and majorctl
	$(SWIFT) build -c $(CONFIGURATION) --product majord
	$(SWIFT) build -c $(CONFIGURATION) --product majorctl

lint: ## The formatter's rules
	$(SWIFT) format lint --strict --recursive Sources Tests Package.swift

dependencies: ## Debian's packages to build with
	@scripts/install-packages libphonenumber-dev libsystemd-dev libsqlite3-dev libical-dev pkg-config

test-dependencies: ## Debian's packages to test with
	@scripts/install-packages kamailio kamailio-redis-modules sip-tester redis-tools python3-venv systemd util-linux lua5.3 lua-socket

peers: .build/peers/installed ## The published Redis and Varlink clients for the tests

.build/peers/installed: Tests/EndToEnd/peers.txt
	python3 -m venv .build/peers
	.build/peers/bin/pip install --quiet -r Tests/EndToEnd/peers.txt
	touch $@

bench: dependencies ## Measure against a C server and Redis
	@scripts/install-packages redis-server redis-tools
	Benchmarks/run

clean: ## Remove what was built
	rm -rf .build Benchmarks/.build
