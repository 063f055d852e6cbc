package io.echotrace.agent.workshop;

import static org.assertj.core.api.Assertions.assertThat;

import io.echotrace.agent.cli.CommandLineMain;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Programs in JVMs of their own, as they are run. */
@Timeout(180)
class WorkshopRunTest {
    private final List<Process> started = new ArrayList<>();

    @AfterEach
    void end() {
        started.forEach(Process::destroyForcibly);
    }

    @Test
    void fault_isThere_isUndone_andTheProgramEndsByItself() throws Exception {
        Process program = start("lock-contention", "--dial", "0.5", "--calm", "1", "--length", "10", "--rest", "1");

        assertThat(words(program.inputReader())).containsExactly("calm", "fault", "evidence", "rest", "end");
        assertThat(program.waitFor()).isZero();
    }

    @Test
    void deadlock_isNotSaidToBeUndone() throws Exception {
        Process program = start("deadlock", "--dial", "3", "--calm", "1", "--length", "10");

        assertThat(words(program.inputReader())).containsExactly("calm", "fault", "evidence", "end");
        assertThat(program.waitFor()).isZero();
    }

    @Test
    void healthyProgram_saysThatItIs() throws Exception {
        Process program = start("idle", "--calm", "0.5", "--length", "0.5");

        assertThat(words(program.inputReader())).containsExactly("calm", "healthy", "end");
        assertThat(program.waitFor()).isZero();
    }

    @Test
    void program_endsWhenItsParentIsGone() throws Exception {
        Process program = start("idle", "--length", "1000");
        assertThat(program.inputReader().readLine()).endsWith(" calm");

        program.getOutputStream().close();

        assertThat(program.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(program.exitValue()).isZero();
    }

    @Test
    void wrongUse_isAnsweredOnStandardError() throws Exception {
        Process program = start("gc-storm", "--dial", "7");

        assertThat(program.errorReader().lines())
                .anyMatch(line -> line.startsWith("dial is a number from 0.12 to 0.6"));
        assertThat(program.waitFor()).isEqualTo(2);
    }

    private Process start(String name, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(System.getProperty("java.home") + File.separator + "bin" + File.separator + "java");
        command.addAll(Programs.named(name).jvmOptions());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), CommandLineMain.class.getName()));
        command.addAll(List.of("workshop", name));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).start();
        started.add(process);
        return process;
    }

    private static Stream<String> words(BufferedReader output) {
        return output.lines().map(line -> line.split(" ")[1]);
    }
}
