package io.echotrace.needs;

import org.junit.jupiter.api.Assumptions;

/** Something that a test needs and this machine lacks. */
public final class Missing {
    private Missing() {}

    /**
     * Skips the running test; fails it on a CI server. Never returns normally.
     *
     * @param line what is missing and what to install
     */
    public static void skip(String line) {
        Assumptions.abort(toldOrRefused(line, isCi()));
    }

    static boolean isCi() {
        return "true".equals(System.getenv("CI"));
    }

    static String toldOrRefused(String line, boolean ci) {
        if (ci) {
            throw new IllegalStateException(line);
        }
        System.out.println("skipped: " + line);
        return line;
    }
}
