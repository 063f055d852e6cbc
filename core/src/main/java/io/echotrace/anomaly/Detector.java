package io.echotrace.anomaly;

/**
 * Judges how unusual one metric's values are, one value a second, under what it has seen before. Streaming, constant
 * memory, no look-ahead. One thread's own.
 */
interface Detector {
    /**
     * Judges the next value and learns it.
     *
     * @param value what the metric did in a second; never NaN
     * @return -log10 of the probability that a healthy metric shows so unusual a value; 0 is quite usual
     */
    double surprise(double value);
}
