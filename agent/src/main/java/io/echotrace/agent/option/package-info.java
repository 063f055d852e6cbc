/**
 * The agent's options: the one list of them, the grammar they are written in, and where their values come from.
 *
 * <p>Depends on the JDK. Run by the thread that starts the agent.
 */
package io.echotrace.agent.option;
