package io.echotrace.it.attach;

import static org.assertj.core.api.Assertions.assertThat;

import io.echotrace.it.jvm.Jdks;
import io.echotrace.it.jvm.JvmLauncher;
import io.echotrace.it.jvm.Outcome;
import io.echotrace.needs.Missing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** JVMs of other users and in containers, as far as the rights of whoever runs the tests allow to make some. */
@EnabledOnOs(OS.LINUX)
class AttachElsewhereIT {
    private static final String[] AS_NOBODY = {"setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"};
    private static final String[] IN_A_CONTAINER = {
        "unshare", "--mount", "--pid", "--fork", "--kill-child", "--mount-proc"
    };

    /** Hides the folders of this machine that are written to, but for the host programs. */
    private static final String HIDING = "mount -t tmpfs none /var/tmp && cp %s /var/tmp/hosts.jar"
            + " && mount -t tmpfs none /tmp && cd /tmp && exec \"$@\"";

    @TempDir
    Path folder;

    private Path agent;
    private Path hosts;

    /** Readable for all, as what is installed is. */
    @BeforeEach
    void copyJars() throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
        agent = Files.copy(JvmLauncher.AGENT, folder.resolve("echotrace.jar"));
        hosts = Files.copy(JvmLauncher.HOSTS, folder.resolve("hosts.jar"));
    }

    @Test
    void jvmOfAnotherUser_isAttachedToByRoot() throws Exception {
        needs(AS_NOBODY);
        try (AttachTarget host = AttachTarget.start(user().startedBy(AS_NOBODY))) {
            Outcome outcome = user().commandLine("attach", host.pid(), "wav=run.wav");
            assertThat(outcome.stdout()).as(outcome.stderr()).contains("recording to " + folder.resolve("run.wav"));
            assertThat(user().commandLine("detach", host.pid()).exitCode()).isZero();
            assertThat(Files.getOwner(folder.resolve("run.wav")).getName()).isEqualTo("nobody");
        }
    }

    @Test
    void jvmOfAnotherUser_isLeftAloneByAUserWithoutRights() throws Exception {
        needs(AS_NOBODY);
        try (AttachTarget host = AttachTarget.start(user())) {
            String reason = " belongs to root: run this command as root (sudo ...)";
            Outcome attach = user().startedBy(AS_NOBODY).commandLine("attach", host.pid());
            assertThat(attach.exitCode()).isEqualTo(1);
            assertThat(attach.stderr()).isEqualTo("echotrace: JVM " + host.pid() + " (Idle)" + reason + "\n");
            assertThat(user().startedBy(AS_NOBODY)
                            .commandLine("list", "--plain")
                            .stdout())
                    .contains("JVM " + host.pid() + ": Idle, ")
                    .contains("; it" + reason);
        }
    }

    @Test
    void jarThatTheOtherUserMayNotRead_isNamedAsTheReason() throws Exception {
        needs(AS_NOBODY);
        try (AttachTarget host = AttachTarget.start(user().startedBy(AS_NOBODY))) {
            Files.setPosixFilePermissions(agent, PosixFilePermissions.fromString("rw-------"));
            Outcome outcome = user().commandLine("attach", host.pid());
            assertThat(outcome.exitCode()).isEqualTo(1);
            assertThat(outcome.stderr()).contains("could not read the agent's jar");
        }
    }

    @Test
    void jvmInAContainer_isAttachedTo_onceItHasTheJar() throws Exception {
        needs(IN_A_CONTAINER);
        JvmLauncher container = new JvmLauncher(Jdks.home(17), folder)
                .hostsIn(Path.of("/var/tmp/hosts.jar"))
                .startedBy(IN_A_CONTAINER)
                .startedBy("sh", "-c", HIDING.formatted(hosts), "sh");
        try (AttachTarget host = AttachTarget.start(container)) {
            String pid = pidOutside(host);
            Path there = Path.of("/proc", pid, "root/tmp");
            Outcome refused = user().commandLine("attach", pid);
            assertThat(refused.exitCode()).isEqualTo(1);
            assertThat(refused.stderr())
                    .contains("is in a container that has no " + agent)
                    .contains("cp " + agent + " " + there + "/")
                    .contains("add --jar /tmp/echotrace.jar to this command");
            Files.copy(agent, there.resolve("echotrace.jar"));
            Files.writeString(there.resolve("options.properties"), "wav=run.wav\n");
            Outcome attached =
                    user().commandLine("attach", pid, "--jar", "/tmp/echotrace.jar", "config=options.properties");
            assertThat(attached.exitCode()).as(attached.toString()).isZero();
            assertThat(attached.stdout()).contains("recording to ", "Files are in its container");
            assertThat(user().commandLine("list").stdout()).containsPattern(pid + " +17[0-9.]* +[^ ]+ running +Idle");
            assertThat(user().commandLine("detach", pid, "--jar", "/tmp/echotrace.jar")
                            .exitCode())
                    .isZero();
            assertThat(there.resolve("run.wav")).isNotEmptyFile();
        }
    }

    @Test
    void jvmWithoutAPlaceToListen_isSaidToHaveNone() throws Exception {
        needs(IN_A_CONTAINER);
        JvmLauncher container = new JvmLauncher(Jdks.home(17), folder)
                .hostsIn(Path.of("/var/tmp/hosts.jar"))
                .startedBy(IN_A_CONTAINER)
                .startedBy(
                        "sh",
                        "-c",
                        HIDING.replace("none /tmp", "-o ro none /tmp").formatted(hosts),
                        "sh");
        try (AttachTarget host = AttachTarget.start(container)) {
            Outcome outcome = user().commandLine("attach", pidOutside(host));
            assertThat(outcome.exitCode()).isEqualTo(1);
            assertThat(outcome.stderr()).contains("has no /tmp that it may write to");
        }
    }

    @Test
    void jarWithAnUnusualPath_isLoaded() throws Exception {
        Assumptions.assumeTrue(
                "UTF-8".equals(System.getProperty("sun.jnu.encoding")), "the locale of the tests has no umlauts");
        Path unusual = Files.createDirectory(folder.resolve("a b,c+%20;#ü"));
        Path jar = Files.copy(agent, unusual.resolve("echo trace.jar"));
        JvmLauncher user = new JvmLauncher(Jdks.home(17), unusual).commandLineIn(jar);
        try (AttachTarget host = AttachTarget.start(user())) {
            Outcome outcome = user.commandLine("attach", host.pid(), "wav=run ü.wav");
            assertThat(outcome.stdout()).as(outcome.stderr()).contains("recording to " + unusual.resolve("run ü.wav"));
            assertThat(user.commandLine("detach", host.pid()).exitCode()).isZero();
            assertThat(unusual.resolve("run ü.wav")).isNotEmptyFile();
        }
    }

    @Test
    void jarWhosePathNoJvmTakes_isNamed() throws Exception {
        Path jar =
                Files.copy(agent, Files.createDirectory(folder.resolve("a=b")).resolve("echotrace.jar"));
        try (AttachTarget host = AttachTarget.start(user())) {
            Outcome outcome = user().commandLineIn(jar).commandLine("attach", host.pid());
            assertThat(outcome.exitCode()).isEqualTo(1);
            assertThat(outcome.stderr()).contains("a JVM cannot load an agent whose path contains '=': copy " + jar);
        }
    }

    /** Of the child: the process started is unshare. */
    private static String pidOutside(AttachTarget host) {
        return String.valueOf(
                host.jvm().process().children().findFirst().orElseThrow().pid());
    }

    private JvmLauncher user() {
        return new JvmLauncher(Jdks.running(), folder).hostsIn(hosts).commandLineIn(agent);
    }

    /** Whether a program of this kind can run the JDK of the tests. */
    private void needs(String... starter) throws Exception {
        List<String> command = new ArrayList<>(List.of(starter));
        command.addAll(List.of(Jdks.running().resolve("bin/java").toString(), "-version"));
        boolean works;
        try {
            works = new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            Missing.skip(starter[0] + " is not here: install util-linux");
            works = false;
        }
        Assumptions.assumeTrue(works, "no rights here for " + String.join(" ", starter) + " with the JDK of the tests");
    }
}
