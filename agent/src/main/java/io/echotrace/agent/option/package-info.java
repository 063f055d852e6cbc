/**
 * The agent's options: the one list of them, the grammar they are written in, and where their values come from.
 *
 * <p>Depends on the JDK, and on core's {@code probe} for what an MBean's metric is. Run by the thread that starts the agent.
 */
package io.echotrace.agent.option;
