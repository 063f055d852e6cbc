/**
 * A real server under load: {@link io.echotrace.it.server.Tomcat}, which the build downloads and unpacks, started by its
 * own scripts on any JDK, and {@link io.echotrace.it.server.Load}, so many requests a second for so long. Both need
 * nothing but the build. {@code ladder.sh} is the long form of the measurement and needs {@code wrk}.
 */
package io.echotrace.it.server;
