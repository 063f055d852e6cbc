/**
 * A small web application whose requests and statements are known exactly: it runs as a {@code .war} in any servlet
 * container that integration tests watch. Its database is H2 in memory behind a connection pool.
 *
 * <p>Depends on the servlet API, HikariCP and H2, which are in the {@code .war} or in the container.
 */
package io.echotrace.it.shop;
