package io.echotrace.agent.option;

import io.echotrace.agent.pattern.MethodPatterns;
import io.echotrace.probe.MBeanMetric;
import io.echotrace.voice.Stream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The one list of options, from which the parser, the help text and the README's table are made. */
public final class Options {
    private static final List<Option<?>> CATALOGUE = new ArrayList<>();

    public static final Option<String> WAV = add(
            "wav",
            ValueType.fileName(),
            null,
            "target/%n-%p.wav",
            "record to this WAV file; tokens: %p process id, %t start time, %n main class or jar,"
                    + " %h host, %{NAME} environment variable, %i a number that makes the name free,"
                    + " %% a percent sign");
    public static final Option<Integer> WAV_RATE = add(
            "wav.rate", ValueType.wholeNumber(16_000, 48_000), "24000", "48000", "sample rate of the recording in Hz");
    public static final Option<Integer> WAV_CHANNELS =
            add("wav.channels", ValueType.wholeNumber(1, 2), "2", "1", "1 records mono, 2 stereo");
    public static final Option<Long> WAV_MAX = add(
            "wav.max",
            ValueType.bytes("1MB", "1000TB"),
            "1GB",
            "500MB",
            "beyond this size only the newest files of the recording are kept");
    public static final Option<Boolean> SMALL = add(
            "small",
            ValueType.flag(),
            "false",
            "true",
            "record at 16 kHz in mono, 115 MB an hour, unless wav.rate or wav.channels say otherwise");
    public static final Option<String> CSV = add(
            "csv",
            ValueType.fileName(),
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
    public static final Option<Duration> DURATION = add(
            "duration",
            ValueType.duration("100ms", "8760h"),
            null,
            "5m",
            "end after this time and complete the files; the application runs on");
    public static final Option<Duration> DELAY = add(
            "delay",
            ValueType.duration("0s", "8760h"),
            null,
            "30s",
            "begin this long after the agent's start: there the recording has its first second");
    public static final Option<MBeanMetric> MBEAN = add(
                    "mbean",
                    ValueType.mbean(),
                    null,
                    "Catalina:type=ThreadPool%2Cname=%22http-nio-8080%22/currentThreadsBusy",
                    "measure an MBean's attribute, too: OBJECTNAME/ATTRIBUTE; further ones as mbean.1, mbean.2")
            .numbered();
    public static final Option<MethodPatterns> METHODS = add(
            "methods",
            ValueType.methods(),
            null,
            "@http:com.acme.Shop#checkout",
            "time the calls of these methods: patterns and presets, separated by colons");
    public static final Option<Integer> METHODS_MAX_RATE = add(
            "methods.max-rate",
            ValueType.wholeNumber(1, 1_000_000_000),
            null,
            "100000",
            "calls a second of a single method beyond which it is no longer timed");
    public static final Option<Integer> METHODS_MAX = add(
            "methods.max",
            ValueType.wholeNumber(10, 1_000_000_000),
            "5000",
            "200",
            "calls a second at which the pulse is fastest, when methods are timed");
    public static final Option<Long> NETWORK_MAX = add(
            "network.max",
            ValueType.bytes("100kB", "1TB"),
            "100MB",
            "1GB",
            "network traffic a second at which the pulse is fastest");
    public static final Option<Integer> VOLUME = add(
            "volume",
            ValueType.wholeNumber(0, 100),
            "100",
            "50",
            "how loud it is, of the recording, too: half is 12 dB less, 0 is silence");
    public static final Option<Boolean> MUTE = add(
            "mute",
            ValueType.flag(),
            "false",
            "true",
            "begin in silence, of the recording, too; what is played is heard again by the command unmute");
    public static final Option<Set<Stream>> ONLY = add(
            "only",
            ValueType.streams(),
            null,
            "ground:pulse",
            "hear these streams alone: ground, pulse, floor, swarm, events, bed (all but the events) or all");
    public static final Option<Boolean> HIDE = add(
            "hide",
            ValueType.flag(),
            "false",
            "true",
            "fade after two minutes of health, with three soft tones now and then, until something is unusual");
    public static final Option<Boolean> REGISTER = add(
            "register",
            ValueType.oneOf("usual", "low"),
            "usual",
            "low",
            "low moves the chord, and it alone, down by an octave");
    public static final Option<String> SOUND = add(
            "sound",
            ValueType.fileName(),
            null,
            "sound.txt",
            "a sound table of your own: lines such as lock-contention.level=-6; tokens as in wav");
    public static final Option<String> BASELINE = add(
            "baseline",
            ValueType.fileName(),
            null,
            "usual.csv",
            "the CSV of an earlier run, whose values count as usual from the first row on; tokens as in wav");
    public static final Option<Globs> SKIP = add(
            "skip",
            ValueType.globs(),
            null,
            "*Tool:com.acme.batch.*",
            "keep out of JVMs with such a main class or jar, by short or full name");
    public static final Option<Boolean> ENABLED =
            add("enabled", ValueType.flag(), "true", "false", "false switches the agent off");
    public static final Option<Boolean> QUIET =
            add("quiet", ValueType.flag(), "false", "true", "write nothing to standard error");

    public static final Option<LogLevel> LOG = add(
            "log",
            ValueType.logLevel(),
            "info",
            "debug",
            "what goes to standard error: off, warn (what does not work), info (and one line at the start),"
                    + " debug (and what was decided, and stack traces)");
    public static final Option<Boolean> STRICT = add(
            "strict",
            ValueType.flag(),
            "false",
            "true",
            "end the application at its start, with exit code 1, when an option is wrong");
    public static final Option<String> CONFIG = add(
            "config",
            ValueType.text("a file name"),
            null,
            "echotrace.properties",
            "read further options from this Java properties file; all other places win over it");

    /** By name; keys that differ in their number only, by number. */
    static final Comparator<String> KEY_ORDER =
            Comparator.comparing(Options::withoutNumber).thenComparing(Options::number);

    private static final Pattern NUMBER = Pattern.compile("(.*)\\.([0-9]{1,3})");

    private Options() {}

    /** All of them, in the order of the help text. */
    public static List<Option<?>> all() {
        return Collections.unmodifiableList(CATALOGUE);
    }

    /** The option with the key, which may have a number where the option allows it; null when there is none. */
    public static @Nullable Option<?> find(String key) {
        for (Option<?> option : CATALOGUE) {
            if (option.isKey(key)) {
                return option;
            }
        }
        return null;
    }

    /** The key that an environment variable means: {@code wav.rate} for {@code ECHOTRACE_WAV_RATE}. */
    static String keyOfVariable(String variable) {
        for (Option<?> option : CATALOGUE) {
            if (Source.ENVIRONMENT.nameOf(option.key()).equals(variable)) {
                return option.key();
            }
        }
        int word = variable.indexOf('_') + 1;
        return variable.substring(word).toLowerCase(Locale.ROOT).replace('_', '.');
    }

    private static String withoutNumber(String key) {
        Matcher matcher = NUMBER.matcher(key);
        return matcher.matches() ? matcher.group(1) : key;
    }

    private static int number(String key) {
        Matcher matcher = NUMBER.matcher(key);
        return matcher.matches() ? Integer.parseInt(matcher.group(2)) : 0;
    }

    private static <T> Option<T> add(
            String key, ValueType<T> type, @Nullable String defaultText, String example, String meaning) {
        Option<T> option = new Option<>(key, type, defaultText, example, meaning);
        CATALOGUE.add(option);
        return option;
    }
}
