/**
 * Unit generators: oscillators, noise, envelopes, glides, filters, the limiter. They know nothing of metrics.
 *
 * <p>Depends on nothing. Run by the audio threads: no allocation, no lock, no log.
 */
package io.echotrace.synth;
