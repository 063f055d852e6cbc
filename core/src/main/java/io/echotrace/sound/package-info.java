/**
 * Single sounds for programs: tones, chords, pulses and noise as samples or WAV files.
 *
 * <p>Depends on {@code synth} and, to write files, on {@code output}. Run by the caller's thread; nothing of EchoTrace uses it.
 */
package io.echotrace.sound;
