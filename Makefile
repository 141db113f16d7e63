# Everything that one does with this project. `make help` lists it.
SHELL := /bin/bash
.DEFAULT_GOAL := help
PORT ?= 8000
PY := .venv/bin/python
export CONNECTOR_DATA ?= $(CURDIR)/var

.PHONY: help
help: ## List the targets
	@grep -hE '^[a-z][a-z-]*:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /\1\t/' | expand -t 16

.PHONY: system
system: ## Install the Debian parts that suites need (as root; else print the line)
	@deploy/system chromium postgresql zbar-tools

.PHONY: setup
setup: ## Make .venv with what the product and its tests need; touches no data
	@deploy/venv tests/requirements.txt
	@deploy/model

.PHONY: run
run: ## Serve the demonstration borough on 127.0.0.1:PORT (8000)
	@deploy/venv requirements.txt
	@deploy/model
	@echo "Starting. The address and the accounts come at the end."
	@$(PY) manage.py serve --port $(PORT)

# A directory of one's own lies beside the demonstration, not in it.
ifeq ($(origin CONNECTOR_DATA),file)
council: export CONNECTOR_DATA := $(CURDIR)/var/council
endif
.PHONY: council
council: ## Serve an empty directory of your council's own, with its name and first administrator
	@deploy/venv requirements.txt
	@deploy/model
	@CONNECTOR_DEMONSTRATION=0 CONNECTOR_BASE_URL=http://127.0.0.1:$(PORT) $(PY) manage.py start_council $(COUNCIL)
	@CONNECTOR_DEMONSTRATION=0 $(PY) manage.py serve --port $(PORT)

.PHONY: check
check: ## Lint, format, types, import contracts, templates, migrations, deployment settings
	@deploy/venv tests/requirements.txt
	@deploy/check

.PHONY: test
test: ## The default suite: no service needed; a minute or two on two cores
	@deploy/venv tests/requirements.txt
	@.venv/bin/pytest -n 2

.PHONY: test-wide
test-wide: ## The whole borough against a plain reading, every address as everybody, the whole vocabulary
	@deploy/venv tests/requirements.txt
	@.venv/bin/pytest -m wide -n 2

.PHONY: test-browser
test-browser: ## Journeys and accessibility in Debian's chromium
	@deploy/system chromium zbar-tools
	@deploy/venv tests/requirements.txt
	@jar=$$(deploy/vnu) && ical=$$(deploy/ical) && VNU_JAR=$$jar ICAL_JS=$$ical .venv/bin/pytest -m browser -n 2

.PHONY: test-processes
test-processes: ## Servers, workers and imports as processes of their own, one killed in mid-batch
	@deploy/venv tests/requirements.txt
	@deploy/model
	@.venv/bin/pytest -m processes -n 2

.PHONY: reader
reader: ## Learn the reader of notes anew from the marked notes (five minutes); after a change of them or of the rules
	@deploy/venv tests/requirements.txt
	@.venv/bin/python -m tests.measuring.learn_reader

.PHONY: bench
bench: ## How fast search is over 100,000 listings, beside what else there is (about a quarter of an hour)
	@deploy/venv tests/requirements.txt
	@CONNECTOR_DATA=$(CONNECTOR_DATA)/bench .venv/bin/python -m tests.bench

# A server of a small council's size; INTO=PAGE puts the figures into a page, RELEVANCE=FOLDER judges the answers too.
bench-es: export ES_HEAP ?= 1g
.PHONY: bench-es
bench-es: ## Both engines over 100,000 listings, and what others of this kind search with (RELEVANCE=FOLDER INTO=PAGE)
	@deploy/system postgresql
	@deploy/venv tests/requirements.txt
	@CONNECTOR_DATA=$(CONNECTOR_DATA)/bench deploy/elasticsearch run deploy/with-postgres \
	  .venv/bin/python -m tests.bench elasticsearch $(if $(INTO),--into $(INTO))
	@$(if $(RELEVANCE),CONNECTOR_DATA=$(CONNECTOR_DATA)/relevance deploy/elasticsearch run deploy/with-postgres \
	  .venv/bin/python -m tests.bench relevance --judged $(RELEVANCE) $(if $(INTO),--into $(INTO)))

# In an environment of its own: what locust needs is nothing for the suites.
.PHONY: bench-load
bench-load: ## A hundred residents and sixty workers at once, ten minutes each on SQLite and PostgreSQL (BENCH_MINUTES)
	@deploy/system postgresql
	@deploy/venv tests/requirements.txt
	@test -x $(CONNECTOR_DATA)/locust/bin/locust || python3 -m venv $(CONNECTOR_DATA)/locust
	@$(CONNECTOR_DATA)/locust/bin/pip install --quiet --disable-pip-version-check -r tests/load/requirements.txt
	@deploy/with-postgres .venv/bin/python -m tests.load $(CONNECTOR_DATA)/locust/bin/locust

.PHONY: bench-faults
bench-faults: ## How much longer a search takes for each thing that can be wrong with the search server
	@deploy/venv tests/requirements.txt
	@deploy/elasticsearch run .venv/bin/python -m tests.measuring.faults

.PHONY: test-pg
test-pg: ## The default suite on Debian's PostgreSQL, and what only PostgreSQL can show
	@deploy/system postgresql
	@deploy/venv tests/requirements.txt
	@CONNECTOR_TEST_EXAMPLES=all deploy/with-postgres .venv/bin/pytest -n 2 -m 'not (browser or postgres or processes or wide or elasticsearch or cluster)'
	@deploy/with-postgres .venv/bin/pytest -m postgres -n 0

.PHONY: test-pg-wide
test-pg-wide: ## The wide suite on PostgreSQL: the whole borough and every address once more, after a change to queries
	@deploy/system postgresql
	@deploy/venv tests/requirements.txt
	@deploy/with-postgres .venv/bin/pytest -n 2 -m wide

NODES ?= 1
.PHONY: es-start
es-start: ## Start Elasticsearch on 127.0.0.1:9200 (ES_PORT), NODES of them; fetched once by Maven (921 MB)
	@deploy/elasticsearch --nodes $(NODES) start

.PHONY: es-stop
es-stop: ## Stop what es-start started
	@deploy/elasticsearch stop

.PHONY: test-es
test-es: ## What only a genuine Elasticsearch can show; starts one where none answers
	@deploy/venv tests/requirements.txt
	@deploy/elasticsearch run .venv/bin/pytest -m elasticsearch -n 0

.PHONY: test-es-cluster
test-es-cluster: export ES_PORT := 9250
test-es-cluster: ## Three Elasticsearch nodes of their own, one after another killed while listings come in and people search
	@deploy/venv tests/requirements.txt
	@deploy/elasticsearch --nodes 3 run .venv/bin/pytest -m cluster -n 0 -s

.PHONY: pictures
pictures: ## Take the pictures of every page into docs/pictures
	@deploy/system chromium
	@deploy/venv tests/requirements.txt
	@.venv/bin/python -m tests.browser.pictures
