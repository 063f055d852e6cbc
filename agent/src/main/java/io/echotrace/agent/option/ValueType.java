package io.echotrace.agent.option;

import io.echotrace.agent.pattern.MethodPatterns;
import io.echotrace.probe.MBeanMetric;
import io.echotrace.voice.Stream;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What the value of an option may be. Immutable. */
final class ValueType<T> {
    private final String allowed;
    private final String bareText;
    private final Function<String, T> parser;
    /** What is wrong with parts of a value that is of use all the same; null where a value is either right or wrong. */
    private final @Nullable Function<T, List<String>> faults;

    private ValueType(String allowed, String bareText, Function<String, T> parser) {
        this(allowed, bareText, parser, null);
    }

    /**
     * @param allowed what is allowed, as it follows "must be"
     * @param bareText the value of a key that stands alone; empty when it must not
     * @param parser throws IllegalArgumentException for what is not allowed, where there are faults with a message for users
     */
    private ValueType(
            String allowed, String bareText, Function<String, T> parser, @Nullable Function<T, List<String>> faults) {
        this.allowed = allowed;
        this.bareText = bareText;
        this.parser = parser;
        this.faults = faults;
    }

    static ValueType<String> text(String allowed) {
        return new ValueType<>(allowed, "", text -> {
            require(!text.isEmpty());
            return PercentEscapes.decode(text);
        });
    }

    /** A file name whose tokens and escapes are replaced when the run is known. */
    static ValueType<String> fileName() {
        return new ValueType<>("a file name", "", text -> {
            require(!text.isEmpty());
            return text;
        });
    }

    static ValueType<Boolean> flag() {
        return new ValueType<>("true or false", "true", text -> {
            String lower = text.toLowerCase(Locale.ROOT);
            boolean yes = lower.equals("true") || lower.equals("on");
            require(yes || lower.equals("false") || lower.equals("off"));
            return yes;
        });
    }

    static ValueType<Integer> wholeNumber(int least, int most) {
        return new ValueType<>("a whole number from " + least + " to " + most, "", text -> {
            int number = Integer.parseInt(text);
            require(number >= least && number <= most);
            return number;
        });
    }

    /** True for the second of two words. */
    static ValueType<Boolean> oneOf(String first, String second) {
        return new ValueType<>(first + " or " + second, "", text -> {
            String lower = text.toLowerCase(Locale.ROOT);
            require(lower.equals(first) || lower.equals(second));
            return lower.equals(second);
        });
    }

    static ValueType<Set<Stream>> streams() {
        return new ValueType<>(
                "ground, pulse, floor, swarm, events or bed, several with colons between",
                "",
                Stream::parse,
                streams -> Collections.emptyList());
    }

    static ValueType<Duration> duration(String least, String most) {
        Duration shortest = Quantities.duration(least);
        Duration longest = Quantities.duration(most);
        return new ValueType<>("a duration from " + least + " to " + most, "", text -> {
            Duration duration = Quantities.duration(text);
            require(duration.compareTo(shortest) >= 0 && duration.compareTo(longest) <= 0);
            return duration;
        });
    }

    static ValueType<Long> bytes(String least, String most) {
        long smallest = Quantities.bytes(least);
        long largest = Quantities.bytes(most);
        return new ValueType<>("a size from " + least + " to " + most, "", text -> {
            long bytes = Quantities.bytes(text);
            require(bytes >= smallest && bytes <= largest);
            return bytes;
        });
    }

    static ValueType<LogLevel> logLevel() {
        return new ValueType<>("off, warn, info or debug", "", text -> LogLevel.valueOf(text.toUpperCase(Locale.ROOT)));
    }

    static ValueType<Globs> globs() {
        return new ValueType<>("names with * and ?, separated by colons", "", Globs::parse);
    }

    static ValueType<MethodPatterns> methods() {
        return new ValueType<>(
                "patterns such as com.acme.Shop#checkout and presets such as @http, separated by colons",
                "",
                text -> MethodPatterns.parse(PercentEscapes.decode(text)),
                MethodPatterns::faults);
    }

    static ValueType<MBeanMetric> mbean() {
        return new ValueType<>(
                "OBJECTNAME/ATTRIBUTE with its commas as %2C",
                "", text -> {
                    try {
                        return MBeanMetric.parse(PercentEscapes.decode(text));
                    } catch (LinkageError noManagement) { // a runtime image may lack the module that knows object names
                        throw new IllegalArgumentException(noManagement);
                    }
                });
    }

    /** What is allowed, as it follows "must be". */
    String allowed() {
        return allowed;
    }

    /** The value of a key that stands alone. */
    String bareText() {
        return bareText;
    }

    /** @throws IllegalArgumentException if the text is not allowed */
    T parse(String text) {
        return parser.apply(text);
    }

    /** Whether the parser says what is wrong, and may leave it out of a value. */
    boolean explainsFaults() {
        return faults != null;
    }

    /** What the parser has left out of a value: for each part what is wrong with it, one phrase. */
    List<String> faults(T value) {
        return faults == null ? Collections.emptyList() : faults.apply(value);
    }

    private static void require(boolean condition) {
        if (!condition) {
            throw new IllegalArgumentException();
        }
    }
}
