/**
 * Time-stamped controls and cues on their way from the mapping to the voices.
 *
 * <p>Depends on nothing. Written by the probe thread, read by the audio threads without locks.
 */
package io.echotrace.timeline;
