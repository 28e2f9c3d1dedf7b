# Each line is something a person could type. ARGS are passed on: make run ARGS=--windowed
PYTHON ?= python3
SETUP = @$(PYTHON) resources/setup/setup.py
BIN = .venv/bin

.PHONY: run test check format bench render proof setup
run:
	$(SETUP) run
	$(BIN)/kiosk run --or-render $(ARGS)

# The whole suite says which share of the lines it ran, and the ten files of which it ran least
test: setup
	QT_QPA_PLATFORM=offscreen $(BIN)/pytest -n auto --dist worksteal $(or $(ARGS),--cov --cov-report=)
	@$(if $(ARGS),,$(BIN)/coverage report --sort=cover --fail-under=0 | sed -n '1,12p')

check: setup
	$(BIN)/ruff format --check
	$(BIN)/ruff check
	$(BIN)/mypy
	$(BIN)/python resources/setup/lint_qml.py
	$(BIN)/kiosk check content

format: setup
	$(BIN)/ruff format
	$(BIN)/ruff check --fix
	$(BIN)/python resources/setup/lint_qml.py --fix

bench:
	$(SETUP) run
	$(BIN)/kiosk bench $(ARGS)

render:
	$(SETUP) run
	$(BIN)/kiosk render --as png --out pictures $(ARGS)

# What is shown and said, as text: before and after a change, then diff -r
proof: setup
	$(BIN)/python resources/proof/proof.py $(OUT)

setup:
	$(SETUP) dev
