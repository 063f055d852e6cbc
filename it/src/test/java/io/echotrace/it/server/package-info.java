/**
 * A real server under load: {@link io.echotrace.it.server.Tomcat}, which the build downloads and unpacks, started by its
 * own scripts on any JDK, and {@link io.echotrace.it.server.Load}, so many requests a second for so long. Both need
 * nothing but the build. {@code ladder.sh} is the long form of the measurement and needs {@code wrk}.
 *
 * <p>Timed requests: {@link io.echotrace.it.server.Requests} are counted exactly, {@link io.echotrace.it.server.ShopWar}
 * packs a web application whose statements are known. {@code servers.sh} fetches servers of other kinds from Maven Central,
 * each a {@link io.echotrace.it.server.RealServer}, and compares runs with and without the agent.
 */
package io.echotrace.it.server;
