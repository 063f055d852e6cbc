/**
 * What the host's class path sees of EchoTrace: the entry of the agent, that of the command line, and the class loader
 * that hides all the rest. The JVM never unloads the first, so it is small.
 *
 * <p>Depends on nothing but {@code java.*}. Run by the thread that starts the host's main, which it must not hold up, and
 * by the JVM's thread for attaching.
 */
package io.echotrace.agent.boot;
