/**
 * The programs that integration tests watch: each a main class that any JVM from 8 on runs.
 *
 * <p>Depends on the JDK alone.
 */
package io.echotrace.it.host;
