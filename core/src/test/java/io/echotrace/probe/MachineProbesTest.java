package io.echotrace.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import io.echotrace.Attempts;
import io.echotrace.metric.CallMetrics;
import io.echotrace.metric.Metric;
import io.echotrace.metric.MetricSet;
import io.echotrace.metric.Metrics;
import java.io.File;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.parallel.Isolated;

/** The direct readers of Linux against OSHI, which reads the same machine its own way. */
@EnabledOnOs(OS.LINUX)
@Isolated("lives in real time")
class MachineProbesTest {
    private final Machine machine = new Machine();
    private final Readings own = new Readings(new MetricSet(Metrics.all()));
    private final Readings oracle = new Readings(new MetricSet(Metrics.all()));
    private final long start = System.nanoTime();

    @Test
    void cpu_agreesWithOshi() throws Exception {
        Attempts.make(this::compareCpuWithOshi);
    }

    private void compareCpuWithOshi() {
        try (LinuxCpuProbe probe = new LinuxCpuProbe(new File("/proc"))) {
            CpuProbe oshi = new CpuProbe(machine);
            readBoth(probe, oshi);
            pause(Duration.ofSeconds(2));
            readBoth(probe, oshi);
        }
        assertThat(own.snapshot(0).value(Metrics.SYSTEM_CPU))
                .isCloseTo(oracle.snapshot(0).value(Metrics.SYSTEM_CPU), within(0.05));
        assertThat(own.snapshot(0).value(Metrics.SYSTEM_CPU_MAX))
                .isCloseTo(oracle.snapshot(0).value(Metrics.SYSTEM_CPU_MAX), within(0.05));
    }

    @Test
    void network_agreesWithOshi_andSeesLoopback() throws IOException {
        long sent = 20_000_000;
        try (LinuxNetworkProbe probe = new LinuxNetworkProbe(new File("/proc"), new File("/sys"))) {
            NetworkProbe oshi = new NetworkProbe(machine);
            readBoth(probe, oshi);
            sendOverLoopback(sent);
            pause(Duration.ofMillis(500));
            readBoth(probe, oshi);
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        double received = own.snapshot(0).value(Metrics.NETWORK_RECEIVE);
        double expected = oracle.snapshot(0).value(Metrics.NETWORK_RECEIVE);
        assertThat(received).isCloseTo(expected, within(0.1 * expected));
        assertThat(received).isGreaterThan(sent / seconds / 2);
        assertThat(own.snapshot(0).value(Metrics.NETWORK_TRANSMIT)).isGreaterThan(sent / seconds / 2);
        assertThat(own.snapshot(0).value(Metrics.NETWORK_PACKETS)).isPositive();
    }

    @Test
    void memory_agreesWithOshi() {
        ContainerMemory noContainer = new ContainerMemory(new File("none"), new File("none"));
        try (LinuxMemoryProbe probe = new LinuxMemoryProbe(new File("/proc"), noContainer)) {
            readBoth(probe, new MemoryProbe(machine));
        }
        assertThat(own.snapshot(0).value(Metrics.SYSTEM_MEMORY))
                .isCloseTo(oracle.snapshot(0).value(Metrics.SYSTEM_MEMORY), within(0.05));
        assertThat(own.snapshot(0).value(Metrics.SYSTEM_MEMORY_AVAILABLE)).isPositive();
    }

    @Test
    void loadAverage_agreesWithOshi() {
        try (LinuxLoadAverageProbe probe = new LinuxLoadAverageProbe(new File("/proc"))) {
            LoadAverageProbe oshi = new LoadAverageProbe(machine);
            await().untilAsserted(
                            () -> { // the kernel may update it between the two readings
                                readBoth(probe, oshi);
                                assertThat(own.snapshot(0).value(Metrics.SYSTEM_LOAD_AVERAGE))
                                        .isEqualTo(oracle.snapshot(0).value(Metrics.SYSTEM_LOAD_AVERAGE));
                            });
        }
    }

    @Test
    void segmentsSentAgain_agreeWithOshi() {
        try (ProcFile snmp = new ProcFile(new File("/proc/net/snmp"));
                LinuxNetworkErrorsProbe probe = new LinuxNetworkErrorsProbe(new File("/proc"), () -> 0)) {
            await().untilAsserted(
                            () -> { // other programs may send between the two readings
                                int length = snmp.read();
                                assertThat(probe.segmentsSentAgain(snmp.bytes(), length))
                                        .isEqualTo(machine.system()
                                                .getInternetProtocolStats()
                                                .getTCPv4Stats()
                                                .getSegmentsRetransmitted());
                            });
        }
    }

    @Test
    void fileSystem_isThatOfTheFullestMount() {
        try (LinuxFileSystemProbe probe = new LinuxFileSystemProbe(new File("/proc"))) {
            probe.read(0, own);
        }
        assertThat(own.snapshot(0).value(Metrics.FILESYSTEM)).isBetween(0.0, 1.0);
        assertThat(LinuxFileSystemProbe.used(1000, 400, 200)).isEqualTo(0.75);
    }

    @Test
    void firstRow_hasMemory_andWaitsForNothingSlow() {
        try (ProbeSet probes = new ProbeSet(Probes.standard(ProbeContext.ofThisJvm()))) {
            probes.read(0, own);
        }
        assertThat(own.snapshot(0).value(Metrics.SYSTEM_MEMORY)).isBetween(0.0, 1.0);
        assertThat(own.reason(Metrics.DISK_READ)).isEqualTo("not read yet");
    }

    @Test
    void allMetrics_haveAValueOrAReason_afterFiveSeconds() {
        List<Metric> metrics = new ArrayList<>(Metrics.all());
        metrics.removeIf(CallMetrics::isOne); // a session's rows fetch them
        try (ProbeSet probes = new ProbeSet(Probes.standard(ProbeContext.ofThisJvm()))) {
            for (long tenth = 0; tenth <= 50; tenth++) {
                probes.read(tenth * 100_000_000L, own);
            }
            pause(Duration.ofMillis(100)); // the kernel counts CPU time in hundredths of a second
            probes.read(5_100_000_000L, own);
            assertThat(probes.metrics()).containsExactlyInAnyOrderElementsOf(metrics);
        }
        assertThat(metrics)
                .allSatisfy(metric -> assertThat(own.reason(metric))
                        .isNotEqualTo("not read yet")
                        .isNotEqualTo(Readings.FIRST_READING));
        double memory = own.snapshot(0).value(Metrics.SYSTEM_MEMORY);
        assertThat(memory).isBetween(0.0, 1.0);
        assertThat(own.snapshot(0).value(Metrics.SYSTEM_LOAD_AVERAGE)).isNotNegative();
    }

    private void readBoth(Probe probe, Probe oshi) {
        long now = System.nanoTime() - start;
        probe.read(now, own);
        oshi.read(now, oracle);
    }

    private static void pause(Duration length) {
        long from = System.nanoTime();
        await().atMost(Duration.ofSeconds(10)).until(() -> System.nanoTime() - from > length.toNanos());
    }

    private static void sendOverLoopback(long bytes) throws IOException {
        try (DatagramSocket receiver = new DatagramSocket(0, InetAddress.getLoopbackAddress());
                DatagramSocket sender = new DatagramSocket()) {
            byte[] payload = new byte[1000];
            DatagramPacket packet =
                    new DatagramPacket(payload, payload.length, receiver.getLocalAddress(), receiver.getLocalPort());
            for (long sent = 0; sent < bytes; sent += payload.length) {
                sender.send(packet);
            }
        }
    }
}
