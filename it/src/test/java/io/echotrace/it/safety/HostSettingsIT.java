package io.echotrace.it.safety;

import static org.assertj.core.api.Assertions.assertThat;

import io.echotrace.it.host.OwnLogManager;
import io.echotrace.it.host.OwnSecurityManager;
import io.echotrace.it.jvm.Jdks;
import io.echotrace.it.jvm.JvmLauncher;
import io.echotrace.it.jvm.OnEveryJdk;
import io.echotrace.it.jvm.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostSettingsIT {
    @TempDir
    Path folder;

    @OnEveryJdk
    void logManager_isTheOneThatMainChooses(int jdk) throws Exception {
        Outcome outcome =
                new JvmLauncher(Jdks.home(jdk), folder).agent("wav=run.wav").run(OwnLogManager.class, "run.csv");
        assertThat(outcome.stdout()).contains("watched: true", "log manager: Chosen");
        assertThat(outcome.exitCode()).isZero();
    }

    @ParameterizedTest(name = "JDK {0}")
    @ValueSource(ints = {8, 11, 17})
    void securityManager_bindsTheHostAndNotTheAgent(int jdk) throws Exception {
        JvmLauncher launcher = new JvmLauncher(Jdks.home(jdk), folder).agent("wav=run.wav");
        if (jdk == 17) {
            launcher.jvmOption("-Djava.security.manager=allow");
        }
        Outcome outcome = launcher.run(OwnSecurityManager.class, "run.csv");
        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.stdout().lines()).containsExactly("may not read files", "is secured");
        assertThat(outcome.notices()).hasSizeLessThanOrEqualTo(1);
        assertThat(Files.readAllLines(folder.resolve("run.csv"))).hasSizeGreaterThan(20);
    }
}
