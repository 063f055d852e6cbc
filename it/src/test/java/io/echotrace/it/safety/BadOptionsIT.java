package io.echotrace.it.safety;

import static org.assertj.core.api.Assertions.assertThat;

import io.echotrace.it.host.Hello;
import io.echotrace.it.jvm.Jdks;
import io.echotrace.it.jvm.JvmLauncher;
import io.echotrace.it.jvm.Outcome;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BadOptionsIT {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "wvv=run.wav",
                "nonsense",
                ",",
                ",,,,",
                "=",
                "=run.wav",
                "wav",
                "wav=",
                "wav.rate=banana",
                "wav.rate=-1",
                "wav.rate=99999999999999999999999",
                "wav.channels=7",
                "interval=0",
                "interval=soon",
                "network.max=everything",
                "quiet=perhaps",
                "enabled=perhaps",
                "live=No Such Device",
                "wav=/proc/no/such/folder/run.wav",
                "csv=/proc/no/such/folder/run.csv",
                "wav=%{}%q%.wav,interval=1e9,=,,wav.rate==",
                "wav=a\tb,csv=\u00e9\u4e2d.csv,\u00e9=1",
            })
    void host_runsOn_whateverItsOptionsAre(String options) throws Exception {
        Outcome outcome = new JvmLauncher(Jdks.running(), folder).agent(options).run(Hello.class);
        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.stdout()).isEqualTo("hello" + System.lineSeparator());
        assertThat(outcome.stderrOfTheHost()).isEmpty();
        // At most one about the options, one of the start, and one of what could not be written.
        assertThat(outcome.notices()).hasSizeLessThanOrEqualTo(3);
    }
}
