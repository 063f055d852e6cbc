#!/usr/bin/env bash
# Whether faults that are real are heard and named, and health is not: programs of the workshop, each in a JVM that is
# recorded. Usage, after `mvn package`, with DIR for the recordings, a JDK's version and how many at a time:
#   it/src/test/scripts/workshop.sh DIR JDK AT_A_TIME faults TIMES SEED [NAME...]   faults at random positions of their dials
#   it/src/test/scripts/workshop.sh DIR JDK AT_A_TIME lasting SECONDS [NAME...]     whether their findings last as long as they
#   it/src/test/scripts/workshop.sh DIR JDK AT_A_TIME health SECONDS [NAME...]      healthy programs that are hard to judge
# ECHOTRACE_JDKS is the folder of the other JDKs, as in .ci/run. A fault takes two minutes, a leak up to nine.
set -euo pipefail
export ECHOTRACE_JDKS=${ECHOTRACE_JDKS:-${HOME:-/root}/.jdks}
mkdir -p "$1"
folder=$(cd "$1" && pwd)
shift
cd "$(dirname "$0")/../../.."
mvn -q -B -f .. -pl core dependency:build-classpath -Dmdep.outputFile=target/classpath -Dmdep.includeScope=test >/dev/null
classpath=target/test-classes:target/classes:../core/target/classes:../core/target/test-classes:$(cat ../core/target/classpath)
echo "load average: $(cut -d' ' -f1-3 /proc/loadavg)"
exec java -cp "$classpath" -Dechotrace.jar="$PWD/../agent/target/echotrace.jar" -Dhost.jar="$(ls "$PWD"/target/echotrace-it-*.jar)" \
  io.echotrace.it.workshop.WorkshopRun "$folder" "$@"
