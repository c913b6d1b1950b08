# One command each, from a fresh clone. Needs python3 (3.11 or newer) and make.
PYTHON ?= python3
VENV := .venv
RUN := $(VENV)/bin/python
# Tests run side by side in so many processes, each file in one of them. More than two cores: many only wait.
TEST_PROCESSES ?= 4
export PIP_DISABLE_PIP_VERSION_CHECK := 1
# What was compiled is kept, also where the environment says otherwise: a test run starts some two hundred programs.
export PYTHONDONTWRITEBYTECODE :=

.PHONY: run demo test faults check bench format lock clean

run: $(VENV)/run.stamp
	@$(RUN) -m bot

demo: $(VENV)/run.stamp
	@$(RUN) -m bot --demo

TESTS := pytest -q -n $(TEST_PROCESSES) --dist loadfile --no-loadscope-reorder
test: $(VENV)/test.stamp $(VENV)/s3-server.stamp
	@$(RUN) -m tests.tools.chromium
	@$(RUN) -m $(TESTS)

# The same with its long tests in their whole form: twenty kills instead of five, every role in every language.
faults: $(VENV)/test.stamp $(VENV)/s3-server.stamp
	@$(RUN) -m tests.tools.chromium
	@WHOLE_TESTS=1 $(RUN) -m $(TESTS)

check: $(VENV)/test.stamp
	@$(RUN) -m ruff check .
	@$(RUN) -m ruff format --check .
	@$(RUN) -m mypy
	@$(VENV)/bin/oxlint --quiet bot handlers
	@$(RUN) -m pytest -q tests/house/test_shape.py tests/house/test_texts.py tests/house/test_who_may_what.py tests/house/test_page_modules.py tests/house/test_shipped_addresses.py tests/house/test_tables.py

bench: $(VENV)/test.stamp
	@$(RUN) -m tests.bench

format: $(VENV)/test.stamp
	@$(RUN) -m ruff check --fix .
	@$(RUN) -m ruff format .

# After changing what pyproject.toml asks for. uv writes names, versions and hashes, and no address unless it is told to.
LOCK := pip compile --quiet --generate-hashes --no-annotate --no-header --universal --python-version 3.11
lock: $(VENV)/test.stamp
	@$(VENV)/bin/pip install --quiet uv
	@$(VENV)/bin/uv $(LOCK) pyproject.toml --extra postgres --extra s3 -o requirements.txt
	@$(VENV)/bin/uv $(LOCK) pyproject.toml --extra postgres --extra s3 --extra test -c requirements.txt -o requirements-test.txt
	@$(VENV)/bin/uv $(LOCK) --group s3-server -o requirements-s3-server.txt
	@$(VENV)/bin/uv $(LOCK) pyproject.toml --extra postgres --extra s3 --extra likeness -c requirements.txt -o requirements-likeness.txt

clean:
	rm -rf $(VENV) build

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Nestbox needs Python 3.11 or newer."; exit 1; }
	@$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); echo "Python cannot make a virtual environment. On Debian: apt install python3-venv"; exit 1; }

# Only hashes we know are installed, and only wheels: nothing is built on your machine.
$(VENV)/run.stamp: requirements.txt | $(VENV)/bin/python
	@$(VENV)/bin/pip install --quiet --require-hashes --only-binary :all: -r requirements.txt
	@$(RUN) -m compileall -q bot handlers simulation
	@touch $@

$(VENV)/test.stamp: requirements-test.txt $(VENV)/run.stamp
	@$(VENV)/bin/pip install --quiet --require-hashes --only-binary :all: -r requirements-test.txt
	@touch $@

# The tests' S3 server, beside the rest: what it asks for contradicts what the bot asks for.
$(VENV)/s3-server.stamp: requirements-s3-server.txt | $(VENV)/bin/python
	@$(RUN) -m venv $(VENV)/s3-server
	@$(VENV)/s3-server/bin/pip install --quiet --require-hashes --only-binary :all: -r requirements-s3-server.txt
	@touch $@
