package io.echotrace.agent.spelling;

import org.jspecify.annotations.Nullable;

/** Finds the word that a user who misspelt one most likely meant. */
public final class NearestWord {
    private NearestWord() {}

    /** The nearest of the known words; null when none is near: more than one letter in three would have to change. */
    public static @Nullable String to(String misspelt, Iterable<String> known) {
        String nearest = null;
        int least = Integer.MAX_VALUE;
        for (String word : known) {
            int distance = distance(misspelt, word);
            if (distance <= word.length() / 3 && distance < least) {
                least = distance;
                nearest = word;
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
