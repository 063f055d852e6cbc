/**
 * The agent as a guest in its host: starts the session as the options say, keeps out of JVMs that are not to be heard, and
 * ends with the host.
 *
 * <p>Depends on {@code option} and core. Run by the starter thread and the shutdown hook.
 */
package io.echotrace.agent.host;
