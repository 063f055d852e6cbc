#!/usr/bin/env bash
# What the learned scores are worth: the table of calibration (ten streams of ten million seconds: four minutes),
# the original's score beside ours, and what judging a value costs (JMH, nanoseconds and bytes).
# Usage, after `mvn package`: it/src/test/scripts/detector.sh [VALUES_A_STREAM]
set -euo pipefail
cd "$(dirname "$0")/../../../.."
mvn -q -B -pl core test-compile dependency:build-classpath -Dmdep.outputFile=target/classpath -Dmdep.includeScope=test >/dev/null
classpath=core/target/test-classes:core/target/classes:$(cat core/target/classpath)
java -cp "$classpath" io.echotrace.anomaly.Calibrated "$@"
java -cp "$classpath" io.echotrace.anomaly.BesideTheOriginal
java -cp "$classpath" org.openjdk.jmh.Main DetectorBenchmark -f 1 -prof gc |
  awk '/^Benchmark/ || /judge .*ns\/op/ || /alloc.rate.norm/'
