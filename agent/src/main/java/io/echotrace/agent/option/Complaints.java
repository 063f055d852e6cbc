package io.echotrace.agent.option;

import java.io.File;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** The words for options that could not be understood: each names the key, the value and what is allowed. */
final class Complaints {
    private static final int LONGEST_QUOTE = 80;
    private static final int LONGEST_REASON = 240;

    private Complaints() {}

    /** @param reason what the parser says */
    static String badValue(String key, Option<?> option, String text, Source source, @Nullable String reason) {
        if (option.type().explainsFaults() && reason != null) {
            return fault(key, text, source, reason, "ignored");
        }
        String used = option.defaultText() == null ? "it is ignored" : option.defaultText() + " is used";
        return quote(source.nameOf(key) + "=" + text) + from(source) + " must be "
                + option.type().allowed() + ", for example " + source.nameOf(key) + "=" + option.example() + "; "
                + used;
    }

    /** @param fault what is wrong with a part of the value, which has been left out of it */
    static String badPart(String key, String text, Source source, String fault) {
        return fault(key, text, source, fault, "left out");
    }

    private static String fault(String key, String text, Source source, String fault, String fate) {
        return quote(source.nameOf(key) + "=" + text) + from(source) + ": " + shorten(fault, LONGEST_REASON)
                + (fault.endsWith("?") ? " It is " : "; it is ") + fate;
    }

    static String unknownKey(String key, @Nullable String value, Source source) {
        String nearest = NearestKey.to(key);
        String hint = nearest == null ? "known are " + knownKeys() : "did you mean " + source.nameOf(nearest) + "?";
        String name = source.nameOf(key);
        return "unknown option " + quote(value == null ? name : name + "=" + value) + from(source) + ", " + hint;
    }

    /** @param reason what is wrong with the file, as it follows "but" */
    static String badFile(File file, Source source, String reason) {
        return quote(source.nameOf(Options.CONFIG.key()) + "=" + file) + from(source)
                + " must be a Java properties file in UTF-8, but " + quote(reason) + "; it is ignored";
    }

    static String configWithinFile(Source source) {
        return "config" + from(source) + " must be given outside of a file; it is ignored";
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
        return shorten(text, LONGEST_QUOTE);
    }

    private static String shorten(String text, int longest) {
        String line = text.replaceAll("\\p{Cntrl}", "?");
        return line.length() <= longest ? line : line.substring(0, longest) + "...";
    }
}
