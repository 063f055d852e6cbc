package io.echotrace.agent.workshop;

import java.io.IOException;

/** What a program does beside running its shop. */
interface Work {
    /** Sets up what the work needs, before the calm: what would be seen there if it were done later. */
    default void prepare(Bench bench) throws IOException, InterruptedException {}

    /**
     * Works until the bench says that it is over, and says to it when the fault can be measured. Undoes what it did before
     * it returns or throws, as far as that can be undone: memory is freed, threads have ended, locks and files are gone.
     *
     * @throws InterruptedException when the program is to end early
     */
    void run(Bench bench) throws IOException, InterruptedException;

    /** Whether all is well again after {@link #run}. */
    default boolean canBeUndone() {
        return true;
    }
}
