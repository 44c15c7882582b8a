# run: serve on http://127.0.0.1:8050    test: every test    check: style, types, layers    bench: speed
# drill: the long drills (killed again and again)       prove: install the locks as a new machine would
# vendor: take the front-end files afresh from npm    lock: resolve the Python dependencies afresh, and prove them
PYTHON ?= $(shell command -v python3.11 || command -v python3)
SUDO ?= $(shell test "$$(id -u)" = 0 || command -v sudo)
APT = $(SUDO) env DEBIAN_FRONTEND=noninteractive apt-get
PIP = .venv/bin/python -m pip --disable-pip-version-check
# The locks are complete: nothing is resolved, so no later release of anything can break an install; pip check proves it.
INSTALL = $(PIP) install --quiet --no-deps --require-hashes
COMPILE = .venv/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-strip-extras \
	--no-emit-index-url --no-header --custom-compile-command "make lock"

# Where tests keep their databases: in memory if there is room for 4 GB, for a disk takes its time over every commit.
FOLDERS = $(shell test "$$(df --output=avail /dev/shm 2>/dev/null | tail -n 1)" -gt 4000000 2>/dev/null \
	&& echo /dev/shm || echo "$${TMPDIR:-/tmp}")

# Whoever forbids compiled files waits for the same compiling in every process.
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := help
.PHONY: help run test drill check compiled bench vendor pictures lock prove clean

help:
	@head -n 3 Makefile

run: .venv/runtime-installed
	.venv/bin/python -m dashboard serve

# Compiled once while the types are checked: else each of the three processes would compile it all for itself.
compiled: .venv/dev-installed
	.venv/bin/python -m pytest --collect-only -qq -p no:cacheprovider -m "not drill" --no-cov >/dev/null

test: node_modules/.package-lock.json .venv/dev-installed
	$(MAKE) -j 2 check compiled
	@command -v chromium >/dev/null || { $(APT) update && $(APT) install -y chromium; }
	TMPDIR=$(FOLDERS) .venv/bin/python -m pytest -n 3 --dist loadfile -m "not drill" --cov --cov-report= --cov-fail-under=0
	.venv/bin/python -m coverage report
	.venv/bin/python -m coverage report --include="dashboard/domain/**" --fail-under=100

drill: .venv/dev-installed
	.venv/bin/python -m pytest -m drill --durations=0

check: .venv/dev-installed
	.venv/bin/python -m ruff check
	.venv/bin/python -m ruff format --check
	.venv/bin/python -m mypy
	.venv/bin/lint-imports

bench: .venv/dev-installed
	.venv/bin/python -m benchmarks

vendor: node_modules/.package-lock.json .venv/dev-installed
	mkdir -p assets/vendor assets/fonts
	sed '/sourceMappingURL=/d' node_modules/plotly.js-cartesian-dist-min/plotly-cartesian.min.js \
		> assets/vendor/plotly-cartesian.min.js
	$(PYTHON) -m vendoring.used_rules node_modules/bootstrap/dist/css/bootstrap.min.css > assets/vendor/bootstrap.min.css
	cp node_modules/@fontsource-variable/inter/files/inter-latin-wght-normal.woff2 assets/fonts/inter-latin.woff2
	.venv/bin/python -m vendoring.paper_font node_modules/inter-ui/variable/InterVariable.woff2 assets/fonts/inter-papers
	{ printf '# Licences of the vendored front-end files\n\nCopied from npm by `make vendor`; versions in `package.json`.\n'; \
	  printf '\n## plotly-cartesian.min.js\n\n'; cat node_modules/plotly.js-cartesian-dist-min/LICENSE; \
	  printf '\n## bootstrap.min.css\n\nWrapped in a cascade layer, so that our own rules win in any order, and cut to the rules that our pages use.\n\n'; \
	  cat node_modules/bootstrap/LICENSE; \
	  printf '\n## fonts/inter-latin.woff2\n\n'; cat node_modules/@fontsource-variable/inter/LICENSE; \
	  printf '\n## fonts/inter-papers.ttf, fonts/inter-papers.woff2\n\nCut to the characters and weights that papers use.\n\n'; \
	  cat node_modules/inter-ui/LICENSE.txt; \
	} > assets/vendor/LICENCES.md

# The pictures of the README and the pages of docs/guides, from a new database.
pictures: .venv/dev-installed
	.venv/bin/python -m tests.browser.pictures

lock: .venv/dev-installed
	$(COMPILE) pyproject.toml -o requirements.txt
	$(COMPILE) pyproject.toml --extra postgres --group dev -c requirements.txt -o requirements-dev.txt
	$(MAKE) prove

# Each lock into a throw-away environment: with the pip that Python brings, then with the newest.
prove:
	@for newer in "" pip; do for lock in requirements.txt requirements-dev.txt; do \
	  place=$$(mktemp -d) && $(PYTHON) -m venv $$place && proof="$$place/bin/python -m pip --disable-pip-version-check" && \
	  { test -z "$$newer" || $$proof install --quiet --upgrade $$newer; } && $$proof --version && \
	  $$proof install --quiet --no-deps --require-hashes -r $$lock && $$proof check && rm -rf $$place || exit 1; \
	done; done

clean:
	rm -rf .venv node_modules build dist .coverage .mypy_cache .pytest_cache .ruff_cache .import_linter_cache

.venv/bin/python:
	$(PYTHON) -m venv .venv

.venv/runtime-installed: requirements.txt | .venv/bin/python
	$(INSTALL) -r requirements.txt
	$(PIP) check
	@touch $@

# Not compiled at once: Python compiles what is imported, a tenth of it, and pip would take as long as for the install.
.venv/dev-installed: requirements-dev.txt | .venv/bin/python
	$(INSTALL) --no-compile -r requirements-dev.txt
	$(PIP) check
	@touch $@ .venv/runtime-installed

node_modules/.package-lock.json: package-lock.json .npmrc
	@command -v npm >/dev/null || { $(APT) update && $(APT) install -y npm; }
	npm ci --no-audit --no-fund
	@touch $@
