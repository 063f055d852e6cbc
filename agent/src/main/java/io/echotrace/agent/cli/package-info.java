/**
 * The command line: the only package that writes to standard output and ends the JVM with an exit code.
 *
 * <p>Depends on {@code option}, {@code file}, {@code attach} and core. Run by the main thread.
 */
package io.echotrace.agent.cli;
