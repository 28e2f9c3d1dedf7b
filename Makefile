# Each line is something a person could type. ARGS are passed on: make run ARGS=--windowed
PYTHON ?= python3
SETUP = @$(PYTHON) resources/setup/setup.py
BIN = .venv/bin

.PHONY: run test survey check format bench render proof vm robot access verapdf setup
run:
	$(SETUP) run
	$(BIN)/kiosk run --or-render $(ARGS)

# What the rooms without a window have run of their lines is measured; of the others it would take
# twice as long. With ARGS, only what they name is run, and nothing measured; with ALL=1 the surveys,
# too, which find made what the tests beside them have made.
# Each worker would compile all tests anew if what is compiled were not kept.
PYTEST = QT_QPA_PLATFORM=offscreen PYTHONDONTWRITEBYTECODE= $(BIN)/pytest -n auto --dist worksteal
MEASURED = exhibit visit telling desk machine qt
test: setup
ifneq ($(ARGS),)
	$(PYTEST) $(ARGS)
else
	$(PYTEST) $(MEASURED:%=tests/%) $(MEASURED:%=--cov=kiosk/%) --cov-report=term:skip-covered
	$(PYTEST) tests $(MEASURED:%=--ignore=tests/%) $(if $(ALL),,-m "not survey")
endif

# The tests that take longest: they walk screens and exhibits, in each shape and language
survey: setup
	$(PYTEST) tests -m survey $(ARGS)

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

# A whole exhibit machine in the emulator: `make vm ARGS="boot press kill"`, all scenarios without.
# As root, with mmdebstrap, e2fsprogs and qemu-system-x86; the image is kept until something changes
SUITE ?= trixie
vm: setup
	rm -rf build/wheel
	$(BIN)/pip wheel -q --no-deps -w build/wheel .
	PATH=$(CURDIR)/$(BIN):$$PATH resources/vm/build.sh $(SUITE) build/wheel/*.whl build/vm
	$(BIN)/python resources/vm/scenarios.py build/vm/$(SUITE) $(ARGS)

# Random touches and keys while processes are killed and content is swapped: ARGS="--minutes 60"
robot: setup
	$(BIN)/python resources/robot/robot.py $(ARGS)

# The exhibit as assistive technology has it: five keys and the tree, then Orca without a sound.
# In a display and on a bus of its own; as root it installs what is lacking
access: setup
	PATH=$(CURDIR)/$(BIN):$$PATH resources/access/access.sh $(ARGS)

# Whether the papers are PDF/UA-1, by veraPDF; as root it installs Java where that is lacking
verapdf: setup
	PATH=$(CURDIR)/$(BIN):$$PATH resources/verapdf/verapdf.sh build/verapdf $(ARGS)

setup:
	$(SETUP) dev
