package io.echotrace.agent.option;

import static org.assertj.core.api.Assertions.assertThat;

import io.echotrace.agent.pattern.MethodGroup;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsReaderTest {
    @Test
    void everyOption_hasItsDefault_whenNothingIsGiven() {
        Settings settings = SettingsReader.read(null, Map.of(), Map.of());
        assertThat(settings.find(Options.WAV)).isNull();
        assertThat(settings.get(Options.WAV_RATE)).isEqualTo(24_000);
        assertThat(settings.get(Options.LIVE)).isEqualTo("auto");
        assertThat(settings.get(Options.INTERVAL)).isEqualTo(Duration.ofMillis(100));
        assertThat(settings.get(Options.NETWORK_MAX)).isEqualTo(100_000_000);
        assertThat(settings.source(Options.WAV_RATE)).isEqualTo(Source.DEFAULT);
        assertThat(settings.complaints()).isEmpty();
    }

    @Test
    void arguments_winOverProperties_andThoseOverTheEnvironment() {
        Map<String, String> properties = Map.of("echotrace.wav.rate", "22050", "echotrace.csv", "property.csv");
        Map<String, String> environment =
                Map.of("ECHOTRACE_WAV_RATE", "16000", "ECHOTRACE_CSV", "variable.csv", "ECHOTRACE_WAV", "variable.wav");
        Settings settings = SettingsReader.read("wav.rate=48000", properties, environment);
        assertThat(settings.get(Options.WAV_RATE)).isEqualTo(48_000);
        assertThat(settings.source(Options.WAV_RATE)).isEqualTo(Source.ARGUMENTS);
        assertThat(settings.get(Options.CSV)).isEqualTo("property.csv");
        assertThat(settings.source(Options.CSV)).isEqualTo(Source.PROPERTY);
        assertThat(settings.get(Options.WAV)).isEqualTo("variable.wav");
        assertThat(settings.source(Options.WAV)).isEqualTo(Source.ENVIRONMENT);
    }

    @Test
    void exampleOfEveryOption_isAllowed() {
        for (Option<?> option : Options.all()) {
            assertThat((Object) option.type().parse(option.example()))
                    .as(option.key())
                    .isNotNull();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"quiet", "quiet=true", "quiet=TRUE"})
    void flag_isSet_bareOrByName(String arguments) {
        assertThat(read(arguments).get(Options.QUIET)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"100ms,100", "2s,2000", "0.5,500", "1,1000", "1m,60000"})
    void duration_hasAUnit_orIsSeconds(String text, long millis) {
        assertThat(read("interval=" + text).get(Options.INTERVAL)).isEqualTo(Duration.ofMillis(millis));
    }

    @ParameterizedTest
    @CsvSource({"100MB,100000000", "1GB,1000000000", "500kB,500000", "2.5mb,2500000", "200000,200000"})
    void size_hasAUnit_orIsBytes(String text, long bytes) {
        assertThat(read("network.max=" + text).get(Options.NETWORK_MAX)).isEqualTo(bytes);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "interval=banana",
                "interval=",
                "interval",
                "interval=-1s",
                "interval=1ms",
                "interval=2h",
                "interval=100 ms",
                "interval=1e3",
                "interval=99999999999999h",
                "wav.rate=0",
                "wav.rate=44.1kHz",
                "wav.rate=99999999999999999999",
                "wav.channels=3",
                "wav.channels=stereo",
                "network.max=0",
                "network.max=1PB",
                "network.max=lots",
                "quiet=maybe",
                "enabled=",
                "wav.max=1kB",
                "duration=0",
                "duration=forever",
                "delay=-1s",
                "log=loud",
                "skip=:",
                "strict=maybe",
                "small=2",
                "baseline=",
                "config=",
                "mbean=java.lang:type=Memory",
                "mbean=Threading/ThreadCount",
                "mbean=java.lang:type=Threading/",
                "wav=",
                "csv",
                "live="
            })
    void badValue_isNamedWithWhatIsAllowed_andTheDefaultIsUsed(String arguments) {
        Settings settings = read(arguments);
        String key = arguments.replaceAll("=.*", "");
        Option<?> option = Objects.requireNonNull(Options.find(key));
        assertThat(settings.complaints())
                .singleElement()
                .asString()
                .contains(key, option.type().allowed());
        assertThat(settings.source(option)).isEqualTo(Source.DEFAULT);
        assertThat((Object) settings.find(option)).isEqualTo(read(null).find(option));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "methods=@htp | methods=@htp: \"@htp\" is no preset, did you mean @http? It is ignored",
                "methods=@HTTP | methods=@HTTP: \"@HTTP\" is no preset, did you mean @http? It is ignored",
                "methods=Shop#a() | methods=Shop#a(): \"a()\" in \"Shop#a()\" is not a method such as checkout or get*,"
                        + " without parentheses, after #; it is ignored",
                "methods=Short#work:@jbdc | methods=Short#work:@jbdc: \"@jbdc\" is no preset, did you mean @jdbc?"
                        + " It is left out",
            })
    void badMethodPattern_isNamedWithTheReason(String arguments, String complaint) {
        assertThat(read(arguments).complaints()).containsExactly(complaint);
    }

    @Test
    void methodPatternsThatAreRight_areUsed_whateverIsWrongWithOthers() {
        assertThat(read("methods=Short#work:@jbdc:@h%74tp").get(Options.METHODS).groups())
                .extracting(MethodGroup::name)
                .containsExactly("Short#work", "@http");
    }

    @ParameterizedTest
    @CsvSource({"wvv=x,wav", "interva=1s,interval", "Quiet,quiet", "networkmax=1GB,network.max", "wav.rat=1,wav.rate"})
    void unknownKey_isNamedWithTheNearest(String arguments, String nearest) {
        assertThat(read(arguments).complaints())
                .singleElement()
                .asString()
                .contains(arguments)
                .endsWith("did you mean " + nearest + "?");
    }

    @Test
    void unknownKey_isNamedWithAllKnown_whenNoneIsNear() {
        assertThat(read("frobnicate=1").complaints())
                .singleElement()
                .asString()
                .contains("frobnicate=1", "wav.rate", "network.max");
    }

    @Test
    void unknownProperty_isNamedWithItsSource() {
        Settings settings = SettingsReader.read(null, Map.of("echotrace.wvv", "x"), Map.of());
        assertThat(settings.complaints()).singleElement().asString().contains("wvv=x", "system property", "wav");
    }

    @Test
    void misspeltVariable_isNamedAsSuch() {
        Settings settings = SettingsReader.read(null, Map.of(), Map.of("ECHOTRACE_WVA", "x"));
        assertThat(settings.complaints())
                .singleElement()
                .asString()
                .contains("ECHOTRACE_WVA=x", "environment variable")
                .endsWith("did you mean ECHOTRACE_WAV?");
    }

    @Test
    void badValueOfAVariable_isNamedAsTheUserWroteIt() {
        Settings settings = SettingsReader.read(null, Map.of(), Map.of("ECHOTRACE_WAV_RATE", "banana"));
        assertThat(settings.complaints())
                .singleElement()
                .asString()
                .contains("ECHOTRACE_WAV_RATE=banana", "for example ECHOTRACE_WAV_RATE=48000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"JDKS", "HOME", "JAR", "VERSION", "OPTS", "HOST_JAR", "TEST", "", "_"})
    void variablesOfOthers_areTheirs(String name) {
        Map<String, String> environment = Map.of("ECHOTRACE_" + name, "x", "ECHOTRACES", "y");
        assertThat(SettingsReader.read(null, Map.of(), environment).complaints())
                .isEmpty();
    }

    @Test
    void emptyVariable_isNotSet() {
        Settings settings = SettingsReader.read(null, Map.of(), Map.of("ECHOTRACE_WAV", "", "ECHOTRACE_QUIET", ""));
        assertThat(settings.complaints()).isEmpty();
        assertThat(settings.get(Options.QUIET)).isFalse();
    }

    @Test
    void propertyWithoutValue_standsAlone() {
        assertThat(SettingsReader.read(null, Map.of("echotrace.quiet", ""), Map.of())
                        .get(Options.QUIET))
                .isTrue();
    }

    @Test
    void variable_mayHaveANumber() {
        Map<String, String> environment = Map.of("ECHOTRACE_MBEAN_2", "java.lang:type=Threading/ThreadCount");
        Settings settings = SettingsReader.read(null, Map.of(), environment);
        assertThat(settings.complaints()).isEmpty();
        assertThat(settings.all(Options.MBEAN)).hasSize(1);
    }

    @Test
    void number_isForOptionsThatMayBeGivenSeveralTimes() {
        assertThat(read("wav.1=a.wav").complaints()).singleElement().asString().endsWith("did you mean wav?");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "small                | 16000 | 1 | preset small",
                "small,wav.rate=48000 | 48000 | 1 | agent argument",
                "wav.channels=2,small | 16000 | 2 | preset small",
                "small=false          | 24000 | 2 | default",
            })
    void presetSmall_isFor16kHzMono_whereNothingElseIsAsked(
            String arguments, int rateHz, int channels, String sourceOfRate) {
        Settings settings = read(arguments);
        assertThat(settings.get(Options.WAV_RATE)).isEqualTo(rateHz);
        assertThat(settings.get(Options.WAV_CHANNELS)).isEqualTo(channels);
        assertThat(settings.source(Options.WAV_RATE).description()).isEqualTo(sourceOfRate);
    }

    @Test
    void escapes_areUnderstoodInEverySource() {
        String device = "My%20%22Card%22%2C 2";
        Settings settings = SettingsReader.read(null, Map.of("echotrace.live", device), Map.of());
        assertThat(settings.get(Options.LIVE)).isEqualTo("My \"Card\", 2");
        assertThat(read("live=" + device).get(Options.LIVE)).isEqualTo("My \"Card\", 2");
    }

    @Test
    void allSettings_areListed_withWhatWasWrittenAndWhere() {
        assertThat(read("wav=%n.wav,interval=200ms").all())
                .extracting(Setting::toString)
                .contains("wav=%n.wav (agent argument)", "interval=200ms (agent argument)", "wav.rate=24000 (default)")
                .noneMatch(setting -> setting.startsWith("csv="));
    }

    @Test
    void complaint_staysOnOneShortLine() {
        assertThat(read("wav.rate=a\nb\r\t" + "x".repeat(10_000)).complaints())
                .singleElement()
                .asString()
                .doesNotContain("\n", "\r")
                .hasSizeLessThan(300);
    }

    private static Settings read(@Nullable String arguments) {
        return SettingsReader.read(arguments, Map.of(), Map.of());
    }

    @Test
    void argumentsAlone_areCheckedWithoutTheFileThatTheyName() {
        assertThat(SettingsReader.complaintsAbout("config=no-such.properties,wav=run.wav"))
                .isEmpty();
        assertThat(SettingsReader.complaintsAbout("config=no-such.properties,wvv=run.wav"))
                .singleElement()
                .asString()
                .contains("wvv=run.wav");
    }
}
