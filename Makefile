# Kashuv: run · test · check · bench · setup. CI calls the same words.
PYTHON ?= $(firstword $(foreach p,python3.11 python3.12 python3.13 python3 python,$(if $(shell $(p) -c 'import sys; print(int(sys.version_info >= (3, 11)))' 2>/dev/null | grep 1),$(p))))
PORT ?= 8000
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check

.PHONY: run test test-postgres check bench setup words clean

run: $(VENV)/.runs  ## a filled demo in the browser
	@$(BIN)/kashuv demo --port $(PORT)

test: $(VENV)/.tests  ## the whole test suite
	@$(BIN)/python -m pytest -n 2 --dist loadfile

test-postgres: $(VENV)/.tests  ## the same suite on PostgreSQL (without the browser journeys)
	@$(BIN)/python -m tests.on_postgres

check: $(VENV)/.tests  ## style, types, walls, migrations, translations
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/python -m mypy
	@$(BIN)/lint-imports --no-logo
	@KASHUV_DATA=$$(mktemp -d) $(BIN)/python -m django makemigrations --check --dry-run --settings kashuv.config.settings
	@$(BIN)/python -m tests.house.translations

bench: $(VENV)/.tests  ## the benchmarks, as ratios measured in one run; on PostgreSQL too where there is one
	@$(BIN)/python -m bench
	@$(BIN)/python -m bench --postgres

setup: $(VENV)/.tests

words: $(VENV)/.tests  ## gather the words of every page, and compile the Hebrew (needs GNU gettext)
	@$(BIN)/python -m tests.house.translations --gather

$(VENV)/bin/python:
	@test -n "$(PYTHON)" || { echo "Kashuv needs Python 3.11 or newer; none was found on the PATH."; exit 1; }
	@$(PYTHON) -m venv $(VENV)

$(VENV)/.runs: requirements.lock pyproject.toml | $(VENV)/bin/python
	@echo "Setting up (once, about a minute) …"
	@$(PIP) --require-hashes -r requirements.lock
	@$(PIP) --no-build-isolation --no-deps --config-settings editable_mode=compat -e .
	@touch $@

$(VENV)/.tests: requirements-dev.lock pyproject.toml $(VENV)/.runs
	@echo "Setting up what the tests need (once) …"
	@$(PIP) --require-hashes -r requirements-dev.lock
	@touch $@

clean:
	@rm -rf $(VENV) build *.egg-info
