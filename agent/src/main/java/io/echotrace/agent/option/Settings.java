package io.echotrace.agent.option;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The value of every option and where it comes from. What could not be understood has its default and a complaint. */
public final class Settings {
    /** By key; numbered keys in the order of their numbers. */
    private final Map<String, Setting> given = new TreeMap<>(Options.KEY_ORDER);

    private final List<String> complaints = new ArrayList<>();

    Settings() {}

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
        Setting setting = setting(option);
        return setting == null ? null : (T) setting.value();
    }

    /** The option's value as a user wrote it; null when it has neither a value nor a default. */
    public @Nullable String text(Option<?> option) {
        Setting setting = setting(option);
        return setting == null ? null : setting.text();
    }

    /** All values of an option that may be given several times, in the order of their numbers. */
    @SuppressWarnings("unchecked") // as above
    public <T> List<T> all(Option<T> option) {
        List<T> values = new ArrayList<>();
        for (Setting setting : given.values()) {
            if (option.isKey(setting.key())) {
                values.add((T) setting.value());
            }
        }
        return values;
    }

    /** Where the option's value comes from. */
    public Source source(Option<?> option) {
        Setting setting = given.get(option.key());
        return setting == null ? Source.DEFAULT : setting.source();
    }

    /** Everything that has a value, given or by default, in the order of the help text. */
    public List<Setting> all() {
        List<Setting> all = new ArrayList<>();
        for (Option<?> option : Options.all()) {
            int before = all.size();
            given.values().stream()
                    .filter(setting -> option.isKey(setting.key()))
                    .forEach(all::add);
            Setting byDefault = all.size() == before ? byDefault(option) : null;
            if (byDefault != null) {
                all.add(byDefault);
            }
        }
        return all;
    }

    /** What could not be understood, one phrase each. */
    public List<String> complaints() {
        return Collections.unmodifiableList(complaints);
    }

    <T> void set(String key, Option<T> option, String text, Source source) {
        try {
            T value = option.type().parse(text);
            given.put(key, new Setting(key, text, value, source));
            for (String fault : option.type().faults(value)) {
                complain(Complaints.badPart(key, text, source, fault));
            }
        } catch (IllegalArgumentException e) {
            given.remove(key);
            complain(Complaints.badValue(key, option, text, source, e.getMessage()));
        }
    }

    /** 16 kHz mono, where nothing else is asked for. */
    void applyPreset() {
        if (get(Options.SMALL)) {
            unlessGiven(Options.WAV_RATE, "16000");
            unlessGiven(Options.WAV_CHANNELS, "1");
        }
    }

    private void unlessGiven(Option<?> option, String text) {
        if (!given.containsKey(option.key())) {
            set(option.key(), option, text, Source.SMALL);
        }
    }

    void complain(String complaint) {
        complaints.add(complaint);
    }

    private @Nullable Setting setting(Option<?> option) {
        Setting setting = given.get(option.key());
        return setting == null ? byDefault(option) : setting;
    }

    private static @Nullable Setting byDefault(Option<?> option) {
        String text = option.defaultText();
        return text == null
                ? null
                : new Setting(option.key(), text, option.type().parse(text), Source.DEFAULT);
    }
}
