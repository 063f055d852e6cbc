/**
 * Where the sound goes: WAV files and speakers.
 *
 * <p>Depends on {@code voice}. Each output has one audio thread of its own.
 */
package io.echotrace.output;
