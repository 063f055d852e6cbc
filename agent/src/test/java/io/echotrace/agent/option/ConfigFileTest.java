package io.echotrace.agent.option;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigFileTest {
    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void nameFile() {
        file = folder.resolve("echo trace.properties");
    }

    @Test
    void file_isTheWeakestSource_andIsNamed() throws IOException {
        Files.writeString(file, "wav.rate=22050\nechotrace.csv=été.csv\nlive=off\nwav=file.wav\nquiet\n");
        Settings settings = SettingsReader.read(
                "wav.rate=48000,config=" + escaped(file),
                Map.of("echotrace.live", "on"),
                Map.of("ECHOTRACE_WAV", "variable.wav"));
        assertThat(settings.complaints()).isEmpty();
        assertThat(settings.get(Options.WAV_RATE)).isEqualTo(48_000);
        assertThat(settings.get(Options.LIVE)).isEqualTo("on");
        assertThat(settings.get(Options.WAV)).isEqualTo("variable.wav");
        assertThat(settings.get(Options.CSV)).isEqualTo("été.csv");
        assertThat(settings.source(Options.CSV).description()).isEqualTo("file " + file);
        assertThat(settings.get(Options.QUIET)).isTrue();
        assertThat(settings.source(Options.CONFIG)).isEqualTo(Source.ARGUMENTS);
    }

    @Test
    void file_isNamedByPropertyOrVariable_too() throws IOException {
        Files.writeString(file, "interval=200ms\n");
        Map<String, String> property = Map.of("echotrace.config", file.toString());
        Map<String, String> variable = Map.of("ECHOTRACE_CONFIG", file.toString());
        assertThat(SettingsReader.read(null, property, Map.of()).get(Options.INTERVAL))
                .hasMillis(200);
        assertThat(SettingsReader.read(null, Map.of(), variable).get(Options.INTERVAL))
                .hasMillis(200);
    }

    @Test
    void relativeName_isTheCallers() throws IOException {
        Files.writeString(file, "interval=200ms\n");
        Settings settings = SettingsReader.read("config=echo%20trace.properties", Map.of(), Map.of(), folder.toFile());
        assertThat(settings.get(Options.INTERVAL)).hasMillis(200);
    }

    @Test
    void ownMetrics_ofFileAndArguments_addUp_andKeepTheirOrder() throws IOException {
        Files.writeString(file, "mbean.10=a:b=c/Ten\nmbean.2=a:b=c,d=%22e%22/Two\nmbean.1=a:b=c/One\n");
        Settings settings = read("config=" + escaped(file) + ",mbean=a:b=c/None,mbean.1=a:b=c%2Cd=e/Own");
        assertThat(settings.complaints()).isEmpty();
        assertThat(settings.all(Options.MBEAN))
                .extracting(metric -> metric.metric().name())
                .containsExactly("a:b=c/None", "a:b=c,d=e/Own", "a:b=c,d=\"e\"/Two", "a:b=c/Ten");
        assertThat(settings.all())
                .filteredOn(setting -> setting.key().startsWith("mbean"))
                .extracting(Setting::key)
                .containsExactly("mbean", "mbean.1", "mbean.2", "mbean.10");
    }

    @Test
    void unknownKey_andBadValue_areNamedWithTheFile() throws IOException {
        Files.writeString(file, "wva=x\nwav.rate=banana\nconfig=other.properties\n");
        assertThat(read("config=" + escaped(file)).complaints())
                .hasSize(3)
                .allMatch(complaint -> complaint.contains(file.toString()))
                .anyMatch(complaint -> complaint.contains("wva=x") && complaint.contains("wav?"))
                .anyMatch(complaint -> complaint.contains("wav.rate=banana"))
                .anyMatch(complaint -> complaint.contains("config"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"none.properties", ".", "/proc/self/mem", "/dev/zero", "a%00b"})
    void unreadableFile_isOneComplaint(String name) {
        assertThat(SettingsReader.read("quiet,config=" + name, Map.of(), Map.of(), folder.toFile())
                        .complaints())
                .singleElement()
                .asString()
                .contains("config=")
                .endsWith("it is ignored");
    }

    @Test
    void malformedEscape_isOneComplaint() throws IOException {
        Files.writeString(file, "wav=\\uXYZW\n");
        assertThat(read("config=" + escaped(file)).complaints())
                .singleElement()
                .asString()
                .contains("malformed escape");
    }

    @Test
    void anotherFile_namedByMistake_isNotReadToItsEnd() throws IOException {
        Files.write(file, new byte[1_000_001]);
        assertThat(read("config=" + escaped(file)).complaints())
                .singleElement()
                .asString()
                .contains("larger");
    }

    private static Settings read(String arguments) {
        return SettingsReader.read(arguments, Map.of(), Map.of());
    }

    private static String escaped(Path path) {
        return path.toString().replace(" ", "%20");
    }
}
