package io.echotrace.agent.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class DemoWorkloadTest {
    private final List<Process> started = new ArrayList<>();

    @AfterEach
    void end() {
        started.forEach(Process::destroyForcibly);
    }

    @Test
    void shortDemo_goesThroughAllPhasesAndEndsByItself() throws Exception {
        Process demo = start("--scale", "0.05");

        List<PhaseLine> phases = readPhases(demo.inputReader());

        assertThat(demo.waitFor()).isZero();
        assertThat(phases).extracting(PhaseLine::phase).containsExactly(DemoPhase.values());
        assertThat(phases.get(0).secondsLeft()).isCloseTo(0.05 * DemoPhase.totalSeconds(), within(0.1));
    }

    @Test
    void requestsFail_inTheErrorPhaseOnly() throws Exception {
        Process demo = start("--scale", "0.05");

        List<PhaseLine> phases = readPhases(demo.inputReader());

        assertThat(failedBefore(DemoPhase.ERRORS, phases)).isZero();
        assertThat(failedBefore(DemoPhase.RECOVERED, phases)).isPositive();
    }

    @Test
    void demo_endsWhenItsParentIsGone() throws Exception {
        Process demo = start();
        assertThat(demo.inputReader().readLine()).startsWith("phase HEALTHY");

        demo.getOutputStream().close();

        assertThat(demo.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(demo.exitValue()).isZero();
    }

    @Test
    void wrongScale_isRefusedWithItsUsage() throws Exception {
        Process demo = start("--scale", "-1");

        assertThat(demo.errorReader().lines()).anyMatch(line -> line.contains("--scale FACTOR"));
        assertThat(demo.waitFor()).isNotZero();
    }

    private Process start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(System.getProperty("java.home") + File.separator + "bin" + File.separator + "java");
        command.addAll(DemoJvm.OPTIONS);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), DemoWorkload.class.getName()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).start();
        started.add(process);
        return process;
    }

    private static List<PhaseLine> readPhases(BufferedReader output) {
        return output.lines().map(PhaseLine::parse).filter(Objects::nonNull).collect(Collectors.toList());
    }

    /** How many requests had failed when the phase began. */
    private static long failedBefore(DemoPhase phase, List<PhaseLine> phases) {
        return phases.stream()
                .filter(line -> line.phase() == phase)
                .mapToLong(PhaseLine::failed)
                .sum();
    }
}
