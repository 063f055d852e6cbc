/**
 * Names of output files with tokens.
 *
 * <p>Depends on {@code option} for the escapes of its values. Run by the thread that starts the session.
 */
package io.echotrace.agent.file;
