package io.echotrace.it.safety;

import static org.assertj.core.api.Assertions.assertThat;

import io.echotrace.it.host.ProgramStarts;
import io.echotrace.it.jvm.Jdks;
import io.echotrace.it.jvm.JvmLauncher;
import io.echotrace.it.jvm.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProgramStartsIT {
    @TempDir
    Path folder;

    /** On the JDKs whose security manager tells of each start, also of those that fail; what is measured is the same on all. */
    @ParameterizedTest(name = "JDK {0}")
    @ValueSource(ints = {8, 11, 17})
    void agent_startsNoProgram(int jdk) throws Exception {
        Outcome outcome = new JvmLauncher(Jdks.home(jdk), folder)
                .agent("wav=run.wav")
                .jvmOption("-Djava.security.manager=" + ProgramStarts.class.getName())
                .run(ProgramStarts.class, "run.csv");
        assertThat(outcome.stdout().lines()).containsExactly("with the agent: []", "and then: [no-such-program]");
        assertThat(lastValue("system.memory.utilization")).isNotEmpty();
        assertThat(lastValue("system.cpu.load_average.1m")).isNotEmpty();
        assertThat(lastValue("system.network.errors")).isNotEmpty();
    }

    private String lastValue(String metric) throws IOException {
        List<String> rows = Files.readAllLines(folder.resolve("run.csv"));
        int column = List.of(rows.get(0).split(",")).indexOf(metric);
        return rows.get(rows.size() - 1).split(",", -1)[column];
    }
}
