# The commands of the README. SwiftPM does the work.

PREFIX ?= /usr/local
# A log that ships with the project, for a first report.
LOG = Fixtures/runs/csv/keras-csvlogger-overfit.csv
DOCUMENTED = ATMLDiagnose RunRecords LogFormats Diagnostics Reporting Drawing \
  ATMLTrain Training NeuralNetworks Tensors
RELEASE = swift build -c release --product
COMMANDS = atml-diagnose atml-train
# The benchmark of trained runs whose truth is known.
BENCH = ../shared/bench
SCORECARDS = "Sources/Diagnostics/Scores/ScorecardSet+Fitted.swift"

.PHONY: all packages build report test lint gallery lesson rule-pages bench check-logs fuzz bench-reading bench-training trained-runs scorecards accuracy docs install clean

# Installs the system packages, builds, and writes a first report.
all: packages build report

packages:
	@.ci/install-packages

build:
	swift build --product atml-diagnose
	swift build --product atml-train

report: build
	.build/debug/atml-diagnose $(LOG) -o reports/run.pdf -o reports/run.png

test: packages
	swift test

lint:
	swift format lint --strict --recursive --parallel Sources Tests Package.swift

# The sample reports of reports/, one for each verdict.
gallery:
	$(RELEASE) atml-diagnose
	.ci/make-gallery .build/release/atml-diagnose

# The run records and reports of the two models that tell drawn cats from dogs.
lesson:
	$(RELEASE) atml-diagnose
	$(RELEASE) atml-train
	.ci/make-lesson .build/release/atml-train .build/release/atml-diagnose

# The pages of the rules in the documentation, made from their cards.
rule-pages: build
	.ci/make-rule-pages .build/debug/atml-diagnose

# The command beside matplotlib, timed by hyperfine.
bench:
	$(RELEASE) atml-diagnose --static-swift-stdlib
	.ci/make-bench .build/release/atml-diagnose

# The command's reading of 10 million rows beside polars'; needs a python3 with polars.
bench-reading:
	$(RELEASE) atml-diagnose --static-swift-stdlib
	.ci/bench-reading .build/release/atml-diagnose

# A minute of fuzzing the log readers from the fixtures on, or SECONDS, of all families of formats, or FAMILIES.
SECONDS = 60
FAMILIES =
fuzz:
	.ci/fuzz-logs $(SECONDS) $(FAMILIES)

# Reads every log that FOLDER/INDEX.tsv lists, and compares losses and verdicts with what the index says.
LOGS = ../shared/logs
check-logs:
	$(RELEASE) atml-diagnose
	.ci/check-logs .build/release/atml-diagnose $(LOGS)

# Steps of training beside PyTorch's, in one run; needs a python3 with PyTorch.
bench-training:
	$(RELEASE) training-benchmark
	.build/release/training-benchmark

# Trains 29,568 runs of other families of data than the benchmark's, 7,392 of them eleven times: an hour on two cores.
TRAINED = .build/trained-runs
trained-runs $(TRAINED)/truth.json:
	$(RELEASE) train-benchmark
	.build/release/train-benchmark $(TRAINED)

# Fits the scorecards to the benchmark, to the trained runs, and to the beginnings of both; needs a python3 with numpy,
# scikit-learn and LightGBM.
CUT = .build/cut-runs
FITTING = .ci/fit-scorecards $(BENCH)/truth.json .build/signals.csv $(TRAINED)/truth.json .build/trained-signals.csv \
  $(CUT)/truth.json .build/cut-signals.csv
scorecards: .build/signals.csv .build/trained-signals.csv .build/cut-signals.csv
	$(FITTING) $(SCORECARDS)

# How right the diagnoses are, each family of data judged by scorecards that were fitted without it.
accuracy: .build/signals.csv .build/trained-signals.csv .build/cut-signals.csv
	$(FITTING) --folds .build/folds
	for mode in --score --robustness --baselines; do \
	  .build/release/accuracy $(BENCH) $$mode --scorecards .build/folds || exit 1; done
	.build/release/accuracy $(BENCH) --time

.PHONY: .build/signals.csv .build/trained-signals.csv .build/cut-signals.csv
.build/signals.csv:
	$(RELEASE) accuracy
	.build/release/accuracy $(BENCH) --signals > $@
.build/trained-signals.csv: $(TRAINED)/truth.json .build/signals.csv
	.build/release/accuracy $(TRAINED) --signals > $@
.build/cut-signals.csv: .build/trained-signals.csv
	.ci/cut-runs $(BENCH) $(TRAINED) $(CUT)
	.build/release/accuracy $(CUT) --signals > $@

# The documentation of the library as a web site in .build/documentation.
docs:
	swift package --allow-writing-to-directory .build/documentation generate-documentation \
	  --enable-experimental-combined-documentation $(foreach target,$(DOCUMENTED),--target $(target)) \
	  --transform-for-static-hosting --output-path .build/documentation

# The commands with their manual pages and shell completions. DESTDIR is for packagers.
install: packages
	for command in $(COMMANDS); do $(RELEASE) $$command --static-swift-stdlib || exit 1; done
	.ci/install-command "$(DESTDIR)$(PREFIX)" $(COMMANDS:%=.build/release/%)

clean:
	swift package clean
