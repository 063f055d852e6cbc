/**
 * The life of the agent in its host: each load of it is a start or a message, carried out one after the other, until one
 * tells it to go; and the state that others read meanwhile.
 *
 * <p>Depends on {@code host}, {@code option} and core. Run by the threads of the loads, the probe thread and the shutdown
 * hook; {@code Agent}, {@code LoadThread}, {@code ExitHook} and {@code Silence} also by the thread that starts the host's
 * main, which they must not hold up.
 */
package io.echotrace.agent.control;
