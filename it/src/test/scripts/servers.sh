#!/usr/bin/env bash
# Timed requests and statements of real servers, each fetched from Maven Central: counted against sent, and what the
# server's log says with the agent that it does not say without. A minute or two a server.
# Usage, after `mvn package`: it/src/test/scripts/servers.sh [-j JDK] [SERVER...]
# ECHOTRACE_JDKS is the folder of the other JDKs, as in .ci/run. Results: it/servers, one file a
# JDK and day; logs and recordings: it/target/servers-logs
set -euo pipefail
export ECHOTRACE_JDKS=${ECHOTRACE_JDKS:-${HOME:-/root}/.jdks}
cd "$(dirname "$0")/../../.."
jdk=17
if [ "${1:-}" = -j ]; then
  jdk=$2
  shift 2
fi
[ $# -gt 0 ] || set -- tomcat jetty undertow zipkin karaf wildfly-26 wildfly

# fetch unpack|copy FOLDER ARTIFACT
fetch() {
  local folder=$PWD/target/servers/$2
  mvn -q -B -N -f .. "dependency:$1" -Dartifact="$3" -DoutputDirectory="$folder" -Dmdep.overWriteReleases=false
}
for server in "$@"; do
  case $server in
    tomcat) fetch unpack tomcat org.apache.tomcat:tomcat:10.1.48:tar.gz ;;
    jetty) fetch unpack jetty org.eclipse.jetty:jetty-home:12.1.12:zip ;;
    undertow) fetch copy undertow io.undertow:undertow-examples:2.3.10.Final ;;
    zipkin) fetch copy zipkin io.zipkin:zipkin-server:3.4.4:jar:exec ;;
    karaf)
      fetch unpack karaf org.apache.karaf:apache-karaf:4.4.10:tar.gz
      fetch copy karaf-http org.apache.felix:org.apache.felix.http.jetty:5.1.30
      fetch copy karaf-http org.apache.felix:org.apache.felix.http.servlet-api:2.1.0
      fetch copy karaf-http org.apache.felix:org.apache.felix.http.servlet-api:3.0.0
      ;;
    wildfly-26) fetch unpack wildfly-26 org.wildfly:wildfly-dist:26.1.3.Final:zip ;;
    wildfly) fetch unpack wildfly org.wildfly:wildfly-dist:39.0.1.Final:zip ;;
  esac
done
mvn -q -B -f .. -pl core,agent,it test-compile dependency:build-classpath -Dmdep.outputFile=target/classpath -Dmdep.includeScope=test >/dev/null
libraries=$(tr : '\n' <target/classpath | grep -v /agent/target/ | paste -sd :) # the agent's own classes are in its jar
classpath=target/test-classes:target/classes:../core/target/classes:../core/target/test-classes:$libraries
exec java -cp "$classpath" -Dechotrace.jar="$PWD/../agent/target/echotrace.jar" -Dhost.jar="$(ls "$PWD"/target/echotrace-it-*.jar)" \
  io.echotrace.it.server.ServersRun "$jdk" servers target/servers-logs "$@"
