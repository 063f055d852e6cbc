package io.echotrace.probe;

import io.echotrace.metric.CallMetrics;
import io.echotrace.metric.Metric;
import io.echotrace.metric.Metrics;
import java.io.File;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** The list of probes. A new probe is a class of its own and one line here. */
public final class Probes {
    private final ProbeContext context;
    private final List<Probe> probes = new ArrayList<>();
    private String failure = "no probe for it";

    private Probes(ProbeContext context) {
        this.context = context;
    }

    /**
     * All probes of this JVM and its machine; between them they report every metric of the catalogue but calls. Making them costs
     * some milliseconds. Never fails: a probe that cannot even be made leaves its reason at its metrics. Timed calls, which
     * are read with each row, are {@link MethodProbe}'s.
     */
    public static List<Probe> standard(ProbeContext context) {
        Probes list = new Probes(context);
        list.addMachine();
        list.addJvm();
        list.addMissing(Metrics.all());
        return list.probes;
    }

    /** The standard probes that some metrics need, in their order. */
    public static List<Probe> reporting(ProbeContext context, Collection<Metric> metrics) {
        Set<Metric> needed = new HashSet<>(metrics);
        if (needed.contains(Metrics.NETWORK_ERRORS)) {
            needed.add(Metrics.NETWORK_PACKETS); // the probe of the interfaces counts their errors, too
        }
        List<Probe> all = standard(context);
        all.add(new MethodProbe(Collections.emptyList()));
        List<Probe> others = new ArrayList<>(all);
        others.removeIf(probe -> !Collections.disjoint(probe.metrics(), needed));
        all.removeAll(others);
        new ProbeSet(others).close();
        return all;
    }

    /** The probes of the machine alone, for a process that is not itself watched, and the ticker's stalls. */
    public static List<Probe> machine(ProbeContext context) {
        Probes list = new Probes(context);
        list.addMachine();
        list.add(() -> new StallProbe(context.stops()));
        return list.probes;
    }

    /** The disks come last: on Linux only they need OSHI, which a host that has ended before then never loads. */
    private void addMachine() {
        Machine machine = context.machine();
        if (Machine.isLinux()) {
            addLinux();
        } else {
            addOtherSystem(machine);
        }
        add(() -> new DiskProbe(machine));
    }

    /**
     * OSHI is the source wherever reading it starts no program in the host; on Linux it starts {@code getconf} and {@code
     * uname} for memory, load and TCP, {@code vcgencmd} for temperature, {@code lsblk} for file systems, and what remains
     * is read from files at less cost.
     */
    private void addLinux() {
        File proc = context.proc();
        File sys = context.sys();
        LinuxNetworkProbe network = new LinuxNetworkProbe(proc, sys);
        add(() -> new LinuxMemoryProbe(proc, new ContainerMemory(proc, sys)));
        add(() -> new LinuxCpuProbe(proc));
        add(() -> network);
        add(() -> new LinuxNetworkErrorsProbe(proc, network::errors));
        add(() -> new LinuxSwapProbe(proc));
        add(() -> new LinuxFileSystemProbe(proc));
        add(() -> new LinuxLoadAverageProbe(proc));
        add(() -> new LinuxTemperatureProbe(sys));
    }

    private void addOtherSystem(Machine machine) {
        NetworkProbe network = new NetworkProbe(machine);
        add(() -> new MemoryProbe(machine));
        add(() -> new CpuProbe(machine));
        add(() -> network);
        add(() -> new NetworkErrorsProbe(machine, network::errors));
        add(() -> new SwapProbe(machine));
        add(() -> new FileSystemProbe(machine));
        add(() -> new LoadAverageProbe(machine));
        add(() -> new TemperatureProbe(machine));
    }

    private void addJvm() {
        add(ProcessCpuProbe::new);
        add(UptimeProbe::new);
        add(HeapProbe::new);
        addHeap();
        add(() -> new GcProbe(context.gc(), new JvmStart()));
        add(ThreadCountProbe::new);
        add(() -> new BlockedThreadsProbe(new JvmStart()));
        add(() -> new DeadlockProbe(context.stops(), context.ownSafepoints()));
        add(() -> new StopProbe(context.stops(), context.ownSafepoints()));
        add(FileDescriptorProbe::new);
        add(ClassProbe::new);
        add(CompilationProbe::new);
        add(BufferProbe::new);
    }

    private void addHeap() {
        try {
            CollectedHeap collected = new CollectedHeap(context.gc());
            add(() -> new HeapAfterGcProbe(collected));
            add(() -> new AllocationProbe(collected));
        } catch (LinkageError | RuntimeException e) {
            failure = ProbeSet.reason(e);
        }
    }

    private void add(Supplier<Probe> maker) {
        try {
            probes.add(maker.get());
        } catch (LinkageError | RuntimeException e) { // a JVM without the classes that this probe reads
            failure = ProbeSet.reason(e);
        }
    }

    private void addMissing(List<Metric> wanted) {
        List<Metric> missing = new ArrayList<>(wanted);
        missing.removeAll(CallMetrics.ofAll().list());
        probes.forEach(probe -> missing.removeAll(probe.metrics()));
        if (!missing.isEmpty()) {
            probes.add(new MissingProbe(missing, failure));
        }
    }
}
