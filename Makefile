# make serve: set up, build, serve the page.   make test: set up, run all tests.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
export PATH := $(CURDIR)/$(BIN):$(PATH)
PORT ?= 8000

.PHONY: setup build serve test check bench browser clean

setup: $(VENV)/ready node_modules/ready .cache/wheels/ready

$(VENV)/ready: requirements/dev.txt pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	command -v npm > /dev/null || $(BIN)/python -m pip install --quiet --require-hashes -r requirements/node.txt
	touch $@

node_modules/ready: package-lock.json $(VENV)/ready
	sh tools/npm.sh ci --no-audit --no-fund --loglevel=error
	touch $@

.cache/wheels/ready: requirements/page.txt $(VENV)/ready
	mkdir -p .cache/wheels
	$(BIN)/python -m pip download --quiet --disable-pip-version-check --require-hashes --no-deps --only-binary :all: \
	  --platform pyemscripten_2026_0_wasm32 --platform any --python-version 314 --implementation cp \
	  --abi cp314 --abi none -r requirements/page.txt -d .cache/wheels
	touch $@

build: setup
	$(BIN)/python build.py

serve: build
	@echo "The page: http://localhost:$(PORT)/"
	$(BIN)/python -m http.server --bind 127.0.0.1 --directory dist $(PORT)

check: setup
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	node node_modules/typescript/bin/tsc -p site/jsconfig.json
	node node_modules/eslint/bin/eslint.js site/js site/sw.js

test: check build browser
	$(BIN)/python -m pytest

browser: setup
	sh tools/browsers.sh

bench: build browser
	$(BIN)/python tools/bench.py
	$(BIN)/python tools/bench_page.py

clean:
	rm -rf dist .cache $(VENV) node_modules
