package io.echotrace.agent.option;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the settings: agent arguments over system properties over environment variables over defaults. */
public final class SettingsReader {
    private static final String PROPERTY_PREFIX = "echotrace.";

    private SettingsReader() {}

    /**
     * Never throws for what a user wrote: see {@link Settings#complaints}.
     *
     * @param arguments the text behind the jar's name; null when there is none
     * @param properties the system properties
     * @param environment the environment variables
     */
    public static Settings read(
            @Nullable String arguments, Map<String, String> properties, Map<String, String> environment) {
        Settings settings = new Settings();
        for (Option<?> option : Options.all()) {
            set(option, environment.get(option.variable()), Source.ENVIRONMENT, settings);
        }
        readProperties(properties, settings);
        if (arguments != null) {
            readArguments(arguments, settings);
        }
        return settings;
    }

    private static void readProperties(Map<String, String> properties, Settings into) {
        properties.forEach((name, value) -> {
            if (name.startsWith(PROPERTY_PREFIX)) {
                readOne(name.substring(PROPERTY_PREFIX.length()), value, Source.PROPERTY, into);
            }
        });
    }

    private static void readArguments(String arguments, Settings into) {
        List<Arguments.Argument> parts = Arguments.split(arguments, key -> Options.find(key) != null);
        for (Arguments.Argument part : parts) {
            readOne(part.key, part.value, Source.ARGUMENTS, into);
        }
    }

    private static void readOne(String key, @Nullable String value, Source source, Settings into) {
        Option<?> option = Options.find(key);
        if (option == null) {
            into.unknown(key, value, source);
        } else {
            set(option, value == null ? option.type().bareText() : value, source, into);
        }
    }

    private static void set(Option<?> option, @Nullable String text, Source source, Settings into) {
        if (text != null) {
            into.set(option, text, source);
        }
    }
}
