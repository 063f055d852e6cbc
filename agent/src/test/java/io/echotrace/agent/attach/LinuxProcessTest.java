package io.echotrace.agent.attach;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With what Linux 6.1 shows of a JVM 17 in a container. */
class LinuxProcessTest {
    private static final String STATUS = """
            Name:	java
            Umask:	0022
            State:	S (sleeping)
            Tgid:	21787
            Pid:	21787
            Uid:	65534	65534	65534	65534
            NSpid:	21787	1
            SigCgt:	0000000181005ccf
            """;

    @TempDir
    Path folder;

    private LinuxProcess process;

    @BeforeEach
    void aJvm() throws IOException {
        write("status", STATUS);
        write("cmdline", "java\0-cp\0.\0Main\0two words\0");
        write("environ", "PATH=/bin\0JAVA_TOOL_OPTIONS=-Xmx1g\0");
        write("task/1/comm", "java\n");
        write("task/9/comm", "VM Thread\n");
        write(
                "maps",
                "7f00-7f01 r-xp 00000000 fe:00 42 /opt/a jdk/lib/server/libjvm.so\n7f02-7f03 rw-p 00000000 00:00 0 \n");
        process = new LinuxProcess(21787, folder.toFile());
    }

    @Test
    void status_isRead() {
        assertThat(process.exists()).isTrue();
        assertThat(process.hasEnded()).isFalse();
        assertThat(process.isStopped()).isFalse();
        assertThat(process.userId()).isEqualTo(65534);
        assertThat(process.pidInside()).isEqualTo(1);
        assertThat(process.handlesQuit()).isTrue();
    }

    @Test
    void jvmThatLeavesSignalsAlone_doesNotHandleQuit() throws IOException {
        write("status", STATUS.replace("81005ccf", "81000000"));
        assertThat(process.handlesQuit()).isFalse();
    }

    @Test
    void stoppedAndEndedProcesses_areTold() throws IOException {
        write("status", STATUS.replace("S (sleeping)", "T (stopped)"));
        assertThat(process.isStopped()).isTrue();
        write("status", STATUS.replace("S (sleeping)", "t (tracing stop)"));
        assertThat(process.isStopped()).isTrue();
        write("status", STATUS.replace("S (sleeping)", "Z (zombie)"));
        assertThat(process.hasEnded()).isTrue();
        assertThat(process.isStopped()).isFalse();
    }

    @Test
    void threadsWordsAndMaps_areRead() {
        assertThat(process.hasThread("VM Thread")).isTrue();
        assertThat(process.hasThread("echotrace-")).isFalse();
        assertThat(process.arguments()).containsExactly("java", "-cp", ".", "Main", "two words");
        assertThat(process.variable("JAVA_TOOL_OPTIONS")).isEqualTo("-Xmx1g");
        assertThat(process.variable("TOOL_OPTIONS")).isEmpty();
        assertThat(process.mapped("libjvm.so")).isEqualTo("/opt/a jdk/lib/server/libjvm.so");
        assertThat(process.mapped("libj9vm.so")).isNull();
    }

    @Test
    void processThatIsNotThere_hasNothing() {
        LinuxProcess none = new LinuxProcess(1, folder.resolve("none").toFile());
        assertThat(none.exists()).isFalse();
        assertThat(none.hasEnded()).isTrue();
        assertThat(none.arguments()).isEmpty();
        assertThat(none.userId()).isEqualTo(-1);
        assertThat(none.pidInside()).isEqualTo(1);
        assertThat(none.handlesQuit()).isFalse();
        assertThat(none.hasThread("")).isFalse();
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
