/**
 * Reads metrics from the machine and the JVM. The only package that knows OSHI, JMX and /proc.
 *
 * <p>Depends on {@code metric}. Run by the probe thread; the stop meter also by the ticker.
 */
package io.echotrace.probe;
