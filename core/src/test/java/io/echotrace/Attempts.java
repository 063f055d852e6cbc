package io.echotrace;

/** For measurements that a machine busy with something else can spoil, though never make look better than they are. */
public final class Attempts {
    private static final int MOST = 3;

    private Attempts() {}

    /** A measurement with assertions about its outcome. */
    public interface Attempt {
        void run() throws Exception;
    }

    /** Makes the whole measurement up to three times; one of them must be as it should be. */
    public static void make(Attempt attempt) throws Exception {
        for (int number = 1; number < MOST; number++) {
            try {
                attempt.run();
                return;
            } catch (AssertionError e) {
                System.out.println("attempt " + number + " of " + MOST + ": " + e.getMessage());
            }
        }
        attempt.run();
    }
}
