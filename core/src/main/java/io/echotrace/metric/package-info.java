/**
 * What is measured: metrics, their units, snapshots of their values, and occurrences.
 *
 * <p>Depends on nothing. Immutable values, made by the probe thread.
 */
package io.echotrace.metric;
