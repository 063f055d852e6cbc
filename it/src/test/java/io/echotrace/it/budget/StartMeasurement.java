package io.echotrace.it.budget;

import io.echotrace.it.host.Idle;
import io.echotrace.it.jvm.TargetJvm;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What the agent adds to the start and the end of a host, and the CPU time that its start takes. */
final class StartMeasurement {
    static final String TIME_TO_MAIN = "time_to_main_ms";
    static final String EXIT = "exit_ms";
    static final String CPU = "start_cpu_ms";
    static final String CPU_OF_LIFE = "start_and_3s_cpu_ms";

    private static final List<Setup> SETUPS =
            List.of(Setup.WITHOUT, Setup.EMPTY_PREMAIN, Setup.RECORDING, Setup.TIMING);
    private static final String LIFE_MILLIS = "3000";

    private final Hosts hosts;
    private final RawNumbers numbers;

    StartMeasurement(Hosts hosts, RawNumbers numbers) {
        this.hosts = hosts;
        this.numbers = numbers;
    }

    void run(Effort effort) throws IOException, InterruptedException {
        start(Setup.RECORDING, "0"); // now the jars are in the page cache
        for (int run = 1; run <= effort.starts; run++) {
            for (Setup setup : rotated(run)) {
                Times times = start(setup, "0");
                numbers.add(Key.of(TIME_TO_MAIN, setup), run, times.toMainMillis);
                numbers.add(Key.of(EXIT, setup), run, times.exitMillis);
                numbers.add(Key.of(CPU, setup), run, times.cpuMillis);
            }
        }
        for (int run = 1; run <= effort.lives; run++) {
            for (Setup setup : rotated(run)) {
                Times times = start(setup, LIFE_MILLIS);
                numbers.add(Key.of(CPU_OF_LIFE, setup), run, times.cpuMillis);
            }
        }
    }

    private record Times(double toMainMillis, double exitMillis, double cpuMillis) {}

    private Times start(Setup setup, String lifeMillis) throws IOException, InterruptedException {
        double cpuBefore = LinuxProcess.cpuSecondsOfEndedChildren();
        long launched = System.currentTimeMillis();
        try (TargetJvm jvm = hosts.launcher(setup).start(Idle.class, lifeMillis)) {
            int exitCode = jvm.process().waitFor();
            long ended = System.currentTimeMillis();
            if (exitCode != 0) {
                throw new IOException(setup + ": exit code " + exitCode + ", " + jvm.stderr());
            }
            Answers answers = new Answers(jvm);
            double cpu = LinuxProcess.cpuSecondsOfEndedChildren() - cpuBefore;
            return new Times(answers.number("main") - launched, ended - answers.number("end"), cpu * 1e3);
        }
    }

    /** Each setup in turn comes first. */
    private static List<Setup> rotated(int run) {
        List<Setup> order = new ArrayList<>(SETUPS);
        Collections.rotate(order, run);
        return order;
    }
}
