#!/usr/bin/env bash
# What the agent costs on each JDK named, against what it may cost. Wants a machine that does nothing else, and about six
# minutes a JDK; `--quick` only tries the script. Usage, after `mvn package`: it/src/test/scripts/budgets.sh [--quick] [JDK...]
# Raw numbers: it/budgets (with --quick: it/target/budgets), one file a JDK and day
set -euo pipefail
cd "$(dirname "$0")/../../.."
effort=FULL results=budgets
if [ "${1:-}" = --quick ]; then
  effort=QUICK results=target/budgets
  shift
fi
mvn -q -B -f .. -pl core dependency:build-classpath -Dmdep.outputFile=target/classpath -Dmdep.includeScope=test >/dev/null
classpath=target/test-classes:target/classes:../core/target/classes:../core/target/test-classes:$(cat ../core/target/classpath)
echo "load average: $(cut -d' ' -f1-3 /proc/loadavg)"
exec java -cp "$classpath" -Dechotrace.jar="$PWD/../agent/target/echotrace.jar" -Dhost.jar="$(ls "$PWD"/target/echotrace-it-*.jar)" \
  io.echotrace.it.budget.BudgetRun "$results" "$effort" "${@:-17}"
