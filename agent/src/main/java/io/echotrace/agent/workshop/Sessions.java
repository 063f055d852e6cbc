package io.echotrace.agent.workshop;

import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Objects that are kept: chains of nodes. New nodes go to random chains, so that neighbors in a chain are far apart in
 * memory and following a chain misses the caches, as in a heap that has lived for a while. Not thread-safe.
 */
public final class Sessions {
    private final @Nullable Node[] chains;
    private final SplittableRandom random = new SplittableRandom(1);
    private long count;

    public Sessions(int chains) {
        this.chains = new @Nullable Node[chains];
    }

    public void add(int nodes) {
        for (int i = 0; i < nodes; i++) {
            int chain = random.nextInt(chains.length);
            chains[chain] = new Node(chains[chain], count++);
        }
    }

    /** Forgets so many chains, from the one with this number on, modulo the number of chains. */
    public void forget(long first, int many) {
        for (long number = first; number < first + many; number++) {
            chains[(int) (number % chains.length)] = null;
        }
    }
}
