package io.echotrace.agent.option;

import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** The words for options that could not be understood: each names the key, the value and what is allowed. */
final class Complaints {
    private static final int LONGEST_QUOTE = 80;

    private Complaints() {}

    static String badValue(Option<?> option, String text, Source source) {
        String used = option.defaultText() == null ? "it is ignored" : option.defaultText() + " is used";
        return quote(option.key() + "=" + text) + from(source) + " must be "
                + option.type().allowed() + ", for example " + option.key() + "=" + option.example() + "; " + used;
    }

    static String unknownKey(String key, @Nullable String value, Source source) {
        String nearest = NearestKey.to(key);
        String hint = nearest == null ? "known are " + knownKeys() : "did you mean " + nearest + "?";
        return "unknown option " + quote(value == null ? key : key + "=" + value) + from(source) + ", " + hint;
    }

    private static String from(Source source) {
        return source == Source.ARGUMENTS ? "" : " (" + source.description() + ")";
    }

    private static String knownKeys() {
        StringJoiner keys = new StringJoiner(", ");
        for (Option<?> option : Options.all()) {
            keys.add(option.key());
        }
        return keys.toString();
    }

    /** On one line, whatever the user wrote. */
    private static String quote(String text) {
        String line = text.replaceAll("\\p{Cntrl}", "?");
        return line.length() <= LONGEST_QUOTE ? line : line.substring(0, LONGEST_QUOTE) + "...";
    }
}
