# `make demo` and `make test` need python 3.11 or newer and make; everything else goes into .venv.

PYTHON ?= python3
BIN := .venv/bin
DRAFT ?= fixtures/quake/draft-errors.md
SOURCES ?= $(dir $(DRAFT))sources

# What the compiled rooms are made from; NATIVE=no leaves them as they are.
NATIVE ?= yes
ROOMS := $(wildcard factcheck/kinds/*/*.py factcheck/text/*.py factcheck/align/*.py) \
	factcheck/extract.py factcheck/segment.py factcheck/native.py

.PHONY: demo test bench readme clean

demo: .venv/.native
	@echo "A draft with slips in it against the notes it was written from: each wrong figure, date and quotation,"
	@echo "with the sentence of the source beside it. The command exits with 1, so that a newsroom's CI can stop here."
	@echo
	@echo "\$$ factcheck check $(DRAFT) --sources $(SOURCES)"
	@$(BIN)/factcheck check $(DRAFT) --sources $(SOURCES) || [ $$? -eq 1 ]
	@echo
	@echo "The sources themselves: who agrees, who differs, who stands alone (the first rows; the most telling come first)."
	@echo "Two papers that print one agency's copy count as one origin."
	@echo
	@echo "\$$ factcheck compare $(SOURCES)"
	@$(BIN)/factcheck compare $(SOURCES) --fail-on never | sed -n '1,22p;/^\[1\]/,$$p'

test: .venv/.native
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest -n 2

bench: .venv/.native
	TEXTS=$(TEXTS) $(BIN)/pytest tests/bench -s

# The output blocks of the README and the reference of rules, written anew.
readme: .venv/.native
	$(BIN)/python tests/test_readme.py
	$(BIN)/factcheck rules --output markdown=rules/README.md

# The stamps are touched last: what broke off is made again.
.venv/.installed: pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --editable '.[dev]'
	@touch $@

# Compiled to machine code where there is a compiler (a minute or two), which makes reading half as fast again.
.venv/.native: .venv/.installed $(ROOMS)
	$(BIN)/python -m factcheck.native $(if $(filter no,$(NATIVE)),--clean)
	@touch $@

clean:
	find factcheck -name '*.so' -delete
	rm -rf *__mypyc*.so .venv build dist .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis
