#!/usr/bin/env bash
# How exactly forced stops of the JVM stand in the recording, against the JVM's own log, on each JDK named and with each of
# its collectors: thirty stops each. Usage, after `mvn package`: it/src/test/scripts/stops.sh [JDK...]
# About a minute a collector, and up to 3 GB of memory. ECHOTRACE_JDKS is the folder of the other JDKs, as in .ci/run.
set -euo pipefail
export ECHOTRACE_JDKS=${ECHOTRACE_JDKS:-${HOME:-/root}/.jdks}
cd "$(dirname "$0")/../../.."
mvn -q -B -f .. -pl core dependency:build-classpath -Dmdep.outputFile=target/classpath -Dmdep.includeScope=test >/dev/null
classpath=target/test-classes:target/classes:../core/target/classes:../core/target/test-classes:$(cat ../core/target/classpath)
[ $# -gt 0 ] || set -- 8 17 25
echo "load average: $(cut -d' ' -f1-3 /proc/loadavg)"
exec java -cp "$classpath" -Dechotrace.jar="$PWD/../agent/target/echotrace.jar" -Dhost.jar="$(ls "$PWD"/target/echotrace-it-*.jar)" \
  io.echotrace.it.stop.StopsRun "$@"
