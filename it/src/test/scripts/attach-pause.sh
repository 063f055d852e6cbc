#!/usr/bin/env bash
# How long a Tomcat under load stands still when the agent is attached to it and times a thousand of its methods and more,
# and when it is detached, on each JDK named. Wants a machine that does nothing else; two minutes a JDK.
# Usage, after `mvn verify -DskipTests` (it fetches Tomcat): it/src/test/scripts/attach-pause.sh [JDK...]   (11 and newer)
set -euo pipefail
export ECHOTRACE_JDKS=${ECHOTRACE_JDKS:-${HOME:-/root}/.jdks}
cd "$(dirname "$0")/../../.."
mvn -q -B -f .. -pl core dependency:build-classpath -Dmdep.outputFile=target/classpath -Dmdep.includeScope=test >/dev/null
classpath=target/test-classes:target/classes:../core/target/classes:../core/target/test-classes:$(cat ../core/target/classpath)
[ $# -gt 0 ] || set -- 17 25
echo "load average: $(cut -d' ' -f1-3 /proc/loadavg)"
exec java -cp "$classpath" -Dechotrace.jar="$PWD/../agent/target/echotrace.jar" -Dhost.jar="$(ls "$PWD"/target/echotrace-it-*.jar)" \
  -Dtomcat.home=target/tomcat io.echotrace.it.server.AttachPause "$@"
