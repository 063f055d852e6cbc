package io.echotrace.agent.option;

import java.io.File;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** Where the value of an option comes from, and how options are called there. Immutable. */
public final class Source {
    public static final Source ARGUMENTS = new Source("agent argument", key -> key);
    public static final Source PROPERTY = new Source("system property", key -> "echotrace." + key);
    public static final Source ENVIRONMENT = new Source("environment variable", Source::variable);
    public static final Source DEFAULT = new Source("default", key -> key);
    /** The preset of that name, for options that are not given themselves. */
    public static final Source SMALL = new Source("preset small", key -> key);

    private final String description;
    private final UnaryOperator<String> naming;

    private Source(String description, UnaryOperator<String> naming) {
        this.description = description;
        this.naming = naming;
    }

    /** A file of options. */
    static Source file(File file) {
        return new Source("file " + file, key -> key);
    }

    /** The source in words for the user; a file is named. */
    public String description() {
        return description;
    }

    /** Whether the value was there before the agent was loaded: among its arguments, in a property or a variable. */
    public boolean isPartOfTheCommand() {
        return this == ARGUMENTS || this == PROPERTY || this == ENVIRONMENT;
    }

    /** What the option with the key is called there, for example {@code ECHOTRACE_WAV_RATE}. */
    String nameOf(String key) {
        return naming.apply(key);
    }

    private static String variable(String key) {
        return "ECHOTRACE_" + key.replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return description;
    }
}
