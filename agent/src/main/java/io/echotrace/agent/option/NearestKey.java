package io.echotrace.agent.option;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Finds the option that a user who misspelt a key most likely meant. */
final class NearestKey {
    private NearestKey() {}

    /** The nearest key; null when none is near: more than two, or a third of its letters, would have to change. */
    static @Nullable String to(String misspelt) {
        String key = misspelt.toLowerCase(Locale.ROOT);
        String nearest = null;
        int least = Integer.MAX_VALUE;
        for (Option<?> option : Options.all()) {
            int distance = distance(key, option.key());
            int limit = Math.max(2, option.key().length() / 3);
            if (distance <= limit && distance < option.key().length() && distance < least) {
                least = distance;
                nearest = option.key();
            }
        }
        return nearest;
    }

    /** The Levenshtein distance: how many letters to insert, remove or replace. */
    static int distance(String from, String to) {
        int[] previous = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int[] current = new int[to.length() + 1];
            current[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int replaced = previous[j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(replaced, Math.min(previous[j], current[j - 1]) + 1);
            }
            previous = current;
        }
        return previous[to.length()];
    }
}
