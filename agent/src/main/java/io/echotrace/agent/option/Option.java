package io.echotrace.agent.option;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One option: its key, what its value may be, and what it means in words. Immutable. */
public final class Option<T> {
    private final String key;
    private final ValueType<T> type;
    private final @Nullable String defaultText;
    private final String example;
    private final String meaning;

    Option(String key, ValueType<T> type, @Nullable String defaultText, String example, String meaning) {
        this.key = key;
        this.type = type;
        this.defaultText = defaultText;
        this.example = example;
        this.meaning = meaning;
    }

    /** The key as it stands in the agent's arguments, for example {@code wav.rate}. */
    public String key() {
        return key;
    }

    /** The default as a user would write it; null when there is none. */
    public @Nullable String defaultText() {
        return defaultText;
    }

    /** A value that works, as a user would write it. */
    public String example() {
        return example;
    }

    /** What the option does, one phrase. */
    public String meaning() {
        return meaning;
    }

    /** The name of the system property that sets it. */
    public String property() {
        return "echotrace." + key;
    }

    /** The name of the environment variable that sets it. */
    public String variable() {
        return "ECHOTRACE_" + key.replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT);
    }

    ValueType<T> type() {
        return type;
    }

    @Override
    public String toString() {
        return key;
    }
}
