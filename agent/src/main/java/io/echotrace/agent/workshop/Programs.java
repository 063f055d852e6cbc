package io.echotrace.agent.workshop;

import static io.echotrace.agent.workshop.Program.fault;
import static io.echotrace.agent.workshop.Program.healthy;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/** The list of programs. */
public final class Programs {
    private static final String[] SERIAL = {"-XX:+UseSerialGC", "-Xms512m", "-Xmx512m", "-Xmn64m"};

    /** All of them, faults first. */
    public static final List<Program> ALL = Collections.unmodifiableList(Arrays.asList(
            fault("gc-storm", Dial.linear(0.12, 0.60, "share of time in GC"), GcStorm::new, GcStorm.JVM),
            fault("deadlock", Dial.linear(2, 10, "threads"), Deadlock::new, SERIAL),
            fault("lock-contention", Dial.linear(0.15, 0.90, "share of threads"), LockContention::new, SERIAL),
            fault("error-burst", Dial.linear(0.02, 0.30, "share of requests"), ErrorBurst::new, SERIAL),
            healthy("saw-tooth-heap", SawToothHeap::new, SERIAL),
            healthy("idle", Idle::new, SERIAL)));

    private Programs() {}

    /**
     * Finds a program.
     *
     * @throws IllegalArgumentException if there is none of this name, with a message of one line
     */
    public static Program named(String name) {
        for (Program program : ALL) {
            if (program.name().equals(name)) {
                return program;
            }
        }
        throw new IllegalArgumentException("no program '" + name + "'; there are "
                + ALL.stream().map(Program::name).collect(Collectors.joining(", ")));
    }
}
