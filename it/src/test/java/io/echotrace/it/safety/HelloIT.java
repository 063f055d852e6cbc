package io.echotrace.it.safety;

import static org.assertj.core.api.Assertions.assertThat;

import io.echotrace.it.host.Hello;
import io.echotrace.it.host.ThreadList;
import io.echotrace.it.jvm.Jdks;
import io.echotrace.it.jvm.JvmLauncher;
import io.echotrace.it.jvm.OnEveryJdk;
import io.echotrace.it.jvm.Outcome;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class HelloIT {
    @TempDir
    Path folder;

    @OnEveryJdk
    void host_endsAndSpeaksAsWithoutTheAgent_whenMainReturns(int jdk) throws Exception {
        assertUnchanged(jdk, "return");
    }

    @OnEveryJdk
    void host_endsAndSpeaksAsWithoutTheAgent_whenItExits(int jdk) throws Exception {
        assertUnchanged(jdk, "exit");
    }

    @OnEveryJdk
    void host_endsAndSpeaksAsWithoutTheAgent_whenMainThrows(int jdk) throws Exception {
        assertUnchanged(jdk, "throw");
    }

    @OnEveryJdk
    void quietAgent_saysNothing(int jdk) throws Exception {
        Outcome outcome = new JvmLauncher(Jdks.home(jdk), folder).agent("quiet").run(Hello.class);
        assertThat(outcome).isEqualTo(new Outcome(0, "hello" + System.lineSeparator(), ""));
    }

    @OnEveryJdk
    void disabledAgent_leavesNothing(int jdk) throws Exception {
        Outcome outcome = new JvmLauncher(Jdks.home(jdk), folder)
                .agent("wav=disabled.wav,enabled=false")
                .run(Hello.class);
        assertThat(outcome).isEqualTo(new Outcome(0, "hello" + System.lineSeparator(), ""));
        assertThat(folder).isEmptyDirectory();
    }

    @OnEveryJdk
    void secondLoad_startsNoSecondAgent(int jdk) throws Exception {
        Outcome outcome = new JvmLauncher(Jdks.home(jdk), folder)
                .agent("live=off,csv=first.csv")
                .agent("live=off,csv=second.csv")
                .run(ThreadList.class, "first.csv");
        assertThat(outcome.notices()).hasSize(2).anyMatch(line -> line.contains(": already running in this JVM"));
        assertThat(outcome.stdout()).containsOnlyOnce("echotrace-probe ");
        assertThat(folder.resolve("second.csv")).doesNotExist();
    }

    @OnEveryJdk
    void threadsOfTheAgent_areDaemonsThatKnowNoLoaderOfTheHost(int jdk) throws Exception {
        Outcome outcome =
                new JvmLauncher(Jdks.home(jdk), folder).agent("wav=run.wav").run(ThreadList.class, "run.csv");
        assertThat(outcome.stdout().lines())
                .contains("watched: true")
                .filteredOn(line -> line.startsWith("echotrace-"))
                .hasSizeBetween(3, 4)
                .allMatch(line -> line.endsWith(" daemon=true contextClassLoader=null"));
    }

    private void assertUnchanged(int jdk, String end) throws Exception {
        Path home = Jdks.home(jdk);
        Outcome without = new JvmLauncher(home, folder).run(Hello.class, end);
        Outcome with =
                new JvmLauncher(home, folder).agent("wav=" + end + ".wav").run(Hello.class, end);
        assertThat(with.exitCode()).isEqualTo(without.exitCode());
        assertThat(with.stdout()).isEqualTo(without.stdout());
        assertThat(with.stderrOfTheHost()).isEqualTo(without.stderr());
        assertThat(with.notices()).hasSizeLessThanOrEqualTo(1);
    }
}
