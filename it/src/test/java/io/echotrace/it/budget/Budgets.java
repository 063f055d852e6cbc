package io.echotrace.it.budget;

import static io.echotrace.it.budget.Budget.Bound.AT_LEAST;
import static io.echotrace.it.budget.Budget.Bound.AT_MOST;
import static io.echotrace.it.budget.Setup.EMPTY_PREMAIN;
import static io.echotrace.it.budget.Setup.PLAYING;
import static io.echotrace.it.budget.Setup.RECORDING;
import static io.echotrace.it.budget.Setup.TIMING;
import static io.echotrace.it.budget.Setup.WITHOUT;

import java.util.List;

/** What the agent may cost: the one place where the limits stand. */
final class Budgets {
    static final String JAR = "jar_mb";

    static final List<Budget> ALL = List.of(
            added("time to main, ms", StartMeasurement.TIME_TO_MAIN, RECORDING, EMPTY_PREMAIN, 60),
            added("the same with methods=, ms", StartMeasurement.TIME_TO_MAIN, TIMING, EMPTY_PREMAIN, 400),
            added("CPU of a host that ends at once, ms", StartMeasurement.CPU, RECORDING, EMPTY_PREMAIN, 350),
            added("CPU of a host that lives 3 s, ms", StartMeasurement.CPU_OF_LIFE, RECORDING, EMPTY_PREMAIN, 350),
            added("resident memory, recording, MB", SteadyMeasurement.RESIDENT, RECORDING, WITHOUT, 25),
            added("resident memory, playing, MB", SteadyMeasurement.RESIDENT, PLAYING, WITHOUT, 25),
            added("live heap, recording, MB", SteadyMeasurement.LIVE_HEAP, RECORDING, WITHOUT, 4),
            added("live heap, playing, MB", SteadyMeasurement.LIVE_HEAP, PLAYING, WITHOUT, 4),
            added("steady CPU, recording, % of a core", SteadyMeasurement.CPU, RECORDING, WITHOUT, 1.5),
            added("steady CPU, playing, % of a core", SteadyMeasurement.CPU, PLAYING, WITHOUT, 3),
            atMost("garbage, recording, KB/s", SteadyMeasurement.GARBAGE, "", RECORDING, 128),
            atMost("garbage, playing, KB/s", SteadyMeasurement.GARBAGE, "", PLAYING, 128),
            atMost("garbage, recorder, KB/s", SteadyMeasurement.GARBAGE, "echotrace-wav", RECORDING, 0),
            atMost("garbage, speaker, KB/s", SteadyMeasurement.GARBAGE, "echotrace-speaker", PLAYING, 0),
            atMost("garbage, ticker, KB/s", SteadyMeasurement.GARBAGE, "echotrace-ticker", RECORDING, 0),
            speed("synthesis, healthy, × real time", "HEALTHY", 800),
            speed("synthesis, disk busy, × real time", "BUSY_DISK", 800),
            speed("synthesis, CPU and locks, × real time", "CPU_AND_LOCKS", 500),
            speed("synthesis, collections and errors, × real time", "COLLECTIONS_AND_ERRORS", 500),
            speed("synthesis, both leaks, × real time", "LEAKS", 500),
            speed("synthesis, flood and loss, × real time", "NETWORK", 500),
            speed("synthesis, disk and deadlock, × real time", "DISK_AND_DEADLOCK", 500),
            speed("synthesis, everything, × real time", "EVERYTHING", 200),
            added("exit, host that ends at once, ms", StartMeasurement.EXIT, RECORDING, WITHOUT, 300),
            added("exit, steady, recording, ms", SteadyMeasurement.EXIT, RECORDING, WITHOUT, 300),
            added("exit, steady, playing, ms", SteadyMeasurement.EXIT, PLAYING, WITHOUT, 300),
            atMost("threads, recording", SteadyMeasurement.THREADS, "", RECORDING, 3),
            atMost("threads, playing", SteadyMeasurement.THREADS, "", PLAYING, 3),
            atMost("jar, MB", JAR, "", WITHOUT, 11));

    private Budgets() {}

    private static Budget added(String what, String quantity, Setup setup, Setup base, double limit) {
        return new Budget(what, Key.of(quantity, setup), base, AT_MOST, limit);
    }

    private static Budget atMost(String what, String quantity, String part, Setup setup, double limit) {
        return new Budget(what, new Key(quantity, part, setup), null, AT_MOST, limit);
    }

    private static Budget speed(String what, String scene, double limit) {
        return new Budget(what, new Key(SynthesisMeasurement.SPEED, scene, WITHOUT), null, AT_LEAST, limit);
    }
}
