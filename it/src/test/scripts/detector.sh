#!/usr/bin/env bash
# What the learned scores are worth: the table of calibration (ten streams of ten million seconds: four minutes),
# the original's score beside ours, what judging a value costs (JMH, nanoseconds and bytes), and how many values `score`
# reads, judges and writes in a second, its start counted in: of one metric, and of forty.
# Usage, after `mvn package`: it/src/test/scripts/detector.sh [VALUES_A_STREAM]
set -euo pipefail
cd "$(dirname "$0")/../../../.."
mvn -q -B -pl core test-compile dependency:build-classpath -Dmdep.outputFile=target/classpath -Dmdep.includeScope=test >/dev/null
classpath=core/target/test-classes:core/target/classes:$(cat core/target/classpath)
java -cp "$classpath" io.echotrace.anomaly.Calibrated "$@"
java -cp "$classpath" io.echotrace.anomaly.BesideTheOriginal
java -cp "$classpath" org.openjdk.jmh.Main DetectorBenchmark -f 1 -prof gc |
  awk '/^Benchmark/ || /judge .*ns\/op/ || /alloc.rate.norm/'

score() { # METRICS ROWS
  folder=$(mktemp -d)
  awk -v metrics="$1" -v rows="$2" 'BEGIN {
    srand(1); printf "time_s"; for (m = 1; m <= metrics; m++) printf ",metric.%d", m; print ""
    for (r = 0; r < rows; r++) { printf "%d", r; for (m = 0; m < metrics; m++) printf ",%.6g", rand(); print "" } }' >"$folder/in.csv"
  for _ in 1 2 3; do
    start=$(date +%s%N)
    java -jar agent/target/echotrace.jar score "$folder/in.csv" -o "$folder/out.csv" >/dev/null
    echo $(($1 * $2 * 1000 / (($(date +%s%N) - start) / 1000000)))
    rm "$folder/out.csv"
  done | sort -n | awk -v metrics="$1" 'NR == 2 {
    printf "score, %d metrics: %d values a second, the median of three (asked: 500000)\n", metrics, $1; exit $1 < 500000 }'
  rm -r "$folder"
}
score 1 5000000
score 40 125000
