/**
 * Which fault it is, in words, with its evidence.
 *
 * <p>Depends on {@code metric}. Run by the probe thread.
 */
package io.echotrace.finding;
