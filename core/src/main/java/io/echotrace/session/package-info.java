/**
 * The wiring, and where a program begins: a {@link io.echotrace.session.Session} measures and makes heard, a {@link
 * io.echotrace.session.MetricReader} only reads, a {@link io.echotrace.session.Soundscape} turns a list of values into a
 * WAV, a {@link io.echotrace.session.Rendering} a recorded series. With {@code metric}, {@code finding} and {@code sound} it
 * is what programs use; the other packages are public for these alone. The only package that reads a clock.
 *
 * <p>Depends on all others. Owns the threads.
 */
package io.echotrace.session;
