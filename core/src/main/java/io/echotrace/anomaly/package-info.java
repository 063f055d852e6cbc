/**
 * What is unusual: learned scores of metrics.
 *
 * <p>Depends on {@code metric}. Run by the probe thread.
 */
package io.echotrace.anomaly;
