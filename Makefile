# `make demo` and `make test` need Python 3.11 or newer and make. Everything that they install goes into $(VENV).

PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
DRAFT ?= fixtures/quake/draft-errors.md
SOURCES ?= $(dir $(DRAFT))sources

# Every package is named with its hash in a lock; --no-deps keeps pip from adding one that is not.
PIP := $(BIN)/python -m pip --disable-pip-version-check
LOCKED := install --quiet --require-hashes --no-deps

.PHONY: demo test short native bench readme lock clean

# The package is run from this folder: nothing is built for the demonstration.
demo: $(VENV)/.runtime
	@echo "A draft with slips in it against the notes it was written from: each wrong figure, date and quotation,"
	@echo "with the sentence of the source beside it. The command exits with 1, so that a newsroom's CI can stop here."
	@echo
	@echo "\$$ $(BIN)/python -m factcheck check $(DRAFT) --sources $(SOURCES)"
	@$(BIN)/python -m factcheck check $(DRAFT) --sources $(SOURCES) || [ $$? -eq 1 ]
	@echo
	@echo "The sources themselves: who agrees, who differs, who stands alone (the first rows; what differs comes first)."
	@echo "Two papers that print one agency's copy count as one origin."
	@echo
	@echo "\$$ $(BIN)/python -m factcheck compare $(SOURCES)"
	@$(BIN)/python -m factcheck compare $(SOURCES) --fail-on never | sed -n '1,22p;/^\[1\]/,$$p'

# The sources as they are.
test: $(VENV)/.installed
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest -n 2

# A minute or two, for another version of Python: make short PYTHON=python3.13 VENV=.venv-3.13
SHORT := tests/cli tests/kinds tests/read tests/report tests/gate tests/test_config.py tests/test_examples.py \
	tests/test_fixtures.py tests/test_pipeline.py tests/test_readme.py tests/test_rules.py tests/test_segment.py
short: $(VENV)/.installed
	$(BIN)/pytest -n 2 $(SHORT)

# What is compiled, tested as a wheel in an environment of its own, with all that it needs borrowed from $(VENV).
COMPILED := build/compiled
COMPILED_TESTS := tests/align tests/kinds tests/text tests/test_examples.py tests/test_fixtures.py tests/test_pipeline.py \
	tests/test_segment.py
PURELIB := -c "import sysconfig; print(sysconfig.get_path('purelib'))"
native: $(VENV)/.installed
	rm -rf $(COMPILED) .venv-compiled
	FACTCHECK_COMPILE=yes $(BIN)/python -m build --wheel --no-isolation --outdir $(COMPILED) .
	$(BIN)/python -m venv --without-pip .venv-compiled
	$(BIN)/python -m pip --python .venv-compiled/bin/python install --quiet --no-deps --no-index $(COMPILED)/*.whl
	$(BIN)/python $(PURELIB) > "$$(.venv-compiled/bin/python $(PURELIB))/borrowed.pth"
	cp -R tests fixtures rules pyproject.toml $(COMPILED)/
	cd $(COMPILED) && $(CURDIR)/.venv-compiled/bin/python -m pytest -n 2 -p no:cacheprovider $(COMPILED_TESTS)

bench: $(VENV)/.installed
	TEXTS=$(TEXTS) $(BIN)/pytest tests/bench -s

# The output blocks of the README and the reference of rules, written anew.
readme: $(VENV)/.installed
	$(BIN)/python tests/test_readme.py
	$(BIN)/factcheck rules --output markdown=rules/README.md

# Both locks, after an edit of the dependencies in pyproject.toml. One version of a package serves every Python and
# platform. Versions stay where they still fit; `make lock UPGRADE=--upgrade` takes the newest.
UV_VERSION := 0.13.9
COMPILE := .venv-lock/bin/uv pip compile pyproject.toml --quiet --no-config --universal --python-version 3.11 \
	--fork-strategy fewest --generate-hashes --no-emit-index-url --no-annotate --custom-compile-command 'make lock'
lock: .venv-lock/$(UV_VERSION)
	$(COMPILE) $(UPGRADE) --extra dev --output-file requirements-dev.txt
	$(COMPILE) $(UPGRADE) --constraints requirements-dev.txt --output-file requirements.txt

.venv-lock/$(UV_VERSION):
	$(PYTHON) -m venv .venv-lock
	.venv-lock/bin/python -m pip install --quiet uv==$(UV_VERSION)
	@touch $@

# The stamps are touched last: what broke off is made again.
$(VENV)/.made:
	@$(PYTHON) -c 'import sys; sys.version_info >= (3, 11) or sys.exit("factcheck needs Python 3.11 or newer: make PYTHON=...")'
	$(PYTHON) -m venv $(VENV)
	@touch $@

$(VENV)/.runtime: requirements.txt | $(VENV)/.made
	@echo "Installing what factcheck needs to run into $(VENV), at the versions of $<; nothing is compiled."
	@$(PIP) $(LOCKED) --only-binary :all: --requirement $<
	@touch $@

$(VENV)/.development: requirements-dev.txt | $(VENV)/.made
	@echo "Installing what the tests need into $(VENV), at the versions of $<."
	@$(PIP) $(LOCKED) --requirement $<
	@touch $@

# The build backend is among the locked packages, so that pip fetches none of its own.
$(VENV)/.installed: pyproject.toml $(VENV)/.development
	$(PIP) install --quiet --no-deps --no-build-isolation --editable .
	@touch $@ $(VENV)/.runtime

clean:
	rm -rf .venv .venv-* build dist .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis
