package io.echotrace.agent.option;

import org.jspecify.annotations.Nullable;

/** One option: its key, what its value may be, and what it means in words. Immutable once it is listed. */
public final class Option<T> {
    private final String key;
    private final ValueType<T> type;
    private final @Nullable String defaultText;
    private final String example;
    private final String meaning;
    private boolean numbered;

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

    /** Lets it be given several times, as {@code key.1}, {@code key.2} and so on. */
    Option<T> numbered() {
        numbered = true;
        return this;
    }

    /** Whether the key is this option's, or this option's with a number. */
    boolean isKey(String text) {
        return text.equals(key) || (numbered && text.matches("\\Q" + key + "\\E\\.[0-9]{1,3}"));
    }

    ValueType<T> type() {
        return type;
    }

    @Override
    public String toString() {
        return key;
    }
}
