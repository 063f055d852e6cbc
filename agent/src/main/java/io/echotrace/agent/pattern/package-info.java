/**
 * What is to be timed: the language of {@code methods=}, its presets, and which methods of which class files it means. No
 * class of the host is loaded for that.
 *
 * <p>Depends on {@code spelling} and on Byte Buddy's copy of ASM. Parsed by the thread that starts the agent; asked by
 * whichever thread loads a class, hence without lambdas, which would load classes of their own there.
 */
package io.echotrace.agent.pattern;
