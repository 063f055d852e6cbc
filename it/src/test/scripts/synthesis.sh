#!/usr/bin/env bash
# How much faster than real time the sound is made, and what it allocates: JMH, each scene in nanoseconds a frame of 48 kHz
# stereo, three runs a JDK in turn. Wants a machine that does nothing else, and four minutes a JDK.
# Usage, after `mvn package`: it/src/test/scripts/synthesis.sh [JAVA...]. Raw numbers: it/budgets, one file a JDK and day
set -euo pipefail
cd "$(dirname "$0")/../../../.."
mvn -q -B -pl core dependency:build-classpath -Dmdep.outputFile=target/classpath -Dmdep.includeScope=test >/dev/null
classpath=core/target/test-classes:core/target/classes:$(cat core/target/classpath)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
[ $# -gt 0 ] || set -- java
for run in 1 2 3; do
  for java in "$@"; do
    jdk=$("$java" -XshowSettings:properties -version 2>&1 | awk '/java.specification.version =/ { print $3 }')
    "$java" -cp "$classpath" org.openjdk.jmh.Main RenderBenchmark -f 1 -prof gc -w 1 -r 1 -wi 3 -i 5 -rf csv -rff "$work/run.csv" >"$work/log"
    raw=it/budgets/$(date +%F)-render-jdk$jdk.csv
    [ $run -gt 1 ] || head -n 1 "$work/run.csv" >"$raw"
    tail -n +2 "$work/run.csv" >>"$raw"
    awk -F, -v jdk="$jdk" -v run=$run '$1 ~ /second"$/ { printf "JDK %s, run %d, %s: %.1f ns, %.0f times real time\n", jdk, run, $8, $5, 1e9 / 48000 / $5 }' "$work/run.csv"
  done
done
