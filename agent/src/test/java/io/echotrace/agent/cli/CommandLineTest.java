package io.echotrace.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class CommandLineTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "sing",
                "monitor --loud",
                "monitor -d soon",
                "monitor -d",
                "monitor -i 1ms",
                "monitor extra",
                "list extra",
                "attach",
                "attach -x",
                "detach 1 2",
                "mark 1",
                "render",
                "render a.csv",
                "render -o a.wav",
                "score",
                "score a.csv",
                "score a.csv b.csv -o c.csv",
                "version 2"
            })
    void wrongUsage_exitsWith2_andShowsHow(String arguments) {
        assertThat(execute(arguments.isEmpty() ? new String[0] : arguments.split(" ")))
                .isEqualTo(2);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString()).containsPattern("Usage: echotrace|Did you mean");
    }

    @Test
    void everyCommand_hasHelp() {
        CommandLineMain.commandLine().getSubcommands().forEach((name, command) -> {
            if (!command.getCommandSpec().usageMessage().hidden()) {
                assertThat(execute(name, "--help")).as(name).isZero();
                assertThat(out.toString()).contains("Usage: echotrace " + name);
            }
        });
    }

    @Test
    void options_areListedWithTheirMeaning() {
        assertThat(execute("options")).isZero();
        assertThat(out.toString()).contains("network.max=1GB", "(default: 100MB)");
    }

    @Test
    void options_makeTheTableOfTheReadme() {
        assertThat(execute("options", "--markdown")).isZero();
        assertThat(out.toString()).contains("| `wav.channels=1` | `2` | 1 records mono, 2 stereo |");
    }

    @Test
    void fileThatIsNoSeries_isOneLineOfTrouble(@TempDir Path folder) throws Exception {
        Path csv = Files.writeString(folder.resolve("empty.csv"), "");
        assertThat(execute(
                        "render",
                        csv.toString(),
                        "-o",
                        folder.resolve("out.wav").toString()))
                .isEqualTo(1);
        assertThat(err.toString().lines()).singleElement().asString().startsWith("echotrace: ");
    }

    @Test
    void score_saysWhatItMade(@TempDir Path folder) throws Exception {
        Path csv = Files.writeString(folder.resolve("100%.csv"), "time_s,value\n0,1\n1,2\n");
        Path scored = folder.resolve("scored%d.csv");
        assertThat(execute("score", csv.toString(), "-o", scored.toString())).isZero();
        assertThat(out.toString()).isEqualTo(csv + " -> " + scored + ": 2 rows" + System.lineSeparator());
        assertThat(Files.readAllLines(scored)).containsExactly("time_s,value,anomaly_score", "0,1,0", "1,2,0");
    }

    @Test
    void scoreOfWhatIsNoSeries_isOneLineOfTrouble_andExitsWith2(@TempDir Path folder) {
        Path missing = folder.resolve("missing.csv");
        assertThat(execute(
                        "score",
                        missing.toString(),
                        "-o",
                        folder.resolve("out.csv").toString()))
                .isEqualTo(2);
        assertThat(err.toString().lines())
                .singleElement()
                .asString()
                .startsWith("echotrace: ")
                .contains("missing.csv");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void monitorThatCannotRecord_saysWhy_andExitsWith1(@TempDir Path folder) throws Exception {
        Path wav = Files.createFile(folder.resolve("file")).resolve("run.wav");
        assertThat(execute("monitor", "-d", "0.3", "-o", wav.toString())).isEqualTo(1);
        assertThat(err.toString()).startsWith("echotrace: not recording to " + wav);
        assertThat(out.toString()).startsWith("Neither playing nor recording.").doesNotContain("Saved", "null");
    }

    @Test
    void monitorThatRecords_exitsWith0(@TempDir Path folder) {
        Path wav = folder.resolve("run.wav");
        assertThat(execute("monitor", "-d", "0.3", "-o", wav.toString())).isZero();
        assertThat(err.toString()).isEmpty();
        assertThat(out.toString()).endsWith(": " + wav + ", " + folder.resolve("run.csv") + System.lineSeparator());
    }

    private int execute(String... arguments) {
        CommandLine commandLine = CommandLineMain.commandLine();
        return commandLine
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
    }
}
