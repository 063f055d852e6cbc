/**
 * What the host's class path sees of EchoTrace: the entry of the agent, that of the command line, and the class loader
 * that hides all the rest.
 *
 * <p>Depends on nothing but {@code java.*}. Run by the thread that starts the host's main, which it must not hold up.
 */
package io.echotrace.agent.boot;
