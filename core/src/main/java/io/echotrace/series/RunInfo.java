package io.echotrace.series;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a later rendering must know of a run, and what a reader wants to: the text of the {@code run} event, {@code
 * key=value} pairs separated by blanks. Blanks within a value become underscores. Immutable.
 */
public final class RunInfo {
    private final Map<String, String> entries;

    /** Takes the pairs in their order. */
    public RunInfo(Map<String, String> entries) {
        this.entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
    }

    /** Reads an event's text; what is not {@code key=value} is passed over. */
    public static RunInfo parse(String text) {
        Map<String, String> entries = new LinkedHashMap<>();
        for (String pair : text.split(" ")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                entries.put(pair.substring(0, equals), pair.substring(equals + 1));
            }
        }
        return new RunInfo(entries);
    }

    /** The value of a key, or the alternative when the run does not say. */
    public String get(String key, String alternative) {
        return entries.getOrDefault(key, alternative);
    }

    /** All it says. */
    public Map<String, String> entries() {
        return entries;
    }

    /** The event's text. */
    public String text() {
        StringBuilder text = new StringBuilder();
        entries.forEach((key, value) -> {
            text.append(text.length() == 0 ? "" : " ").append(key).append('=');
            text.append(value.trim().replaceAll("\\s+", "_"));
        });
        return text.toString();
    }
}
