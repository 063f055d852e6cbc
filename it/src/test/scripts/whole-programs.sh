#!/usr/bin/env bash
# Whether large programs do the same when every one of their methods is timed: the Eclipse compiler, the Closure compiler
# and JRuby, with and without, every class verified, on each JDK named. Some ten minutes for all of them.
# Usage, after `mvn package`: it/src/test/scripts/whole-programs.sh [JDK...]
set -euo pipefail
export ECHOTRACE_JDKS=${ECHOTRACE_JDKS:-${HOME:-/root}/.jdks}
cd "$(dirname "$0")/../../.."
programs=$PWD/target/programs
for artifact in org.eclipse.jdt:ecj:3.26.0 org.jruby:jruby-complete:9.4.9.0 \
  com.google.javascript:closure-compiler:v20220202 org.webjars:jquery:3.7.1; do
  IFS=: read -r _ name version <<<"$artifact"
  [ -e "$programs/$name-$version.jar" ] || mvn -q -B -N -f .. dependency:copy -Dartifact="$artifact" -DoutputDirectory="$programs" >/dev/null
done
(cd "$programs" && jar xf jquery-3.7.1.jar META-INF/resources/webjars/jquery/3.7.1/jquery.js && mv META-INF/resources/webjars/jquery/3.7.1/jquery.js .)
mvn -q -B -f .. -pl core dependency:build-classpath -Dmdep.outputFile=target/classpath -Dmdep.includeScope=test >/dev/null
classpath=target/test-classes:target/classes:../core/target/classes:../core/target/test-classes:$(cat ../core/target/classpath)
[ $# -gt 0 ] || set -- 8 11 17 21 25 27
exec java -cp "$classpath" -Dechotrace.jar="$PWD/../agent/target/echotrace.jar" -Dhost.jar="$(ls "$PWD"/target/echotrace-it-*.jar)" \
  io.echotrace.it.method.WholePrograms "$programs" "$@"
