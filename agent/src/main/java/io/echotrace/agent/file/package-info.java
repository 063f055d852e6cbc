/**
 * Names of output files with tokens.
 *
 * <p>Depends on the JDK. Run by the thread that starts the session.
 */
package io.echotrace.agent.file;
