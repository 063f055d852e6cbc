package io.echotrace.agent.option;

import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads the settings: agent arguments over system properties over environment variables over a file over defaults. */
public final class SettingsReader {
    private static final String PROPERTY_PREFIX = "echotrace.";
    private static final String VARIABLE_PREFIX = "ECHOTRACE_";

    private final Settings settings = new Settings();

    private SettingsReader() {}

    /** Reads the settings of a host that runs in the user's working folder. */
    public static Settings read(
            @Nullable String arguments, Map<String, String> properties, Map<String, String> environment) {
        return read(arguments, properties, environment, null);
    }

    /** What could not be understood of the arguments alone: of a file that they name nothing is known here. */
    public static List<String> complaintsAbout(String arguments) {
        SettingsReader reader = new SettingsReader();
        List<Arguments.Argument> parts = split(arguments);
        reader.readArguments(parts, true);
        reader.readArguments(parts, false);
        return reader.settings.complaints();
    }

    /**
     * Never throws for what a user wrote: see {@link Settings#complaints}.
     *
     * @param arguments the text behind the jar's name; null when there is none
     * @param properties the system properties
     * @param environment the environment variables
     * @param folder where a relative {@code config} is looked for; null for the JVM's working folder
     */
    public static Settings read(
            @Nullable String arguments,
            Map<String, String> properties,
            Map<String, String> environment,
            @Nullable File folder) {
        SettingsReader reader = new SettingsReader();
        List<Arguments.Argument> parts = split(arguments == null ? "" : arguments);
        // Weakest first: what is set later wins. Which file is the weakest, only the others can say.
        reader.readVariables(environment, true);
        reader.readProperties(properties, true);
        reader.readArguments(parts, true);
        reader.readFile(folder);
        reader.readVariables(environment, false);
        reader.readProperties(properties, false);
        reader.readArguments(parts, false);
        reader.settings.applyPreset();
        return reader.settings;
    }

    private static List<Arguments.Argument> split(String arguments) {
        return Arguments.split(arguments, key -> Options.find(key) != null);
    }

    /** @param config whether to read that one key, or all others */
    private void readArguments(List<Arguments.Argument> arguments, boolean config) {
        for (Arguments.Argument argument : arguments) {
            readOne(argument.key, argument.value, Source.ARGUMENTS, config);
        }
    }

    private void readProperties(Map<String, String> properties, boolean config) {
        new TreeMap<>(properties).forEach((name, value) -> {
            if (name.startsWith(PROPERTY_PREFIX)) {
                readOne(name.substring(PROPERTY_PREFIX.length()), unlessEmpty(value), Source.PROPERTY, config);
            }
        });
    }

    /**
     * A variable that is set but empty counts as not set. One that is no option is noticed only where it looks like a
     * misspelt one: others may have variables that begin with the same word, such as {@code ECHOTRACE_HOME}.
     */
    private void readVariables(Map<String, String> environment, boolean config) {
        new TreeMap<>(environment).forEach((name, value) -> {
            if (name.startsWith(VARIABLE_PREFIX) && !value.isEmpty()) {
                String key = Options.keyOfVariable(name);
                if (Options.find(key) != null || NearestKey.to(key) != null) {
                    readOne(key, value, Source.ENVIRONMENT, config);
                }
            }
        });
    }

    private void readFile(@Nullable File folder) {
        String name = settings.find(Options.CONFIG);
        if (name == null) {
            return;
        }
        File file = new File(name);
        File found = file.isAbsolute() || folder == null ? file : new File(folder, name);
        try {
            readEntries(ConfigFile.read(found), Source.file(found));
        } catch (IOException e) {
            String reason = String.valueOf(e.getMessage());
            settings.complain(Complaints.badFile(found, settings.source(Options.CONFIG), reason));
        }
    }

    private void readEntries(Map<String, String> entries, Source file) {
        entries.forEach((name, value) -> {
            String key = name.startsWith(PROPERTY_PREFIX) ? name.substring(PROPERTY_PREFIX.length()) : name;
            if (key.equals(Options.CONFIG.key())) {
                settings.complain(Complaints.configWithinFile(file));
            } else {
                readOne(key, unlessEmpty(value), file, false);
            }
        });
    }

    private void readOne(String key, @Nullable String value, Source source, boolean config) {
        Option<?> option = Options.find(key);
        if (config != (option == Options.CONFIG)) {
            return;
        }
        if (option == null) {
            settings.complain(Complaints.unknownKey(key, value, source));
        } else {
            settings.set(key, option, value == null ? option.type().bareText() : value, source);
        }
    }

    /** What stands in a property without a value, stands alone. */
    private static @Nullable String unlessEmpty(String value) {
        return value.isEmpty() ? null : value;
    }
}
