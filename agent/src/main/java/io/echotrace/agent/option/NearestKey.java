package io.echotrace.agent.option;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Finds the option that a user who misspelt a key most likely meant. */
final class NearestKey {
    private NearestKey() {}

    /** The nearest key; null when none is near: more than one letter in three would have to change. */
    static @Nullable String to(String misspelt) {
        String key = misspelt.toLowerCase(Locale.ROOT).replaceAll("\\.[0-9]+$", "");
        String nearest = null;
        int least = Integer.MAX_VALUE;
        for (Option<?> option : Options.all()) {
            int distance = distance(key, option.key());
            if (distance <= option.key().length() / 3 && distance < least) {
                least = distance;
                nearest = option.key();
            }
        }
        return nearest;
    }

    /**
     * How many letters to insert, remove, replace or swap with their neighbor: the optimal string alignment distance
     * [Damerau 1964; Levenshtein 1966].
     */
    static int distance(String from, String to) {
        int[][] distances = new int[from.length() + 1][to.length() + 1];
        for (int i = 0; i <= from.length(); i++) {
            for (int j = 0; j <= to.length(); j++) {
                distances[i][j] = i == 0 || j == 0 ? i + j : distance(from, to, i, j, distances);
            }
        }
        return distances[from.length()][to.length()];
    }

    private static int distance(String from, String to, int i, int j, int[][] known) {
        int replaced = known[i - 1][j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        int least = Math.min(replaced, Math.min(known[i - 1][j], known[i][j - 1]) + 1);
        boolean swapped =
                i > 1 && j > 1 && from.charAt(i - 1) == to.charAt(j - 2) && from.charAt(i - 2) == to.charAt(j - 1);
        return swapped ? Math.min(least, known[i - 2][j - 2] + 1) : least;
    }
}
