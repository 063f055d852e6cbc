package io.echotrace.agent.option;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The value of every option and where it comes from. What could not be understood has its default and a complaint. */
public final class Settings {
    private final Map<Option<?>, Object> values = new HashMap<>();
    private final Map<Option<?>, String> texts = new HashMap<>();
    private final Map<Option<?>, Source> sources = new HashMap<>();
    private final List<String> complaints = new ArrayList<>();

    Settings() {
        for (Option<?> option : Options.all()) {
            reset(option);
        }
    }

    /**
     * The option's value.
     *
     * @throws IllegalArgumentException if it has neither a value nor a default
     */
    public <T> T get(Option<T> option) {
        T value = find(option);
        if (value == null) {
            throw new IllegalArgumentException(option + " has no value");
        }
        return value;
    }

    /** The option's value; null when it has neither a value nor a default. */
    @SuppressWarnings("unchecked") // set() stores what the option's own type has parsed
    public <T> @Nullable T find(Option<T> option) {
        return (T) values.get(option);
    }

    /** The option's value as a user would write it; null when it has none. */
    public @Nullable String text(Option<?> option) {
        return texts.get(option);
    }

    /** Where the option's value comes from. */
    public Source source(Option<?> option) {
        return sources.getOrDefault(option, Source.DEFAULT);
    }

    /** What could not be understood, one phrase each. */
    public List<String> complaints() {
        return Collections.unmodifiableList(complaints);
    }

    <T> void set(Option<T> option, String text, Source source) {
        try {
            values.put(option, option.type().parse(text));
            texts.put(option, text);
            sources.put(option, source);
        } catch (IllegalArgumentException e) {
            reset(option);
            complaints.add(Complaints.badValue(option, text, source));
        }
    }

    void unknown(String key, @Nullable String value, Source source) {
        complaints.add(Complaints.unknownKey(key, value, source));
    }

    private <T> void reset(Option<T> option) {
        String text = option.defaultText();
        if (text == null) {
            values.remove(option);
            texts.remove(option);
        } else {
            values.put(option, option.type().parse(text));
            texts.put(option, text);
        }
        sources.put(option, Source.DEFAULT);
    }
}
