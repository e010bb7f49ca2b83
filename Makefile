# The whole workflow. `make` alone lists it.
PYTHON ?= python3
PORT ?= 8000
RECORDS ?= 1000
MUTANTS ?= 60
MOMENTS ?= 50
LICENCES := MIT;BSD;Apache;ISC;PSF;Python Software Foundation;MPL;Mozilla;Unlicense;Public Domain;CC0;LGPL
NEEDED = $(shell sed -n 's/^\([a-z0-9.-]*\)==.*/\1/p' requirements.txt)
COVERED := source model archive checks editing pages
BIN := .venv/bin
NODE_BIN := node_modules/.bin
WEB := $(if $(shell command -v npm),node_modules/.installed)
# The theme announces its successor before every build; docs/about/design.md says what that means here.
export NO_MKDOCS_2_WARNING := 1

COMPILE = uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-strip-extras --upgrade --no-emit-index-url \
  --no-emit-find-links --custom-compile-command 'make lock'

.DEFAULT_GOAL := help
.PHONY: help install serve build check fmt test killed grown goldens fonts picture picture-check codes mutants bench weight lighthouse lint format lock audit clean

help: ## list the targets
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /  make \1\t/' | expand -t 18

install: .venv/.installed ## create .venv and install what the site needs

.venv/.installed: requirements.txt pyproject.toml
	$(PYTHON) -m venv .venv || { $(PYTHON) -m venv --clear --without-pip .venv && $(PYTHON) -m pip --python .venv/bin/python install --quiet pip; }
	$(BIN)/pip install --quiet --require-hashes -r requirements.txt
	$(BIN)/pip install --quiet --no-deps --no-build-isolation --editable . # the command `readouts`
	touch $@

# Forks of MkDocs in a folder of their own: one of them would overwrite MkDocs. They need nothing that MkDocs does not.
.venv/.installed-dev: requirements-dev.txt requirements-engines.txt .venv/.installed
	$(BIN)/pip install --quiet --require-hashes -r requirements-dev.txt
	rm -rf .venv/engines
	$(BIN)/pip install --quiet --require-hashes --no-deps --target .venv/engines -r requirements-engines.txt
	touch $@

serve: install ## build the pages and serve them on http://127.0.0.1:8000 (PORT=…)
	$(BIN)/mkdocs serve --dev-addr 127.0.0.1:$(PORT)

build: install ## build the site into site/; any warning fails
	$(BIN)/mkdocs build --strict

check: install ## check the records and their layout; no page and no record is written
	$(BIN)/readouts check $(if $(GITHUB_ACTIONS),--format github)
	$(BIN)/readouts fmt --check

fmt: install ## lay the records out
	$(BIN)/readouts fmt

test: .venv/.installed-dev ## run every test; finds or installs a browser, and asks what they covered
	$(BIN)/python tests/browser.py
	$(BIN)/python -m pytest --cov --cov-report=
	@for room in $(COVERED); do echo "Lines and branches of $$room that the tests passed through:"; \
	  $(BIN)/coverage report --include="scripts/readouts/$$room/*" --fail-under=95 --skip-covered --show-missing || exit; done

killed: .venv/.installed-dev ## kill builds at MOMENTS=50 random moments: the site is the old one or the new one
	$(BIN)/pytest --moments $(MOMENTS) tests/mkdocs/test_beside.py

grown: .venv/.installed-dev ## run every test in a copy with new records: none may notice
	$(BIN)/python tests/browser.py
	cd tests && PYTHONPATH=.:../scripts ../$(BIN)/python grown.py

goldens: .venv/.installed-dev ## write the expected pages in tests/golden/ anew; read every change before you commit it
	cd tests && PYTHONPATH=.:../scripts ../$(BIN)/python goldens.py

fonts: .venv/.installed-dev ## cut the site’s faces anew out of the fonts that they are made of (needs npm)
	rm -rf .venv/fonts
	$(BIN)/pip install --quiet --require-hashes --no-deps --target .venv/fonts -r requirements-fonts.txt
	cd tests && PYTHONPATH=.:../scripts:../.venv/fonts ../$(BIN)/python fonts.py

picture: build .venv/.installed-dev ## take the README’s picture of a talk
	cd tests && PYTHONPATH=.:../scripts ../$(BIN)/python readme_picture.py

picture-check: build .venv/.installed-dev ## fail where the page in the README’s picture says something else by now
	cd tests && PYTHONPATH=.:../scripts ../$(BIN)/python readme_picture.py --check

codes: .venv/.installed-dev ## compare the codes of states in the model with two libraries that keep them
	rm -rf .venv/codes
	$(BIN)/pip install --quiet --require-hashes --no-deps --target .venv/codes -r requirements-codes.txt
	cd tests && PYTHONPATH=.:../scripts:../.venv/codes ../$(BIN)/python state_codes.py

mutants: .venv/.installed-dev ## break MUTANTS=60 places of the code, one at a time: the tests must notice 85 % of them
	$(BIN)/pip install --quiet --require-hashes -r requirements-mutants.txt
	cd tests && PYTHONPATH=.:../scripts ../$(BIN)/python mutants.py $(MUTANTS)

bench: .venv/.installed-dev ## measure builds of RECORDS=1000 synthetic records beside plain MkDocs, Zensical and Hugo
	$(BIN)/pip install --quiet --require-hashes -r requirements-bench.txt
	cd tests && PYTHONPATH=.:../scripts ../$(BIN)/python -m bench $(RECORDS) --to ../bench.json

weight: .venv/.installed-dev ## tell how many kB of site RECORDS=1000 synthetic records have each, by what they are
	cd tests && PYTHONPATH=.:../scripts ../$(BIN)/python -m bench.weight $(RECORDS)

lighthouse: build .venv/.installed-dev ## Lighthouse’s scores of three pages (needs Node)
	cd tests && PYTHONPATH=.:../scripts ../$(BIN)/python lighthouse.py

lint: .venv/.installed-dev $(WEB) ## style, types and format of the code (of the site’s scripts and style sheets with Node)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo
ifdef WEB
	$(NODE_BIN)/biome check --error-on-warnings
	$(NODE_BIN)/tsc
else
	@echo 'There is no Node: the scripts and style sheets of the site were not checked.' >&2; test -z "$$CI"
endif

format: .venv/.installed-dev $(WEB) ## format the code, and write the constants for the site’s scripts and the settings for editors
	$(BIN)/ruff check --fix-only .
	$(BIN)/ruff format .
	PYTHONPATH=scripts $(BIN)/python -m readouts.build.browser_constants
	PYTHONPATH=scripts $(BIN)/python -m readouts.build.editor_files
ifdef WEB
	$(NODE_BIN)/biome check --write --linter-enabled=false
endif

node_modules/.installed: package-lock.json
	npm ci --no-audit --no-fund --loglevel=error
	touch $@

lock: .venv/.installed-dev ## pin the newest dependencies that pyproject.toml allows
	$(BIN)/pip install --quiet --require-hashes -r requirements-lock.txt
	$(BIN)/$(COMPILE) --group build pyproject.toml -o requirements.txt
	$(BIN)/$(COMPILE) -c requirements.txt --group dev -o requirements-dev.txt
	$(BIN)/$(COMPILE) -c requirements.txt -c requirements-dev.txt --group bench -o requirements-bench.txt
	$(BIN)/$(COMPILE) -c requirements.txt -c requirements-dev.txt --group mutants -o requirements-mutants.txt
	$(BIN)/$(COMPILE) --group lock -o requirements-lock.txt
	$(BIN)/$(COMPILE) --group audit -o requirements-audit.txt
	$(BIN)/$(COMPILE) --no-deps --group engines -o requirements-engines.txt
	$(BIN)/$(COMPILE) --no-deps --group codes -o requirements-codes.txt
	$(BIN)/$(COMPILE) --no-deps --group fonts -o requirements-fonts.txt

# Tools of their own environment: they look at what the site needs and must not be part of it.
audit: install ## look for known weaknesses and for licences of what the site needs, and list it (CycloneDX) in .cache/sbom.json
	test -x .cache/audit/bin/python || $(PYTHON) -m venv .cache/audit
	.cache/audit/bin/pip install --quiet --require-hashes -r requirements-audit.txt
	.cache/audit/bin/pip-licenses --python $(BIN)/python --packages $(NEEDED) --partial-match --allow-only '$(LICENCES)'
	.cache/audit/bin/cyclonedx-py requirements requirements.txt --output-reproducible --of JSON -o .cache/sbom.json
	.cache/audit/bin/pip-audit --disable-pip --require-hashes -r requirements.txt -r requirements-dev.txt

clean: ## remove everything that can be made again
	git clean -Xdf --quiet
