package io.echotrace.it.budget;

import io.echotrace.it.budget.Answers.Allocated;
import io.echotrace.it.host.Idle;
import io.echotrace.it.jvm.JvmLauncher;
import io.echotrace.it.jvm.TargetJvm;
import java.io.IOException;
import java.util.Map;

/** A host that does nothing while it is watched, and the numbers of its run. */
final class SteadyHost implements AutoCloseable {
    /** Small and fixed, so that what the heap may take differs little between the setups. */
    private static final String HEAP = "32m";

    private final Setup setup;
    private final int run;
    private final RawNumbers numbers;
    private final JvmLauncher tools;
    private final TargetJvm jvm;
    private final LinuxProcess process;
    private CpuWindow window;
    private Allocated allocated = new Allocated(0, Map.of());

    /** Starts it. */
    SteadyHost(Hosts hosts, Setup setup, int run, RawNumbers numbers) throws IOException {
        this.setup = setup;
        this.run = run;
        this.numbers = numbers;
        tools = hosts.launcher(Setup.WITHOUT);
        jvm = hosts.launcher(setup)
                .jvmOption("-Xms" + HEAP)
                .jvmOption("-Xmx" + HEAP)
                .start(Idle.class);
        process = new LinuxProcess(jvm.process().pid());
        window = new CpuWindow(process);
    }

    void resident() throws IOException {
        add(SteadyMeasurement.RESIDENT, process.residentMegabytes());
        add(SteadyMeasurement.RESIDENT_HEAP, process.residentMegabytes(new HeapCommands(tools, jvm).range()));
    }

    void beginWindow() throws IOException {
        if (setup != Setup.WITHOUT) { // there it would load the beans, which the agent loads anyway
            allocated = new Answers(jvm).allocated();
        }
        window = new CpuWindow(process);
    }

    void endCpuWindow(String quantity) throws IOException {
        window.end(quantity, setup, run, numbers);
    }

    /** What the agent's threads have allocated since {@link #beginWindow}, and how many they are. */
    void garbage() throws IOException {
        if (setup == Setup.WITHOUT) {
            return;
        }
        Allocated now = new Answers(jvm).allocated();
        double seconds = (now.atNanos() - allocated.atNanos()) / 1e9;
        double all = 0;
        for (Map.Entry<String, Long> thread : now.bytes().entrySet()) {
            long bytes = thread.getValue() - allocated.bytes().getOrDefault(thread.getKey(), 0L);
            double kilobytesPerSecond = bytes / 1024.0 / seconds;
            numbers.add(new Key(SteadyMeasurement.GARBAGE, thread.getKey(), setup), run, kilobytesPerSecond);
            all += kilobytesPerSecond;
        }
        add(SteadyMeasurement.GARBAGE, all);
        add(SteadyMeasurement.THREADS, now.bytes().size());
    }

    void liveHeap() throws IOException {
        add(SteadyMeasurement.LIVE_HEAP, new HeapCommands(tools, jvm).liveMegabytes());
    }

    /** Lets it end, and measures how long that takes it. */
    void exit() throws IOException, InterruptedException {
        jvm.process().getOutputStream().close();
        jvm.process().waitFor();
        long ended = System.currentTimeMillis();
        add(SteadyMeasurement.EXIT, (double) (ended - new Answers(jvm).number("end")));
    }

    @Override
    public void close() {
        jvm.close();
    }

    private void add(String quantity, double value) throws IOException {
        numbers.add(Key.of(quantity, setup), run, value);
    }
}
