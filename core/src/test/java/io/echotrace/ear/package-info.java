/**
 * The ear: what a recording sounds like, told from its samples alone.
 *
 * <p>Start with {@link io.echotrace.ear.Recording}, which reads a WAV file or a stretch of it, and cuts and mixes down.
 * Then ask one of the measures, each a class of its own whose documentation states method and limits:
 *
 * <ul>
 *   <li>{@link io.echotrace.ear.Pitch}: f0 of the ground in a stretch, or over time; distances in cents.
 *   <li>{@link io.echotrace.ear.Onsets}: when sounds set in within a band; their rate and how regular they are.
 *   <li>{@link io.echotrace.ear.Loudness}, {@link io.echotrace.ear.TruePeak}: how loud, by ITU-R BS.1770.
 *   <li>{@link io.echotrace.ear.Dissonance}: how rough, by Sethares, of the {@link io.echotrace.ear.Partials} that persist.
 *   <li>{@link io.echotrace.ear.Modulation}: how the envelope of a band trembles.
 *   <li>{@link io.echotrace.ear.Flatness}: how much like noise.
 *   <li>{@link io.echotrace.ear.Bands}: levels of frequency bands.
 *   <li>{@link io.echotrace.ear.Holes}, {@link io.echotrace.ear.Clicks}: silence, and jumps that should not be there.
 * </ul>
 *
 * <p>{@link io.echotrace.ear.Signals} makes signals of known content; the test of each measure shows what it answers for
 * them. All measures work on the mean of the channels, except loudness, true peak, holes and clicks; {@code only(0)} picks
 * the left. For correlations use Hipparchus, for example its {@code SpearmansCorrelation}.
 *
 * <p>Depends on Hipparchus and the JDK, and on nothing of EchoTrace. Deterministic; nothing here is thread-bound.
 */
package io.echotrace.ear;
