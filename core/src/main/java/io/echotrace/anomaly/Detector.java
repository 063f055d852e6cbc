package io.echotrace.anomaly;

/**
 * Judges how unusual one metric's values are, one value a second, under what it has seen before. Streaming, constant
 * memory, no look-ahead, no allocation. One thread's own.
 */
interface Detector {
    /**
     * Judges the next value and learns it.
     *
     * @param value what the metric did in a second; never NaN
     * @param atNanos when, since the start of the run
     * @param metrics how many are judged beside each other, 1 or more: the more, the more cautious is each
     * @return evidence that the value is new, in decades of improbability; 0 is quite usual. Rough: {@link Calibration}
     *     makes a probability of it.
     */
    double surprise(double value, long atNanos, int metrics);

    /** Evidence, in decades, that the metric has stopped moving with the value judged last; 0 mostly. */
    double stillness();

    /** Begins a run whose time starts anew. */
    void startRun();
}
