/**
 * Where the sound goes: WAV files and speakers.
 *
 * <p>Depends on {@code voice} and the blocks of {@code synth}. Each output has one audio thread of its own.
 */
package io.echotrace.output;
