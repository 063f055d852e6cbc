/**
 * Finds the JVMs of this machine, reads what an agent in one of them says of itself, and loads the agent or a message to it.
 *
 * <p>Depends on {@code host} and {@code file} for names, and on core's thread. Run by the command line, in a JVM of its own.
 */
package io.echotrace.agent.attach;
