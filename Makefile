# Every command sets up .venv first, once. Python 3.11 or later and make are all it needs.
PYTHON ?= python3
PORT ?= 8000
BIN := .venv/bin
BUILD := $(BIN)/python scripts/build.py

.PHONY: help serve site editions check write translations test access mutations outside-links bench lighthouse bench-check bench-search style lint lock clean

help: ## Show these commands
	@sed -n 's/^\([a-z-]*\):.*## /  make \1: /p' Makefile

serve: .venv/ready ## Build the site, show it on a local address, rebuild at every change
	@$(BUILD) serve --port $(PORT)

site: .venv/ready ## Build the site into site/
	@$(BUILD) site

editions: .venv/ready ## Make everything that can be downloaded, and put it into the site
	@$(BUILD) editions

check: .venv/ready ## Check sources and translations; changes nothing
	@$(BUILD) check

write: .venv/ready ## Write the generated blocks into the pages
	@$(BUILD) write

translations: .venv/ready ## Show what is fresh, stale or missing in each language
	@$(BUILD) translations

test: .venv/browser ## Run every test
	@$(BIN)/python -m pytest

access: .venv/browser ## Look at every page in every language, width and colour with axe (takes minutes)
	@ACCESS=all $(BIN)/python -m pytest tests/test_access.py

mutations: .venv/ready ## Put faults into a copy of the site, count what the checker finds
	@$(BIN)/python tests/mutations/measure.py

outside-links: .venv/tools/ready ## Ask every outside address whether it answers (a report, no gate)
	@$(BUILD) outside-links

bench: .venv/ready .venv/browser .venv/lighthouse/ready ## Measure a page beside the plain theme: bytes, paint, Lighthouse (needs npm)
	@$(BIN)/python benchmarks/pages.py

lighthouse: .venv/ready .venv/browser .venv/lighthouse/ready ## Ask Lighthouse of every page: 100 in all four, nothing shifts (needs npm; takes minutes)
	@$(BIN)/python benchmarks/pages.py --every

bench-check: .venv/tools/ready ## Measure the checker beside lychee, linkchecker and mkdocs --strict
	@SITE_URL=https://someone.example/law/ $(BUILD) site && $(BIN)/python benchmarks/check.py site

bench-search: site .venv/browser ## Measure search: bytes, index, queries, growth with the site
	@$(BIN)/python benchmarks/search.py

style: .venv/ready ## Write style.html: the colours, the type and the components of the built site
	@$(BIN)/python scripts/style.py

lint: .venv/ready ## Check the style of the Python code
	@$(BIN)/ruff check scripts tests benchmarks && $(BIN)/ruff format --check scripts tests benchmarks

lock: .venv/ready ## Write the lock files anew, with hashes (needs npm)
	@$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
	  --no-emit-find-links --no-header --output-file requirements.txt requirements.in
	@$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
	  --no-emit-find-links --no-header --output-file benchmarks/tools.txt benchmarks/tools.in
	@npm install --silent --package-lock-only --omit-lockfile-registry-resolved --no-audit --no-fund --prefix benchmarks
	@$(BIN)/python -c 'import json, pathlib; file = pathlib.Path("benchmarks/package-lock.json"); lock = json.loads(file.read_text()); \
	  [each.pop("funding", None) for each in lock["packages"].values()]; file.write_text(json.dumps(lock, indent=2) + "\n")' # no addresses

summary: .venv/ready
	@echo '## Checks'; echo '```'; $(BUILD) check --format text site 2>&1; echo '```'
	@echo '## Translations'; echo '```'; $(BUILD) translations; echo '```'

vendor: .venv/ready ## Fetch the vendored files anew, as docs/assets/vendor/VENDOR.yml names them
	@$(BIN)/python scripts/vendor.py

upkeep: .venv/tools/ready ## Ask the network what changed: outside addresses, the published site, unsafe packages
	@$(BUILD) editions >&2 && PYTHONPATH=scripts $(BIN)/python -m upkeep

release: editions ## Put a release together in dist/: make release VERSION=1.2.0
	@$(BIN)/python scripts/release.py "$(VERSION)"

clean: ## Remove what the commands made
	rm -rf .venv .venv-old site editions dist style.html .preview .pytest_cache .ruff_cache

.venv/ready: requirements.txt scripts/install.py
	@command -v $(PYTHON) >/dev/null || { echo "make: there is no $(PYTHON). Install Python 3.11 or later, or name it: make PYTHON=python3.12" >&2; exit 1; }
	@$(PYTHON) scripts/install.py packages

.venv/tools/ready: .venv/ready benchmarks/tools.txt
	@$(BIN)/python scripts/install.py tools

.venv/browser: .venv/ready
	@$(BIN)/python scripts/install.py browser

.venv/lighthouse/ready: .venv/ready benchmarks/package-lock.json
	@$(BIN)/python scripts/install.py lighthouse
