package io.echotrace.judge;

/** What a fault does to the measurements. */
interface Symptom {
    /** Seconds from the first sign to the finding. */
    double lead();

    /**
     * Puts it over what the healthy background says.
     *
     * @param since seconds since the first sign
     */
    void show(Machine machine, double since);
}
