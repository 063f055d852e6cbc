package io.echotrace.it.budget;

/** How much is measured. */
enum Effort {
    FULL(11, 5, 3, 10, 20, "1s"),
    /** To try the script; the figures mean little. */
    QUICK(3, 1, 1, 4, 4, "200ms");

    /** Hosts of each setup that end at once. */
    final int starts;
    /** Hosts of each setup that live for 3 s. */
    final int lives;
    /** Pairs of hosts with and without the agent that are watched while they do nothing. */
    final int pairs;

    final int warmUpSeconds;
    final int windowSeconds;
    /** Length of an iteration of the benchmark. */
    final String iteration;

    Effort(int starts, int lives, int pairs, int warmUpSeconds, int windowSeconds, String iteration) {
        this.starts = starts;
        this.lives = lives;
        this.pairs = pairs;
        this.warmUpSeconds = warmUpSeconds;
        this.windowSeconds = windowSeconds;
        this.iteration = iteration;
    }
}
