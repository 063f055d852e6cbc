#!/usr/bin/env bash
# What the sound is worth, measured on the rendered samples alone: pitch, rhythm, loudness, coherence, limits, an hour of
# health, eight hours of one scene; the same bytes from other JDKs (in ECHOTRACE_JDKS, as in .ci/run);
# then how well a listener tells the faults apart that was trained on scenes, and one that has heard the legend.
# Half an hour. Usage, after `mvn package`: it/src/test/scripts/sound.sh [CLIPS [SEED [REGISTER]]]
set -euo pipefail
cd "$(dirname "$0")/../../../.."
mvn -q -B -pl core test-compile dependency:build-classpath -Dmdep.outputFile=target/classpath -Dmdep.includeScope=test >/dev/null
classpath=core/target/test-classes:core/target/classes:$(cat core/target/classpath)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

samples_of_legend() { # $1: java
  rm -f "$work"/legend*
  "$1" -jar agent/target/echotrace.jar legend -o "$work/legend.wav" >/dev/null
  local data
  data=$(grep -obUa data "$work/legend.wav" | awk -F: 'NR == 1 { print $1 }')
  tail -c "+$((data + 1))" "$work/legend.wav" | sha256sum | cut -c1-16
}

java -cp "$classpath" io.echotrace.voice.SoundReport
echo "16 same input, same sound: the legend's samples"
for java in java java "${ECHOTRACE_JDKS:-${HOME:-/root}/.jdks}"/{8,17,27}/bin/java; do
  if command -v "$java" >/dev/null; then
    echo "   $(samples_of_legend "$java")  $("$java" -version 2>&1 | head -n 1)"
  fi
done
java -cp "$classpath" io.echotrace.judge.Judge "$@"
java -cp "$classpath" io.echotrace.judge.LegendJudge "$@"
