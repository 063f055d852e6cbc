package io.echotrace.output;

/** A place where the sound of a session goes, on an audio thread of its own. */
public interface Output {
    /** Starts the output's thread. Called once. */
    void start();

    /**
     * Ends the sound: what is written to last is complete up to the instant. Waits for the output's thread, but never
     * longer than it is told, and never for a sound device. Idempotent.
     *
     * @param endNanos since the run started
     */
    void stop(long endNanos, long patienceNanos);

    /** Where the sound goes, in words for the user: "speaker default", or a file. */
    String description();
}
