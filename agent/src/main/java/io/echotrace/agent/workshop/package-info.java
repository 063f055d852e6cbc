/**
 * Programs that bring about every fault for real in a JVM, each with a physical dial, and healthy programs that are hard
 * for a detector: what detectors are measured with, and what {@code demo} is made of.
 *
 * <p>They run on top of a calm {@code shop}, measure by themselves whether the fault is there, and know nothing of
 * EchoTrace: depends on {@code shop} and the JDK only.
 */
package io.echotrace.agent.workshop;
