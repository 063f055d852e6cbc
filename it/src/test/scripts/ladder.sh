#!/usr/bin/env bash
# The main job on a real server: Tomcat with the agent under eight levels of load from wrk, on each JDK named.
# Usage, after `mvn verify -DskipTests` (it fetches Tomcat): it/src/test/scripts/ladder.sh [JDK...]
# Results, raw numbers among them: it/target/ladder
set -euo pipefail
cd "$(dirname "$0")/../../.."
command -v wrk >/dev/null || { echo "needs wrk" >&2; exit 1; }
mvn -q -B -f .. -pl core dependency:build-classpath -Dmdep.outputFile=target/classpath -Dmdep.includeScope=test >/dev/null
classpath=target/test-classes:target/classes:../core/target/classes:../core/target/test-classes:$(cat ../core/target/classpath)
for jdk in "${@:-17}"; do
  java -cp "$classpath" -Dechotrace.jar="$PWD/../agent/target/echotrace.jar" -Dtomcat.home=target/tomcat \
    io.echotrace.it.server.ServerLadder "$jdk" target/ladder
done
