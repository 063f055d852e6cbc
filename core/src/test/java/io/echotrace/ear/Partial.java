package io.echotrace.ear;

/**
 * One sinusoidal component of a sound.
 *
 * @param amplitude peak amplitude, full scale is 1
 */
public record Partial(double hz, double amplitude) {}
