/**
 * A small web application whose requests and statements are known exactly: it runs as a {@code .war} in any servlet
 * container or OSGi framework that integration tests watch. Its database is H2 in memory behind a connection pool.
 *
 * <p>Depends on the servlet API and, where it is a bundle, OSGi's, which are the container's, on HikariCP and on H2.
 */
package io.echotrace.it.shop;
