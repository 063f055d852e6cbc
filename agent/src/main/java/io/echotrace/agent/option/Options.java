package io.echotrace.agent.option;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The one list of options, from which the parser, the help text and the README's table are made. */
public final class Options {
    private static final List<Option<?>> CATALOGUE = new ArrayList<>();

    public static final Option<String> WAV = add(
            "wav",
            ValueType.text("a file name"),
            null,
            "target/%n-%p.wav",
            "record to this WAV file; tokens: %p process id, %t start time, %n main class or jar,"
                    + " %h host, %{NAME} environment variable, %i a number that makes the name free,"
                    + " %% a percent sign");
    public static final Option<Integer> WAV_RATE = add(
            "wav.rate", ValueType.wholeNumber(16_000, 48_000), "24000", "48000", "sample rate of the recording in Hz");
    public static final Option<Integer> WAV_CHANNELS =
            add("wav.channels", ValueType.wholeNumber(1, 2), "2", "1", "1 records mono, 2 stereo");
    public static final Option<String> CSV = add(
            "csv",
            ValueType.text("a file name"),
            null,
            "target/%n-%p.csv",
            "write the measurements to this CSV file; without it they go beside the WAV");
    public static final Option<String> LIVE = add(
            "live",
            ValueType.text("auto, on, off or a part of the name of a sound device"),
            "auto",
            "on",
            "play through the speaker: auto (if there is a sound device and no wav), on, off,"
                    + " or a part of the name of a sound device");
    public static final Option<Duration> INTERVAL =
            add("interval", ValueType.duration("20ms", "1m"), "100ms", "200ms", "time between two measurements");
    public static final Option<Long> NETWORK_MAX = add(
            "network.max",
            ValueType.bytes("100kB", "1TB"),
            "100MB",
            "1GB",
            "network traffic a second at which the pulse is fastest");
    public static final Option<Boolean> ENABLED =
            add("enabled", ValueType.flag(), "true", "false", "false switches the agent off");
    public static final Option<Boolean> QUIET =
            add("quiet", ValueType.flag(), "false", "true", "write nothing to standard error");

    private Options() {}

    /** All of them, in the order of the help text. */
    public static List<Option<?>> all() {
        return Collections.unmodifiableList(CATALOGUE);
    }

    /** The option with the key; null when there is none. */
    public static @Nullable Option<?> find(String key) {
        for (Option<?> option : CATALOGUE) {
            if (option.key().equals(key)) {
                return option;
            }
        }
        return null;
    }

    private static <T> Option<T> add(
            String key, ValueType<T> type, @Nullable String defaultText, String example, String meaning) {
        Option<T> option = new Option<>(key, type, defaultText, example, meaning);
        CATALOGUE.add(option);
        return option;
    }
}
