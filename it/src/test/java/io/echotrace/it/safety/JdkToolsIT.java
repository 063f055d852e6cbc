package io.echotrace.it.safety;

import static org.assertj.core.api.Assertions.assertThat;

import io.echotrace.it.host.Hello;
import io.echotrace.it.jvm.Jdks;
import io.echotrace.it.jvm.JvmLauncher;
import io.echotrace.it.jvm.OnEveryJdk;
import io.echotrace.it.jvm.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JdkToolsIT {
    @TempDir
    Path folder;

    @OnEveryJdk
    void tools_areNotRecorded_whenTheAgentIsGivenToAllJvms(int jdk) throws Exception {
        Path home = Jdks.home(jdk);
        Path source = Files.writeString(folder.resolve("A.java"), "class A {}");
        for (List<String> tool : List.of(
                List.of("javac", source.toString()),
                List.of("javap", "java.lang.Object"),
                List.of("jar", "cf", folder.resolve("a.jar").toString(), source.toString()),
                List.of("jps"),
                List.of("jcmd", "-l"),
                List.of("keytool", "-help"),
                List.of("java", "-version"))) {
            assertUnchanged(home, tool.get(0), tool.subList(1, tool.size()).toArray(new String[0]));
        }
    }

    @Test
    void trainingOfAnAotCache_isNotRecorded() throws Exception {
        Path cache = folder.resolve("host.aot");
        Outcome outcome = new JvmLauncher(Jdks.home(25), folder)
                .agent("wav=training.wav")
                .jvmOption("-XX:AOTMode=record")
                .jvmOption("-XX:AOTConfiguration=" + cache)
                .run(Hello.class);
        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.notices()).isEmpty();
        assertThat(folder.resolve("training.wav")).doesNotExist();
    }

    private void assertUnchanged(Path home, String tool, String... arguments) throws Exception {
        Path recordings = Files.createDirectories(folder.resolve("recordings"));
        Outcome outcome = new JvmLauncher(home, folder)
                .variable("JAVA_TOOL_OPTIONS", JvmLauncher.agentOption("wav=" + recordings.resolve("%p-%i.wav")))
                .tool(tool, arguments);
        assertThat(outcome.exitCode()).as("%s: %s", tool, outcome).isZero();
        assertThat(outcome.notices()).as(tool).isEmpty();
        assertThat(recordings).as(tool).isEmptyDirectory();
    }
}
