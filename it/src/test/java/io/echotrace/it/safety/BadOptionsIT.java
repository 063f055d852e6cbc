package io.echotrace.it.safety;

import static org.assertj.core.api.Assertions.assertThat;

import io.echotrace.it.host.Hello;
import io.echotrace.it.jvm.Jdks;
import io.echotrace.it.jvm.JvmLauncher;
import io.echotrace.it.jvm.Outcome;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BadOptionsIT {
    @TempDir
    Path folder;

    static List<String> options() {
        return BadOptions.ALL;
    }

    @ParameterizedTest
    @MethodSource("options")
    void host_runsOn_whateverItsOptionsAre(String options) throws Exception {
        Outcome outcome = new JvmLauncher(Jdks.running(), folder).agent(options).run(Hello.class);
        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.stdout()).isEqualTo("hello" + System.lineSeparator());
        assertThat(outcome.stderrOfTheHost()).isEmpty();
        // At most one about the options, one of the start, and one of what could not be written.
        assertThat(outcome.notices()).hasSizeLessThanOrEqualTo(3);
    }
}
