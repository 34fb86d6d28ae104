# `make demo` and `make test` need python 3.11 or newer and make; everything else goes into .venv.

PYTHON ?= python3
BIN := .venv/bin
DRAFT ?= fixtures/quake/draft-errors.md
SOURCES ?= $(dir $(DRAFT))sources

.PHONY: demo test native bench readme clean

demo: .venv/.installed
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

test: .venv/.installed
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest -n 2

bench: .venv/.installed
	TEXTS=$(TEXTS) $(BIN)/pytest tests/bench -s

# The output blocks of the README and the reference of rules, written anew.
readme: .venv/.installed
	$(BIN)/python tests/test_readme.py
	$(BIN)/factcheck rules --output markdown=rules/README.md

# The stamp is touched last: what broke off is made again.
.venv/.installed: pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	FACTCHECK_COMPILE=no $(BIN)/python -m pip install --quiet --editable '.[dev]'
	@touch $@

# The suite against a compiled wheel in an environment of its own, with all that it needs borrowed from .venv. The tests
# that are left out read the checkout itself.
COMPILED := build/compiled
CHECKOUT := tests/hooks tests/test_build_hook.py tests/test_house.py tests/test_readme.py tests/test_wheel.py
PURELIB := -c "import sysconfig; print(sysconfig.get_path('purelib'))"

native: .venv/.installed
	rm -rf $(COMPILED) .venv-compiled
	FACTCHECK_COMPILE=yes $(BIN)/python -m build --wheel --no-isolation --outdir $(COMPILED) .
	$(BIN)/python -m venv --without-pip .venv-compiled
	$(BIN)/python -m pip --python .venv-compiled/bin/python install --quiet --no-deps --no-index $(COMPILED)/*.whl
	$(BIN)/python $(PURELIB) > "$$(.venv-compiled/bin/python $(PURELIB))/borrowed.pth"
	cp -R tests fixtures rules pyproject.toml $(COMPILED)/
	cd $(COMPILED) && $(CURDIR)/.venv-compiled/bin/python -m pytest -n 2 -p no:cacheprovider $(CHECKOUT:%=--ignore=%)

clean:
	rm -rf .venv .venv-compiled build dist .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis
