/**
 * The agent as a guest in its host: what host this is, whether it is to be heard, the session as the options say, and what
 * its user is told.
 *
 * <p>Depends on {@code option}, {@code file} and core. Run by the threads of the agent's loads.
 */
package io.echotrace.agent.host;
