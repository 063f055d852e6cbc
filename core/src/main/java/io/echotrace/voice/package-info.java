/**
 * What sounds: each voice turns controls or cues into frames; the renderer mixes them.
 *
 * <p>Depends on {@code timeline} and {@code synth}. Run by the audio threads: no allocation, no lock, no log.
 */
package io.echotrace.voice;
