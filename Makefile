# `make run` and `make check` are all that a new user needs; both install what is missing.

SWIFT ?= swift
CONFIGURATION ?= debug

# `programs` builds under SCRATCH; `install` and `deb` take the programs in BUILT, which may be any other folder.
SCRATCH ?= .build/static
BUILT ?= $(SCRATCH)/release
# VERSION is the package's, when it is not to be that of debian/changelog.
VERSION ?=

# Debian's packages to build with; debian/control names them, too, and a test compares.
BUILD_PACKAGES = libphonenumber-dev libpq-dev libsystemd-dev libsqlite3-dev pkg-config python3

DESTDIR ?=
PREFIX ?= /usr/local
UNITS ?= $(PREFIX)/lib/systemd/system
ZSH_COMPLETIONS ?= $(PREFIX)/share/zsh/site-functions
DOCUMENTS = $(DESTDIR)$(PREFIX)/share/doc/majord

# The tests that wait on real sockets, threads and processes, and hold one of Swift's few threads meanwhile: one after the other.
WAITING_TESTS = AccountsTests|CStandardStreamsTests|ControlTests|PBXTests|SocketsTests|StoriesTests|SwitchboardTests|SystemdTests|VarlinkTests|majordTests

.PHONY: run check build build-majord tests test story peers-test sites campaign campaign-short fuzz lint generate peers bench programs install install-web deb booted dependencies test-dependencies \
	clean help

help: ## What can be made
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /  make \1\t/' | expand -t 20

run: dependencies build-majord ## Start majord on the example directory and show calls being decided
	@scripts/show-calls .build/$(CONFIGURATION)

check: dependencies test-dependencies lint ## Every test: test, peers-test, the short campaign, some fuzzing, and the package in booted Debians
	$(MAKE) test
	$(MAKE) peers-test
	$(MAKE) campaign-short
	$(MAKE) fuzz SECONDS=5
	$(MAKE) deb
	lintian --fail-on error .build/deb/*.deb
	$(MAKE) booted

test: tests ## The quick tests: no root, nothing installed but the libraries
	$(SWIFT) test --skip-build --disable-xctest --skip '^(EndToEnd|$(WAITING_TESTS))\.'
	$(SWIFT) test --skip-build --disable-xctest --no-parallel --filter '^($(WAITING_TESTS))\.'

story: tests ## Play one story (FILE=); Tests/Stories/README.md tells how to write one
	STORY=$(abspath $(FILE)) $(SWIFT) test --skip-build --filter '^StoriesTests\.'

peers-test: test-dependencies peers tests ## The tests with real Kamailio, sipp, Redis, Varlink clients and PostgreSQL servers
	$(SWIFT) test --skip-build --no-parallel --filter '^EndToEnd\.'
	MAJORD_PROGRAMS=.build/$(CONFIGURATION) Tests/PBX/run kamailio
	MAJORD_PROGRAMS=.build/$(CONFIGURATION) Tests/PBX/redirect
	MAJORD_PROGRAMS=.build/$(CONFIGURATION) Tests/PBX/lamps
	MAJORD_PROGRAMS=.build/$(CONFIGURATION) Tests/Sites/run --untimed --calm 5 --seconds 35 --seed 2775

sites: dependencies test-dependencies build-majord ## Several sites on a PostgreSQL that is killed, cut and failed over (ARGUMENTS="--long --seed 7")
	MAJORD_PROGRAMS=.build/$(CONFIGURATION) Tests/Sites/run $(ARGUMENTS)

campaign: dependencies build-majord ## Attack majord for twenty minutes: kill -9, damaged ledgers, load, floods, full disks (DRIVERS=, SEED=)
	MAJORD_PROGRAMS=.build/$(CONFIGURATION) Tests/Campaign/run $(if $(SEED),--seed $(SEED)) $(DRIVERS)

campaign-short: dependencies build-majord ## The same in a few minutes
	MAJORD_PROGRAMS=.build/$(CONFIGURATION) Tests/Campaign/run --short $(if $(SEED),--seed $(SEED)) $(DRIVERS)

fuzz: dependencies ## Fuzz each reader of what others write under AddressSanitizer (SECONDS=60, TARGET=)
	Fuzz/run $(or $(SECONDS),60) $(TARGET)

# majorctl is majord by another name: a link, which the package has, too.
tests: dependencies
	$(SWIFT) build --build-tests
	ln -sf majord .build/debug/majorctl

build: build-majord ## Build majord, majorctl and majord-web
	$(SWIFT) build -c $(CONFIGURATION) --product majord-web

# All but the pages, which take longer to build than the rest.
build-majord:
	$(SWIFT) build -c $(CONFIGURATION) --product majord
	ln -sf majord .build/$(CONFIGURATION)/majorctl

generate: ## The control interface's messages and the page of majorctl's JSON, from the .varlink files
	scripts/generate-api
	scripts/generate-json-manual

lint: ## The formatter's rules
	$(SWIFT) format lint --strict --recursive Sources Tests Fuzz Package.swift

dependencies: ## Debian's packages to build with
	@scripts/install-packages $(BUILD_PACKAGES)

test-dependencies: ## Debian's packages to test with
	@scripts/install-packages kamailio kamailio-redis-modules sip-tester redis-tools python3-venv curl systemd util-linux lua5.3 lua-socket \
		debootstrap systemd-container lintian zsh postgresql-15 iproute2 chromium nginx-light openssl

peers: .build/peers/installed ## The published Redis and Varlink clients for the tests

.build/peers/installed: Tests/EndToEnd/peers.txt
	python3 -m venv .build/peers
	.build/peers/bin/pip install --quiet -r Tests/EndToEnd/peers.txt
	.build/peers/bin/pip install --quiet --upgrade --target .build/peers/redis-7 redis==7.1.0
	touch $@

bench: dependencies ## Measure against a C server and Redis
	@scripts/install-packages redis-server redis-tools
	Benchmarks/run

# Generic types are asked for with what the compiler knows of them; by name alone, Swift's runtime looks each of their conformances up among thousands,
# a quarter of a millisecond each time.
DIRECT_TYPES = -Xswiftc -Xfrontend -Xswiftc -disable-concrete-type-metadata-mangled-name-accessors

programs: export MAJORD_TIME_ZONE_DATA = $(abspath $(SCRATCH))/time-zone-data.o
programs: dependencies ## Build majord, majorctl and majord-web as they are packaged, with Swift's runtime inside
	scripts/time-zone-data $(MAJORD_TIME_ZONE_DATA)
	for product in majord majord-web; do \
		$(SWIFT) build -c release --static-swift-stdlib --disable-local-rpath $(DIRECT_TYPES) --scratch-path $(SCRATCH) \
			--product $$product || exit 1; \
	done
	ln -sf majord $(SCRATCH)/release/majorctl

install: ## Install what `make programs` built (DESTDIR=, PREFIX=/usr/local)
	install -d $(DESTDIR)/etc/majord/clients.d $(DESTDIR)/etc/majord/notify.d
	for file in majord.yaml agents.yaml; do \
		test -e $(DESTDIR)/etc/majord/$$file || install -m 644 debian/directory/$$file $(DESTDIR)/etc/majord/ || exit 1; \
	done
	install -D -t $(DESTDIR)$(PREFIX)/bin $(BUILT)/majord
	ln -sf majord $(DESTDIR)$(PREFIX)/bin/majorctl
	install -d $(DESTDIR)$(UNITS)
	for unit in $(filter-out systemd/majord-web.service, $(wildcard systemd/*.service systemd/*.socket systemd/*.timer)); do \
		sed 's|/usr/bin/major|$(PREFIX)/bin/major|; s|/usr/lib/majord|$(PREFIX)/lib/majord|' $$unit >$(DESTDIR)$(UNITS)/$${unit#systemd/} || exit 1; \
	done
	install -D -t $(DESTDIR)$(PREFIX)/lib/systemd/system-generators systemd/majord-generator
	install -D -t $(DESTDIR)$(PREFIX)/lib/majord systemd/new-fastagi-token systemd/fetch-calendar
	install -D -m 644 -t $(DOCUMENTS)/examples/majord.service.d systemd/majord.service.d/postgresql.conf
	install -D -m 644 systemd/majord.sysusers $(DESTDIR)$(PREFIX)/lib/sysusers.d/majord.conf
	install -D -m 644 systemd/majord.tmpfiles $(DESTDIR)$(PREFIX)/lib/tmpfiles.d/majord.conf
	install -D -m 644 -t $(DESTDIR)$(PREFIX)/lib/systemd/catalog systemd/majord.catalog
	install -D -m 644 -t $(DESTDIR)$(PREFIX)/share/man/man1 docs/man/majorctl.1
	install -D -m 644 -t $(DESTDIR)$(PREFIX)/share/man/man5 docs/man/majord.yaml.5 docs/man/majorctl-json.5
	install -D -m 644 -t $(DESTDIR)$(PREFIX)/share/man/man8 docs/man/majord.8
	install -d $(DESTDIR)$(PREFIX)/share/bash-completion/completions $(DESTDIR)$(ZSH_COMPLETIONS) \
		$(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d
	for program in majord majorctl; do \
		built=$(DESTDIR)$(PREFIX)/bin/$$program && \
		$$built --generate-completion-script bash | sed '1{/^#!/d}' \
			>$(DESTDIR)$(PREFIX)/share/bash-completion/completions/$$program && \
		$$built --generate-completion-script zsh >$(DESTDIR)$(ZSH_COMPLETIONS)/_$$program && \
		$$built --generate-completion-script fish \
			>$(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/$$program.fish || exit 1; \
	done
	install -D -m 644 -t $(DOCUMENTS) README.md $(filter-out docs/web.md, $(wildcard docs/*.md))
	install -D -m 644 -t $(DOCUMENTS)/decisions docs/decisions/*.md
	install -D -m 644 -t $(DOCUMENTS)/reports docs/reports/*.png
	install -d $(DOCUMENTS)/examples
	cp -R --no-preserve=mode,ownership etc/* $(DOCUMENTS)/examples/
	@test -n "$(DESTDIR)" || printf '%s\n' 'To start it:' \
		'  systemd-sysusers && systemd-tmpfiles --create && $(PREFIX)/lib/majord/new-fastagi-token' \
		'  chgrp majord /etc/majord && chmod 750 /etc/majord' '  systemctl daemon-reload && journalctl --update-catalog' \
		'  systemctl enable --now majord-pbx.socket majord-control.socket majord.service'

install-web: ## Install the office's pages that `make programs` built
	install -D -t $(DESTDIR)$(PREFIX)/bin $(BUILT)/majord-web
	install -d $(DESTDIR)$(UNITS)
	sed 's|/usr/bin/major|$(PREFIX)/bin/major|' systemd/majord-web.service >$(DESTDIR)$(UNITS)/majord-web.service
	install -D -m 644 systemd/majord-web.sysusers $(DESTDIR)$(PREFIX)/lib/sysusers.d/majord-web.conf
	install -D -m 644 -t $(DESTDIR)$(PREFIX)/share/man/man8 docs/man/majord-web.8
	install -D -m 644 -t $(DESTDIR)$(PREFIX)/share/doc/majord-web docs/web.md
	install -D -m 644 -t $(DESTDIR)$(PREFIX)/share/doc/majord-web/web docs/web/*.png
	install -D -m 644 -t $(DESTDIR)$(PREFIX)/share/doc/majord-web/examples etc/nginx/majord-web.conf etc/caddy/Caddyfile

deb: $(if $(filter file,$(origin BUILT)),programs) ## Build majord's Debian packages into .build/deb (VERSION=, BUILT=FOLDER of built programs)
	@scripts/install-packages debhelper fakeroot $(BUILD_PACKAGES)
	rm -rf .build/deb
	mkdir -p .build/deb/majord
	cp -R LICENSE Makefile README.md debian docs etc systemd .build/deb/majord/
	$(if $(VERSION),sed -i '1s/(.*)/($(VERSION))/' .build/deb/majord/debian/changelog)
	cd .build/deb/majord && BUILT=$(abspath $(BUILT)) dpkg-buildpackage -b -us -uc
	@ls -l .build/deb/*.deb

booted: ## Test the package of `make deb` in booted Debians (DEB=, STORIES=), and two sites as docs/sites.md sets them up
	Tests/Booted/run
	Tests/Sites/setup

clean: ## Remove what was built
	rm -rf .build Benchmarks/.build
