package io.echotrace.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.echotrace.Attempts;
import io.echotrace.metric.Metric;
import io.echotrace.metric.MetricSet;
import io.echotrace.metric.Metrics;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** Probes of the JVM on this very JVM, whose state the tests change. */
@Isolated("lives in real time")
class JvmProbesTest {
    private static final long MEBI = 1 << 20;

    private static final JvmStart STARTED = new JvmStart(() -> 60_000);

    private final ProbeContext context = ProbeContext.ofThisJvm();
    private final Readings readings = new Readings(new MetricSet(Metrics.all()));
    private final long start = System.nanoTime();

    @Test
    void openFiles_raiseTheDescriptorCount(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "text");
        FileDescriptorProbe probe = new FileDescriptorProbe();
        double before = read(probe, Metrics.FILE_DESCRIPTORS);
        List<InputStream> open = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            open.add(new FileInputStream(file.toFile()));
        }
        assertThat(read(probe, Metrics.FILE_DESCRIPTORS) - before).isBetween(190.0, 210.0);
        assertThat(readings.snapshot(0).value(Metrics.FILE_DESCRIPTOR_UTILIZATION))
                .isBetween(0.0, 1.0);
        for (InputStream stream : open) {
            stream.close();
        }
    }

    @Test
    void directBuffers_raiseTheBufferMemory() {
        BufferProbe probe = new BufferProbe();
        double before = read(probe, Metrics.BUFFER_MEMORY);
        ByteBuffer buffer = ByteBuffer.allocateDirect((int) (32 * MEBI));
        assertThat(read(probe, Metrics.BUFFER_MEMORY) - before)
                .isGreaterThan(0.9 * buffer.capacity()); // small ones of others may have been freed
    }

    @Test
    void threads_raiseTheThreadCount() {
        ThreadCountProbe probe = new ThreadCountProbe();
        double before = read(probe, Metrics.THREADS);
        CountDownLatch end = new CountDownLatch(1);
        for (int i = 0; i < 40; i++) {
            daemon(() -> awaitQuietly(end));
        }
        assertThat(read(probe, Metrics.THREADS) - before).isGreaterThan(30);
        end.countDown();
    }

    @Test
    void threadsThatWaitForAMonitor_areBlocked() {
        Object monitor = new Object();
        List<Thread> waiting;
        synchronized (monitor) {
            waiting = thirtyBlockedBy(monitor);
            double all = read(new ThreadCountProbe(), Metrics.THREADS);
            assertThat(read(new BlockedThreadsProbe(STARTED), Metrics.THREADS_BLOCKED))
                    .isBetween(29 / all, 40 / all);
        }
        awaitEnd(waiting);
    }

    @Test
    void queueOfAMoment_isDoubtedWhileTheJvmStarts() {
        BlockedThreadsProbe probe = new BlockedThreadsProbe(new JvmStart(() -> 3_000));
        Object monitor = new Object();
        List<Thread> waiting;
        synchronized (monitor) {
            waiting = thirtyBlockedBy(monitor);
            assertThat(read(probe, Metrics.THREADS_BLOCKED)).as("yet unknown").isNaN();
        }
        awaitEnd(waiting);
        double fewer = read(probe, Metrics.THREADS_BLOCKED);
        synchronized (monitor) {
            waiting = thirtyBlockedBy(monitor);
            List<Double> looks = Stream.generate(() -> read(probe, Metrics.THREADS_BLOCKED))
                    .limit(5)
                    .toList();
            assertThat(looks.subList(0, 4)).containsOnly(fewer);
            assertThat(looks.get(4)).isGreaterThan(2 * fewer).isGreaterThan(0.1);
        }
        awaitEnd(waiting);
    }

    private static void awaitEnd(List<Thread> threads) {
        await().until(() -> threads.stream().noneMatch(Thread::isAlive));
    }

    private List<Thread> thirtyBlockedBy(Object monitor) {
        List<Thread> waiting = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            waiting.add(daemon(() -> {
                synchronized (monitor) {
                    monitor.notifyAll();
                }
            }));
        }
        await().until(() -> waiting.stream().allMatch(t -> t.getState() == Thread.State.BLOCKED));
        return waiting;
    }

    @Test
    void manyThreads_areLookedAtInTurn() {
        long[] ids = new long[600];
        for (int i = 0; i < ids.length; i++) {
            ids[i] = i;
        }
        assertThat(BlockedThreadsProbe.inTurn(ids, 0))
                .hasSize(256)
                .startsWith(0, 1)
                .endsWith(255);
        assertThat(BlockedThreadsProbe.inTurn(ids, 512))
                .hasSize(256)
                .startsWith(512)
                .contains(599, 0)
                .endsWith(167);
    }

    @Test
    void allocation_isSeenAtItsRate() throws Exception {
        Attempts.make(this::compareAllocation);
    }

    private void compareAllocation() {
        for (Probe probe :
                List.of(new AllocationProbe(new CollectedHeap(context.gc())), new HeapGrowthProbe(context.gc()))) {
            read(probe, Metrics.ALLOCATION);
            long from = now();
            long allocated = 0;
            while (allocated < 400 * MEBI) {
                allocated += allocate();
                probe.read(now(), readings);
            }
            double expected = allocated / ((now() - from) / 1e9);
            assertThat(read(probe, Metrics.ALLOCATION)).isBetween(0.6 * expected, 1.6 * expected);
        }
    }

    @Test
    void heapGrowth_bridgesCollections() {
        assertThat(HeapGrowth.growth(100, 150, 0, 0, 0)).isEqualTo(50);
        assertThat(HeapGrowth.growth(150, 100, 0, 0, 0)).isZero();
        assertThat(HeapGrowth.growth(100, 60, 1, 400, 50)).isEqualTo(300 + 10);
        assertThat(HeapGrowth.growth(100, 60, 3, 400, 50)).isEqualTo(300 + 2 * 350 + 10);
    }

    @Test
    void heapAfterCollection_holdsWhatIsStillReferenced() {
        HeapAfterGcProbe probe = new HeapAfterGcProbe(new CollectedHeap(context.gc()));
        System.gc();
        double before = read(probe, Metrics.HEAP_AFTER_GC);
        byte[] kept = new byte[(int) (64 * MEBI)];
        System.gc();
        double grown = (read(probe, Metrics.HEAP_AFTER_GC) - before)
                * Runtime.getRuntime().maxMemory()
                / kept.length;
        assertThat(grown).isBetween(0.8, 1.2);
        double heap = read(new HeapProbe(), Metrics.HEAP);
        assertThat(heap).isBetween(64.0 * MEBI / Runtime.getRuntime().maxMemory(), 1.0);
    }

    @Test
    void collections_areCountedOverThreeSeconds_alsoAtTheStart() {
        GcProbe probe = new GcProbe(context.gc(), STARTED);
        probe.read(0, readings);
        for (int i = 0; i < 10; i++) {
            System.gc();
        }
        probe.read(500_000_000L, readings);
        assertThat(readings.snapshot(0).value(Metrics.GC_RATE)).isBetween(3.33, 20.0);
        probe.read(3_000_000_000L, readings);
        assertThat(readings.snapshot(0).value(Metrics.GC_RATE)).isBetween(3.33, 20.0);
        assertThat(readings.snapshot(0).value(Metrics.GC_TIME)).isBetween(0.001, 1.0);
    }

    @Test
    void collectionsOfAStart_countOverTenSeconds() {
        long[] uptimeMillis = {9_900};
        GcProbe probe = new GcProbe(context.gc(), new JvmStart(() -> uptimeMillis[0]));
        probe.read(0, readings);
        System.gc();
        double sinceStart = context.gc().collectionCount();
        probe.read(500_000_000L, readings);
        assertThat(readings.snapshot(0).value(Metrics.GC_RATE)).isEqualTo(sinceStart / 10);
        uptimeMillis[0] = 10_000;
        probe.read(600_000_000L, readings);
        assertThat(readings.snapshot(0).value(Metrics.GC_RATE)).isBetween(0.33, 3.0);
    }

    @Test
    void spinningThread_isSeenInTheProcessCpu() {
        ProcessCpuProbe probe = new ProcessCpuProbe();
        read(probe, Metrics.PROCESS_CPU);
        long from = now();
        while (now() - from < 1_000_000_000L) {
            Thread.onSpinWait();
        }
        double cores = Runtime.getRuntime().availableProcessors();
        assertThat(read(probe, Metrics.PROCESS_CPU)).isBetween(0.2 / cores, 1.0);
    }

    @Test
    void simpleValues_areThose_ofTheManagementBeans() {
        assertThat(read(new UptimeProbe(), Metrics.PROCESS_UPTIME)).isBetween(0.05, 86_400.0);
        assertThat(read(new ClassProbe(), Metrics.CLASSES)).isGreaterThan(500);
        CompilationProbe compilation = new CompilationProbe();
        read(compilation, Metrics.COMPILATION);
        assertThat(read(compilation, Metrics.COMPILATION)).isBetween(0.0, 1.0);
    }

    @Test
    void deadlockedThreads_areFound() {
        Object first = new Object();
        Object second = new Object();
        CountDownLatch both = new CountDownLatch(2);
        Thread one = daemon(() -> lockBoth(first, second, both));
        Thread two = daemon(() -> lockBoth(second, first, both));
        DeadlockProbe probe = new DeadlockProbe(context.stops(), context.ownSafepoints());
        await().atMost(Duration.ofSeconds(20))
                .until(() -> one.getState() == Thread.State.BLOCKED && two.getState() == Thread.State.BLOCKED);
        assertThat(read(probe, Metrics.THREADS_DEADLOCKED)).isEqualTo(2);
        assertThat(read(probe, Metrics.THREADS_DEADLOCKED)).as("confirmed").isEqualTo(2);
    }

    private double read(Probe probe, Metric metric) {
        probe.read(now(), readings);
        return readings.snapshot(0).value(metric);
    }

    private long now() {
        return System.nanoTime() - start;
    }

    private static long allocate() {
        byte[][] some = new byte[64][];
        for (int i = 0; i < some.length; i++) {
            some[i] = new byte[16 << 10];
        }
        LockSupport.parkNanos(1_000_000);
        return (long) some.length * some[0].length;
    }

    private static void lockBoth(Object first, Object second, CountDownLatch both) {
        synchronized (first) {
            both.countDown();
            awaitQuietly(both);
            synchronized (second) {
                second.notifyAll();
            }
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Thread daemon(Runnable body) {
        Thread thread = new Thread(body);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    /** The estimate that JVMs before 21 need, also on a newer one. */
    private static final class HeapGrowthProbe implements Probe {
        private final HeapGrowth growth;
        private final CounterWindow window = new CounterWindow(1_000_000_000L, 1);

        HeapGrowthProbe(GcBeans gc) {
            growth = new HeapGrowth(new CollectedHeap(gc));
        }

        @Override
        public List<Metric> metrics() {
            return List.of(Metrics.ALLOCATION);
        }

        @Override
        public void read(long nowNanos, Readings into) {
            window.add(nowNanos, growth.getAsLong());
            RateReport.report(Metrics.ALLOCATION, window, 0, into);
        }
    }
}
