package io.echotrace.agent.option;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Splits the agent's arguments, {@code key=value,key=value}. A comma separates before {@code word=}, whether the word is
 * known or not, and before a known key that stands alone; any other comma belongs to the value. {@code %2C} never
 * separates; the escapes are left to the values.
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
        int equals = part.indexOf('=');
        if (equals >= 0) {
            into.add(new Argument(part.substring(0, equals), part.substring(equals + 1)));
        } else if (!part.isEmpty()) {
            into.add(new Argument(part, null));
        }
    }
}
