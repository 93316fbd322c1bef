# make           set up what is missing and open the demonstration map
# make test      every check there is, each step by its name; `make lint`, `make tests` ... run one
# make words     bring the catalogues in resources/translations up to date with the code
# make lock      choose the packages anew and write requirements.lock
# make workshop  build the insurance map with a real pointer and keyboard on a virtual screen
# make faults    kill the program, cut the power and damage files many times; print what came of it
# make docs      paint the pictures of the documents anew
# make bench     measure what must stay fast
#
# PYTHON=python3.12 chooses the interpreter.

ROOMS := app canvas storage export journey resources
LANGUAGES := nb sv da
CATALOGUES := resources/translations
RUN := .venv/bin/python -m
BABEL := .venv/bin/pybabel --quiet

export PYTHON
export PYTHONUTF8 := 1

.NOTPARALLEL:
.PHONY: run test setup qt format lint types layers tests bench faults workshop docs words lock

run: setup
	@.ci/qt || echo "The command line works without it."
	@.venv/bin/reisekart demo

# One run tells everything that is wrong, not only the first thing.
test:
	@$(MAKE) --no-print-directory --keep-going format lint types layers tests

setup:
	@.ci/setup

format: setup
	@echo "== Format"
	@$(RUN) ruff format --check .

lint: setup
	@echo "== Lint"
	@$(RUN) ruff check --quiet .

types: setup
	@echo "== Types"
	@$(RUN) mypy --no-error-summary

layers: setup
	@echo "== Layers"
	@.venv/bin/lint-imports --no-logo

tests: setup
	@echo "== Tests"
	@.ci/qt
	@$(RUN) pytest --quiet --numprocesses auto --dist loadfile

bench: setup
	@.ci/qt
	@$(RUN) benchmarks

faults: setup
	@$(RUN) pytest --quiet --long-faults -o faulthandler_timeout=0 tests/faults

workshop: setup
	@.ci/qt
	@.ci/screen
	@$(RUN) pytest --quiet -o python_files="whole_*.py" tests/workshop

docs: setup
	@.venv/bin/python docs/make_pictures.py
	@.ci/qt
	@.venv/bin/python docs/make_screens.py

words: setup
	@$(BABEL) extract --no-default-keywords --keyword=_ --keyword=_n:1,2 --no-location --no-wrap --sort-output \
		--project=reisekart --copyright-holder="The Reisekart founders" --output=.venv/reisekart.pot $(ROOMS)
	@for language in $(LANGUAGES); do \
		$(BABEL) update --input-file=.venv/reisekart.pot --domain=reisekart --output-dir=$(CATALOGUES) \
			--locale=$$language --init-missing --no-fuzzy-matching --ignore-obsolete --ignore-pot-creation-date \
			--no-wrap; \
	done
	@$(BABEL) compile --domain=reisekart --directory=$(CATALOGUES)

lock: setup
	@.ci/lock
