package io.echotrace.it.budget;

/** How much is measured. */
enum Effort {
    FULL(11, 5, 3, 60, 20, "1s"),
    /** To try the script; the figures mean little. */
    QUICK(3, 1, 1, 6, 4, "200ms");

    /** Hosts of each setup that end at once. */
    final int starts;
    /** Hosts of each setup that live for 3 s. */
    final int lives;
    /** Hosts of each setup that are watched while they do nothing. */
    final int watches;

    /** Until the JVM has compiled most of what the agent does. Resident memory is read after a third of it. */
    final int warmUpSeconds;

    final int windowSeconds;
    /** Length of an iteration of the benchmark. */
    final String iteration;

    Effort(int starts, int lives, int watches, int warmUpSeconds, int windowSeconds, String iteration) {
        this.starts = starts;
        this.lives = lives;
        this.watches = watches;
        this.warmUpSeconds = warmUpSeconds;
        this.windowSeconds = windowSeconds;
        this.iteration = iteration;
    }
}
