#!/usr/bin/env bash
# What the sound is worth, measured on the rendered samples alone: pitch, rhythm, loudness, coherence, limits; then how well
# a trained listener tells the faults apart. A quarter of an hour. Usage: it/src/test/scripts/sound.sh [CLIPS [SEED [REGISTER]]]
set -euo pipefail
cd "$(dirname "$0")/../../.."
mvn -q -B -f .. -pl core test-compile dependency:build-classpath -Dmdep.outputFile=target/classpath -Dmdep.includeScope=test >/dev/null
classpath=../core/target/test-classes:../core/target/classes:$(cat ../core/target/classpath)
java -cp "$classpath" io.echotrace.voice.SoundReport
exec java -cp "$classpath" io.echotrace.judge.Judge "$@"
