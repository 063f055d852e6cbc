package io.echotrace.agent.option;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Splits the agent's arguments, {@code key=value,key=value}. A comma separates before {@code word=}, whether the word is
 * known or not, and before a known key that stands alone; any other comma belongs to the value. {@code %2C} is a comma
 * that never separates.
 */
final class Arguments {
    /** One key and its value. */
    static final class Argument {
        final String key;
        /** Null when the key stands alone. */
        final @Nullable String value;

        Argument(String key, @Nullable String value) {
            this.key = key;
            this.value = value;
        }
    }

    private static final Pattern WORD_AFTER_COMMA = Pattern.compile(",(?=([A-Za-z][A-Za-z0-9._-]*)(=|,|$))");
    /** A doubled percent sign is that of a file name, and begins no comma. */
    private static final Pattern ESCAPE = Pattern.compile("%%|%2C", Pattern.CASE_INSENSITIVE);

    private Arguments() {}

    /** The arguments in the order they are written. */
    static List<Argument> split(String text, Predicate<String> isKnownKey) {
        List<Argument> arguments = new ArrayList<>();
        int start = 0;
        Matcher matcher = WORD_AFTER_COMMA.matcher(text);
        while (matcher.find()) {
            boolean named = matcher.group(2).equals("=");
            if (named || isKnownKey.test(matcher.group(1))) {
                add(text.substring(start, matcher.start()), arguments);
                start = matcher.end();
            }
        }
        add(text.substring(start), arguments);
        return arguments;
    }

    private static void add(String part, List<Argument> into) {
        if (part.isEmpty()) {
            return;
        }
        int equals = part.indexOf('=');
        if (equals < 0) {
            into.add(new Argument(decode(part), null));
        } else {
            into.add(new Argument(decode(part.substring(0, equals)), decode(part.substring(equals + 1))));
        }
    }

    private static String decode(String text) {
        Matcher matcher = ESCAPE.matcher(text);
        StringBuffer decoded = new StringBuffer();
        while (matcher.find()) {
            matcher.appendReplacement(decoded, matcher.group().equals("%%") ? "%%" : ",");
        }
        return matcher.appendTail(decoded).toString();
    }
}
