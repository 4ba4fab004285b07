# Two commands do everything: `make run` and `make test`. The rest is for those who carry it on.
SHELL := /bin/bash
PREFIX ?= /usr/local
SWIFT ?= swift
STATIC := -c release --static-swift-stdlib --disable-local-rpath
# One file for any Linux since Debian 12: SQLite, libsodium and libstdc++ inside, relative relocations packed, and no
# symbol exported, so that the linker drops what nothing uses.
ifeq ($(shell uname -s),Linux)
STATIC += -Xswiftc -use-ld=lld -Xlinker -z -Xlinker pack-relative-relocs -Xlinker --no-export-dynamic \
    -Xlinker -L$(CURDIR)/.build/static-libraries
endif
ARROWS := --explicit-target-dependency-import-check error
OURS := Sources Tests Package.swift

.PHONY: run test check build install dist deb bench lint clean

run: build ## Build, import what you choose, answer, and open the local page
	@scripts/run.sh "$$($(SWIFT) build $(STATIC) --show-bin-path)/limelight"

build:
	@scripts/system-libraries.sh
	@[ "$$(uname -s)" != Linux ] || scripts/static-libraries.sh >/dev/null
	@[ -e "$$($(SWIFT) build $(STATIC) --show-bin-path)/limelight" ] || \
	    echo "Building Limelight. The first time takes about five minutes on two cores; from then on only what changed is built."
	$(SWIFT) build $(STATIC) --product limelight

test: ## Install what the tests need, build and run all of them
	@scripts/system-libraries.sh tests
	@scripts/test.sh

check: lint ## Format, arrows, warnings as errors, tests, transcripts
	@scripts/system-libraries.sh tests
	$(SWIFT) build --build-tests $(ARROWS)
	@scripts/check-gates.sh
	@scripts/test.sh

lint:
	$(SWIFT) format lint --strict --recursive $(OURS)

install: build ## Put one stripped binary into PREFIX
	@scripts/install.sh "$$($(SWIFT) build $(STATIC) --show-bin-path)/limelight" "$(DESTDIR)$(PREFIX)"

dist: build ## Make an archive of the installed files
	@scripts/dist.sh "$$($(SWIFT) build $(STATIC) --show-bin-path)/limelight"

deb: build ## Make a Debian package of the same
	@scripts/deb.sh "$$($(SWIFT) build $(STATIC) --show-bin-path)/limelight"

bench: build ## Measure beside floors and peers into Benchmarks/RESULTS.md
	@scripts/system-libraries.sh bench
	@Benchmarks/run.sh "$$($(SWIFT) build $(STATIC) --show-bin-path)/limelight"

clean:
	$(SWIFT) package clean
