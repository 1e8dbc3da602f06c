# `make help` lists what there is. Python packages go to $(VENV) and nowhere else.

PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check install --quiet

# Directories too: a file that is deleted changes only the date of its directory.
LIBRARY := pyproject.toml README.md LICENSE $(shell find src ! -name '*.pyc' ! -name __pycache__)

# pyright finds the installed library by the first Python on the path. It would take a configuration from a directory above
# before it takes ours, and ask for news of itself at each run.
PYRIGHT := PYRIGHT_PYTHON_IGNORE_WARNINGS=1 PATH="$(abspath $(BIN)):$$PATH" $(BIN)/pyright --project pyproject.toml

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.NOTPARALLEL:
.PHONY: help demo test lint types imports docs nightly lowest format clean

help: ## show this list
	@sed -n 's/^\([a-z]*\):.*## /\1	/p' Makefile

demo: $(VENV)/library ## install the library, run the five cities and write build/pbgov.html
	$(BIN)/python examples/demo.py

test: lint types imports docs ## check everything; the tests come last
	$(BIN)/python -m pytest --cov --numprocesses=auto --dist=loadgroup

lint: $(VENV)/dev ## style
	$(BIN)/ruff check
	$(BIN)/ruff format --check

types: $(VENV)/dev ## types, by two checkers, and the completeness of the public ones
	$(BIN)/mypy
	$(PYRIGHT)
	$(PYRIGHT) --verifytypes pbgov --ignoreexternal

imports: $(VENV)/dev ## who may import whom
	$(BIN)/lint-imports --no-logo

docs: $(VENV)/dev ## build the documentation into docs/_build/html
	$(BIN)/sphinx-build --quiet --fail-on-warning --fresh-env docs docs/_build/html

nightly: $(VENV)/dev ## all tests, the slow ones too, with many more and new examples
	$(BIN)/python -m pytest -m "" --hypothesis-profile=nightly --numprocesses=auto

lowest: $(VENV)/created ## tests with the oldest dependencies that pyproject.toml admits
	$(PYTHON) -m venv --clear $(VENV)-lowest
	$(BIN)/python -c 'import tomllib; \
	  project = tomllib.load(open("pyproject.toml", "rb"))["project"]; \
	  extras = project["optional-dependencies"]; \
	  columns = [need for need in extras["dev"] if need.startswith(("numpy", "pandas", "polars"))]; \
	  needs = project["dependencies"] + extras["exact"] + extras["geometry"] + extras["testing"] + columns; \
	  print(*(need.replace(">=", "==") for need in needs), sep="\n")' > $(VENV)-lowest/lowest.txt
	$(VENV)-lowest/bin/python -m pip --disable-pip-version-check install --quiet \
	  --constraint $(VENV)-lowest/lowest.txt '.[exact,geometry,testing]' pytest pytest-xdist numpy pandas polars
	$(VENV)-lowest/bin/python -m pytest --numprocesses=auto

format: $(VENV)/dev ## mend what can be mended by a program
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

clean: ## remove what these targets made
	rm -rf $(VENV) $(VENV)-lowest docs/_build build dist .coverage
	rm -rf .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	rm -rf docs/reference/codes
	rm -f docs/reference/cities.md docs/reference/coverage.md docs/reference/glossary.md docs/reference/lifecycles.md docs/reference/norms.md

$(VENV)/created:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo 'pbgov needs Python 3.11 or later; name one: make PYTHON=/path/to/python3' >&2; \
	  echo 'pbgov 需要 Python 3.11 或更高版本，请指定：make PYTHON=/path/to/python3' >&2; exit 1; }
	@{ $(PYTHON) -m venv $(VENV) && $(BIN)/python -m pip --version >/dev/null; } || { \
	  echo '$(PYTHON) cannot make a virtual environment with pip; on Debian or Ubuntu: apt install python3-venv' >&2; \
	  echo '$(PYTHON) 无法创建带 pip 的虚拟环境；Debian 或 Ubuntu 请先执行：apt install python3-venv' >&2; exit 1; }
	@touch $@

# Installed, not linked: what is tested is what a user gets.
$(VENV)/library: $(VENV)/created $(LIBRARY)
	$(PIP) .
	@touch $@

$(VENV)/dev: $(VENV)/created $(LIBRARY)
	$(PIP) '.[dev]'
	@touch $@
