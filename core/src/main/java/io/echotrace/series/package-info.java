/**
 * A run's measurements as a CSV file, written and read.
 *
 * <p>Depends on {@code metric}. Written by the probe thread.
 */
package io.echotrace.series;
