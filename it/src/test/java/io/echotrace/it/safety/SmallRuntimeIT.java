package io.echotrace.it.safety;

import static org.assertj.core.api.Assertions.assertThat;

import io.echotrace.ear.Recording;
import io.echotrace.it.host.Hello;
import io.echotrace.it.host.ThreadList;
import io.echotrace.it.jvm.Jdks;
import io.echotrace.it.jvm.JvmLauncher;
import io.echotrace.it.jvm.Outcome;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A runtime image with nothing in it but what an agent cannot be loaded without. */
class SmallRuntimeIT {
    @TempDir
    Path folder;

    @Test
    void host_isUnchanged() throws Exception {
        Outcome without = smallRuntime().run(Hello.class, "throw");
        Outcome with = smallRuntime().agent("wav=hello.wav").run(Hello.class, "throw");
        assertThat(with.exitCode()).isEqualTo(without.exitCode());
        assertThat(with.stdout()).isEqualTo(without.stdout());
        assertThat(with.stderrOfTheHost()).isEqualTo(without.stderr());
    }

    @Test
    void sound_isRecorded_andWhatIsMissingSaysSo() throws Exception {
        Outcome outcome = smallRuntime().agent("wav=run.wav,live=on").run(ThreadList.class, "run.csv");
        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.stdout()).contains("watched: true");
        assertThat(outcome.notices())
                .hasSize(2)
                .anyMatch(line -> line.endsWith("no sound: no Java Sound in this runtime"))
                .anyMatch(line -> line.endsWith("recording to run.wav"));
        assertThat(Recording.of(folder.resolve("run.wav").toFile()).duration()).isPositive();
    }

    private JvmLauncher smallRuntime() {
        return new JvmLauncher(Jdks.home(17), folder)
                .jvmOption("--limit-modules")
                .jvmOption("java.base,java.instrument");
    }
}
