# Nabla's commands; `make` alone lists them. Everything that a command needs and the machine lacks is installed first,
# once: what is already there costs no time.
SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DELETE_ON_ERROR:

PYTHON ?= python3
LESSON ?= notebooks/en/01-from-one-neuron-to-xor.ipynb

# Debian packages. The toolchain's are what swift.org asks for beside its archive, as far as a build here needs it.
# Graphviz, librsvg and the fonts draw pictures at run time; without them Nabla says less, and works.
TOOLCHAIN_PACKAGES := binutils libc6-dev libcurl4 libedit2 libgcc-12-dev libncurses6 libsqlite3-0 libstdc++-12-dev \
  libxml2 zlib1g-dev
BUILD_PACKAGES := $(TOOLCHAIN_PACKAGES) libzmq3-dev libsodium-dev
DRAWING_PACKAGES := graphviz librsvg2-2 fonts-dejavu-core
TEST_PACKAGES := chromium
# Languages that scalar cells are measured beside.
PEER_PACKAGES := lua5.4 luajit

# One sentence about a bad import is better than a build that works by accident.
SWIFT_FLAGS := --explicit-target-dependency-import-check error
RELEASE_FLAGS := -c release --static-swift-stdlib --product nabla
NABLA := .build/release/nabla
LESSON_NAME := $(basename $(notdir $(LESSON)))
SOURCES := Package.swift $(shell find Sources kernelspec -type f)

.PHONY: help lesson lab build generate test test-swift test-python oracle bench clean packages drawing-packages test-packages

help: ## Lists the commands
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-8s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

lesson: $(NABLA) drawing-packages ## Runs the first lesson here: tables and curve in the terminal, and as a page
	@mkdir -p .lesson
	@$(NABLA) install --user
	@$(NABLA) run $(LESSON) -o .lesson/$(LESSON_NAME).ipynb --html .lesson/$(LESSON_NAME).html
	@echo
	@echo "The lesson with its outputs: .lesson/$(LESSON_NAME).ipynb, and as a page: .lesson/$(LESSON_NAME).html"
	@echo "To open it in JupyterLab: make lab"

lab: $(NABLA) .venv/lab.stamp drawing-packages ## Opens the lessons in JupyterLab
	@$(NABLA) install --prefix .venv
	@scripts/lab $(LESSON)

build: $(NABLA) ## Builds .build/release/nabla

test: test-swift test-python ## Runs every test: Swift, Jupyter clients, notebooks, a real browser

test-swift: packages drawing-packages
	@swift run $(SWIFT_FLAGS) PreludeGenerator --check .
	@swift test $(SWIFT_FLAGS)
	@$(PYTHON) Tests/oracle/record.py --check --sample 8

oracle: packages ## Checks every recorded program of Tests/oracle against swiftc
	@$(PYTHON) Tests/oracle/record.py --check

generate: packages ## Writes what cells can call anew, after a change of the library's public declarations
	@swift run $(SWIFT_FLAGS) PreludeGenerator --report .

test-python: $(NABLA) .venv/test.stamp test-packages drawing-packages
	@$(NABLA) install --prefix .venv
	@.venv/bin/pytest Tests

bench: $(NABLA) .venv/test.stamp .venv/bench.stamp ## Measures the kernel, cells, operations and training beside their peers
	@$(NABLA) install --prefix .venv
	@.venv/bin/python Benchmarks/kernel.py
	@scripts/debian-packages $(PEER_PACKAGES)
	@$(PYTHON) Benchmarks/interp.py $(NABLA)
	@swift build $(SWIFT_FLAGS) -c release --product kernel-bench
	@.venv/bin/python Benchmarks/operations.py .build/release/kernel-bench
	@swift build $(SWIFT_FLAGS) -c release --product training-bench
	@.venv/bin/python Benchmarks/training.py .build/release/training-bench --cells $(NABLA)

clean: ## Removes everything that was built
	@rm -rf .build .venv .lesson .screenshots

# The touch matters where an edit changes no machine code: SwiftPM then leaves the program as it was.
$(NABLA): $(SOURCES) | packages
	@scripts/require-swift
	@swift build $(RELEASE_FLAGS) $(SWIFT_FLAGS)
	@touch $@

packages:
	@scripts/debian-packages $(BUILD_PACKAGES)

drawing-packages:
	@scripts/debian-packages $(DRAWING_PACKAGES)

test-packages:
	@scripts/debian-packages $(TEST_PACKAGES)

.venv/lab.stamp: notebooks/requirements.txt
	@PYTHON=$(PYTHON) scripts/python-packages $<
	@touch $@

.venv/bench.stamp: Benchmarks/requirements.txt
	@PYTHON=$(PYTHON) scripts/python-packages $<
	@touch $@

.venv/test.stamp: Tests/requirements.txt notebooks/requirements.txt
	@PYTHON=$(PYTHON) scripts/python-packages $<
	@touch $@
