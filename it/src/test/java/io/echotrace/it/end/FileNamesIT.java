package io.echotrace.it.end;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.echotrace.it.host.Idle;
import io.echotrace.it.host.LastWords;
import io.echotrace.it.jvm.Jdks;
import io.echotrace.it.jvm.JvmLauncher;
import io.echotrace.it.jvm.TargetJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every run has files of its own, with the rights of those that the host makes. */
class FileNamesIT {
    private static final int RUNS = 20;
    private static final int SHARING = RUNS / 2;
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final String RECORDING = "recording to ";

    @TempDir
    Path folder;

    /** Half of them have a name in common, half only a template. */
    @Test
    void jvmsThatStartAtOnce_neverShareAFile() throws Exception {
        List<TargetJvm> hosts = new ArrayList<>();
        try {
            for (int i = 0; i < RUNS; i++) {
                String name = i < SHARING ? "out/run.wav" : "out/run-%i.wav";
                hosts.add(new JvmLauncher(Jdks.running(), folder)
                        .agent("live=off,wav=" + name)
                        .start(Idle.class));
            }
            await().atMost(PATIENCE).until(() -> recordings(hosts).size() == RUNS);
            await().atMost(PATIENCE).until(() -> rows(files(".csv")) >= 2 * RUNS);
            for (TargetJvm host : hosts) {
                host.process().getOutputStream().close();
            }
            hosts.forEach(host -> assertThat(host.awaitEnd().exitCode()).isZero());
        } finally {
            hosts.forEach(TargetJvm::close);
        }
        assertThat(files(".wav").stream().map(folder::relativize).map(Path::toString))
                .containsExactlyInAnyOrderElementsOf(recordings(hosts));
        assertThat(files(".csv")).hasSize(RUNS).allSatisfy(FileNamesIT::assertOneRun);
        assertThat(OtherEyes.frames(Jdks.running(), files(".wav"))).hasSize(RUNS);
    }

    @ParameterizedTest
    @CsvSource({"0022, rw-r--r--, rwxr-xr-x", "0077, rw-------, rwx------"})
    @DisabledOnOs(OS.WINDOWS)
    void files_haveTheRightsThatTheHostGivesItsOwn(String umask, String file, String made) throws Exception {
        new JvmLauncher(Jdks.running(), folder)
                .startedBy("sh", "-c", "umask " + umask + "; exec \"$@\"", "sh")
                .agent("wav=new/run.wav")
                .run(LastWords.class, "new/run.csv", "return", "0");
        assertThat(rights(folder.resolve("new"))).isEqualTo(made);
        assertThat(rights(folder.resolve("new/run.wav"))).isEqualTo(file);
        assertThat(rights(folder.resolve("new/run.csv"))).isEqualTo(file);
    }

    private static String rights(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    /** The names that the agents have told. */
    private static Set<String> recordings(List<TargetJvm> hosts) {
        Set<String> names = new TreeSet<>();
        for (TargetJvm host : hosts) {
            host.stderr()
                    .lines()
                    .filter(line -> line.contains(RECORDING))
                    .forEach(line -> names.add(line.substring(line.indexOf(RECORDING) + RECORDING.length())));
        }
        return names;
    }

    private List<Path> files(String ending) throws IOException {
        Path out = folder.resolve("out");
        if (!Files.isDirectory(out)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(out)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }

    private static long rows(List<Path> csvs) throws IOException {
        long rows = 0;
        for (Path csv : csvs) {
            rows += Math.min(2, Files.readAllLines(csv).size());
        }
        return rows;
    }

    private static void assertOneRun(Path csv) throws IOException {
        assertThat(Files.readString(csv))
                .as(csv.toString())
                .containsOnlyOnce("time_s")
                .containsOnlyOnce("run@");
    }
}
