#!/usr/bin/env bash
# What timing a call costs the thread that makes it: EchoTrace's way, HdrHistogram and Micrometer by hand, and
# OpenTelemetry's agent, against two readings of the clock, on each JDK named. CPU time, so that other programs disturb it
# little; about ten minutes a JDK. Usage, after `mvn package`: it/src/test/scripts/call-cost.sh [--quick] [JDK...]
# Raw numbers: it/budgets (with --quick: it/target/budgets), one file a JDK and day
set -euo pipefail
export ECHOTRACE_JDKS=${ECHOTRACE_JDKS:-${HOME:-/root}/.jdks}
cd "$(dirname "$0")/../../.."
rounds=4 results=budgets
if [ "${1:-}" = --quick ]; then
  rounds=1 results=target/budgets
  shift
fi
[ $# -gt 0 ] || set -- 17 25
opentelemetry=target/opentelemetry/opentelemetry-javaagent-2.33.1.jar
[ -e "$opentelemetry" ] || mvn -q -B -f .. -pl it dependency:copy -DoutputDirectory="$PWD/target/opentelemetry" \
  -Dartifact=io.opentelemetry.javaagent:opentelemetry-javaagent:2.33.1 >/dev/null
mvn -q -B -f .. -pl core,agent,it test-compile dependency:build-classpath -Dmdep.outputFile=target/classpath -Dmdep.includeScope=test >/dev/null
libraries=$(tr : '\n' <target/classpath | grep -v /agent/target/ | paste -sd :) # the agent's own classes would hide the jar
classpath=target/test-classes:target/classes:../core/target/classes:../core/target/test-classes:$libraries
echo "load average: $(cut -d' ' -f1-3 /proc/loadavg)"
exec java -cp "$classpath" -Dechotrace.jar="$PWD/../agent/target/echotrace.jar" -Dhost.jar="$(ls "$PWD"/target/echotrace-it-*.jar)" \
  -Dopentelemetry.jar="$PWD/$opentelemetry" io.echotrace.it.cost.CallCostRun "$results" "$rounds" "$@"
