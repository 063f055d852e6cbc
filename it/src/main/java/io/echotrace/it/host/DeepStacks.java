package io.echotrace.it.host;

import java.util.concurrent.FutureTask;

/**
 * Calls until the stack is full, with and without tasks down there; then runs tasks with all the stack there is, and waits
 * until its input ends.
 */
public final class DeepStacks {
    public static final int TASKS = 1_000;
    private static final int ROUNDS = 20;
    private static final int TASKS_AT_THE_END = 20;

    private static int left;

    private DeepStacks() {}

    public static void main(String[] args) throws Exception {
        Thread thread = new Thread(DeepStacks::work, "deep");
        thread.start();
        thread.join();
        while (System.in.read() >= 0) {
            // until there is no more
        }
    }

    private static void work() {
        for (int round = 0; round < ROUNDS; round++) {
            try {
                plain(0);
            } catch (StackOverflowError expected) {
                left = TASKS_AT_THE_END;
            }
            down(0);
        }
        for (int i = 0; i < TASKS; i++) {
            task();
        }
    }

    @SuppressWarnings("InfiniteRecursion") // to the end of the stack
    static int plain(int depth) {
        return plain(depth + 1) + 1;
    }

    /** Runs tasks on the way up, the first ones where they have no room. */
    @SuppressWarnings("InfiniteRecursion") // to the end of the stack
    private static void down(int depth) {
        try {
            down(depth + 1);
        } catch (StackOverflowError expected) {
            // and up again
        }
        if (left > 0) {
            left--;
            try {
                task();
            } catch (StackOverflowError expected) {
                // and up again
            }
        }
    }

    private static void task() {
        new FutureTask<>(() -> "done").run();
    }
}
