package io.echotrace.agent.option;

import io.echotrace.agent.spelling.NearestWord;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Finds the option that a user who misspelt a key most likely meant. */
final class NearestKey {
    private NearestKey() {}

    /** The nearest key; null when none is near. */
    static @Nullable String to(String misspelt) {
        List<String> keys = new ArrayList<>();
        for (Option<?> option : Options.all()) {
            keys.add(option.key());
        }
        return NearestWord.to(misspelt.toLowerCase(Locale.ROOT).replaceAll("\\.[0-9]+$", ""), keys);
    }
}
