# make run    opens the kiosk (with the sample library on first start)
# make staff  opens the librarian's workspace over the same library
# make test   format, lint, types, import contracts, qmllint, then all tests
# make package  the folder dist/kiosk that runs without Python; make deb  a package of it for Debian and Ubuntu
# make proof  the slow proofs, with their results in docs/
SHELL := /bin/sh
PY := .venv/bin/python
HOME_FOLDER ?= demo-library
ARGS ?=

.PHONY: run staff test package deb proof screenshots check format setup setup-test clean

run: setup
	@$(PY) -m kiosk --home "$(HOME_FOLDER)" run --demo-if-empty $(ARGS)

staff: setup
	@$(PY) -m kiosk --home "$(HOME_FOLDER)" staff $(ARGS)

test: setup-test check
	$(PY) -m scripts.run_tests

check:
	.venv/bin/ruff format --check .
	.venv/bin/ruff check .
	.venv/bin/mypy
	.venv/bin/lint-imports
	sh scripts/qmllint.sh

proof: setup-test
	$(PY) -m pytest -m proof
	$(PY) -m scripts.run_tests -m hypothesis --hypothesis-profile=searching

package: .venv/installed
	$(PY) -m PyInstaller --noconfirm --log-level ERROR --distpath dist --workpath build/package kiosk.spec

deb: package
	$(PY) -m scripts.make_deb dist/kiosk dist

screenshots: setup
	$(PY) -m scripts.screenshots docs/screens
	$(PY) -m scripts.staff_screenshots docs/screens/staff

format:
	.venv/bin/ruff format .
	.venv/bin/ruff check --fix .

setup: .venv/installed
	@sh scripts/system-libraries.sh run
	@$(PY) -m compileall -q kiosk

setup-test: .venv/installed
	@sh scripts/system-libraries.sh test

# Compiled once, a command starts a tenth of a second sooner, also where nobody may write bytecode.
# The stamp makes a second call quick; a changed lock or Python renews the environment.
.venv/installed: requirements.lock pyproject.toml
	@sh scripts/system-libraries.sh run
	test -x $(PY) && $(PY) -c 'import sys' || { rm -rf .venv && python3 -m venv .venv; }
	.venv/bin/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	.venv/bin/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation \
		--config-settings editable_mode=compat --editable .
	@touch $@

clean:
	rm -rf .venv build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis
