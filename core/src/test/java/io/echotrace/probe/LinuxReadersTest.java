package io.echotrace.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.echotrace.metric.MetricSet;
import io.echotrace.metric.Metrics;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The readers of /proc and /sys on captured text. */
class LinuxReadersTest {
    private static final String STAT = """
            cpu  1000 20 300 5000 600 0 40 10 500 0
            cpu0 700 10 200 2000 300 0 30 5 500 0
            cpu1 300 10 100 3000 300 0 10 5 0 0
            intr 123456 0 9
            ctxt 99
            """;
    private static final String DEV = """
            Inter-|   Receive                                                |  Transmit
             face |bytes    packets errs drop fifo frame compressed multicast|bytes    packets errs drop fifo colls carrier compressed
                lo: %d      29    0    0    0     0          0         0     %d      29    0    0    0     0       0          0
              eth0: %d   13708    2    3    0     0          0         0   559007    5946    1    4    0     0       0          0
            veth1a: %d   13708    2    3    0     0          0         0   559007    5946    1    4    0     0       0          0
            """;

    @TempDir
    Path folder;

    @Test
    void cpuTimes_countIowaitAsIdle_andGuestsOnce() {
        long[] times = new LinuxCpuTimes().parse(bytes(STAT), STAT.length());
        assertThat(times).containsExactly(1370, 6970, 945, 3245, 425, 3725);
    }

    @Test
    void coreThatIsSwitchedOff_keepsItsPlace() {
        LinuxCpuTimes times = new LinuxCpuTimes();
        times.parse(bytes(STAT), STAT.length());
        String withoutCore0 =
                STAT.lines().filter(line -> !line.startsWith("cpu0")).reduce("", (a, b) -> a + b + "\n");
        long[] now = times.parse(bytes(withoutCore0), withoutCore0.length());
        assertThat(now).containsExactly(1370, 6970, 945, 3245, 425, 3725);
    }

    @Test
    void network_addsUpTheGrowthOfInterfacesThatCount() {
        LinuxNetwork network = new LinuxNetwork(name -> !name.startsWith("veth"));
        parse(network, DEV.formatted(1000, 1000, 5000, 5000));
        parse(network, DEV.formatted(1100, 1100, 9000, 7000));
        assertThat(network.totals()[LinuxNetwork.RECEIVED]).isEqualTo(4100);
        assertThat(network.totals()[LinuxNetwork.TRANSMITTED]).isEqualTo(100);
        assertThat(network.totals()[LinuxNetwork.ERRORS]).isZero();
    }

    @Test
    void interfaceThatComesOrGoes_makesNoJump() {
        LinuxNetwork network = new LinuxNetwork(name -> true);
        String all = DEV.formatted(1000, 1000, 5_000_000, 5_000_000);
        String loopbackOnly = all.lines().limit(3).reduce("", (a, b) -> a + b + "\n");
        parse(network, loopbackOnly);
        parse(network, all);
        parse(network, loopbackOnly);
        assertThat(network.totals()).containsOnly(0);
    }

    @Test
    void interfaceThatIsGone_isForgotten() {
        List<String> asked = new ArrayList<>();
        LinuxNetwork network = new LinuxNetwork(asked::add);
        String line = "a\nb\neth0:%d 1 0 0 0 0 0 0 7 1 0 0 0 0 0 0\n";
        parse(network, line.formatted(1000));
        parse(network, "a\nb\n");
        parse(network, line.formatted(5000));
        parse(network, line.formatted(5010));
        assertThat(asked).containsExactly("eth0", "eth0");
        assertThat(network.totals()[LinuxNetwork.RECEIVED]).isEqualTo(10);
    }

    @Test
    void numbersWithoutASpaceAfterTheColon_areRead() {
        LinuxNetwork network = new LinuxNetwork(name -> name.equals("eth0"));
        String line = "a\nb\neth0:%d 1 0 0 0 0 0 0 7 1 0 0 0 0 0 0\n";
        parse(network, line.formatted(10));
        parse(network, line.formatted(30));
        assertThat(network.totals()[LinuxNetwork.RECEIVED]).isEqualTo(20);
    }

    @Test
    void bridgesBondsVlansAndCableEnds_areLeftOut() throws IOException {
        Files.createDirectories(folder.resolve("lo"));
        Files.createDirectories(folder.resolve("eth0/device"));
        Files.createDirectories(folder.resolve("eth0/brport"));
        Files.createDirectories(folder.resolve("office/bridge"));
        Files.createDirectories(folder.resolve("pair/bonding"));
        Files.createDirectories(folder.resolve("vnet0/brport"));
        Files.createDirectories(folder.resolve("eth0.7"));
        Files.writeString(folder.resolve("eth0.7/uevent"), "DEVTYPE=vlan\nINTERFACE=eth0.7\n");
        Files.createDirectories(folder.resolve("wlan0/device"));
        Files.writeString(folder.resolve("wlan0/uevent"), "DEVTYPE=wlan\nINTERFACE=wlan0\n");
        LinuxInterfaces interfaces = new LinuxInterfaces(folder.toFile());
        assertThat(new String[] {"lo", "eth0", "wlan0"}).allMatch(interfaces::counts);
        assertThat(new String[] {"office", "pair", "vnet0", "eth0.7", "vethab12", "docker0", "ifb0"})
                .noneMatch(interfaces::counts);
    }

    @Test
    void mounts_areLocalOnDeviceWritableAndEachOnce() {
        String mounts = """
                proc /proc proc rw,nosuid 0 0
                /dev/vda / ext4 rw,relatime 0 0
                /dev/vda /var/lib/docker ext4 rw,relatime 0 0
                overlay /var/lib/docker/overlay2/x/merged overlay rw,lowerdir=/a 0 0
                /dev/loop3 /snap/core squashfs ro,nodev 0 0
                /dev/sr0 /media/cd iso9660 ro 0 0
                /dev/vdb1 /data\\040one xfs rw 0 0
                server:/home /home nfs4 rw 0 0
                tank/db /tank zfs rw 0 0
                tmpfs /tmp tmpfs rw 0 0
                devtmpfs /dev devtmpfs rw 0 0
                """;
        assertThat(LinuxMounts.local(mounts)).extracting(File::getPath).containsExactly("/", "/data one", "/tank");
    }

    @Test
    void layeredRoot_standsForItself_whenThereIsNothingElse() {
        assertThat(LinuxMounts.local("overlay / overlay rw,lowerdir=/a 0 0\nproc /proc proc rw 0 0\n"))
                .containsExactly(new File("/"));
    }

    @Test
    void swappedPages_areThoseInAndOut() {
        String text = "nr_free_pages 12\npswpin 30\npswpout 12\npswpoutx 5\n";
        LinuxSwapProbe probe = new LinuxSwapProbe(folder.toFile());
        assertThat(probe.swappedPages(bytes(text), text.length())).isEqualTo(42);
    }

    @Test
    void memory_isInBytes_andAvailableIsNotFree() {
        String text = """
                MemTotal:       24689764 kB
                MemFree:         1167352 kB
                MemAvailable:   22783012 kB
                Buffers:          281652 kB
                """;
        LinuxMemoryProbe probe = new LinuxMemoryProbe(folder.toFile(), noContainer());
        probe.parse(bytes(text), text.length());
        assertThat(probe.totalBytes()).isEqualTo(24_689_764L * 1024);
        assertThat(probe.availableBytes()).isEqualTo(22_783_012L * 1024);
    }

    @Test
    void kernelThatDoesNotTellAvailableMemory_isAReason() {
        String text = "MemTotal: 1000 kB\nMemFree: 10 kB\n";
        LinuxMemoryProbe probe = new LinuxMemoryProbe(folder.toFile(), noContainer());
        assertThatThrownBy(() -> probe.parse(bytes(text), text.length()))
                .isInstanceOf(UnavailableException.class)
                .hasMessage("/proc/meminfo does not tell available memory");
    }

    @Test
    void containerLimitBelowTheMachinesMemory_isTheMemory() throws IOException {
        write("proc/meminfo", "MemTotal: 1000000 kB\nMemFree: 1 kB\nMemAvailable: 900000 kB\n");
        write("proc/self/cgroup", "0::/\n");
        write("sys/fs/cgroup/memory.max", "400000\n");
        write("sys/fs/cgroup/memory.current", "100000\n");
        write("sys/fs/cgroup/memory.stat", "anon 17\n");
        assertThat(availableMemory()).isEqualTo(300_000);
        write("sys/fs/cgroup/memory.max", "2000000000\n");
        assertThat(availableMemory()).isEqualTo(900_000 * 1024);
    }

    @Test
    void memory_isReadAtOnce_andThenEveryTwoSeconds() throws IOException {
        Readings readings = new Readings(new MetricSet(Metrics.all()));
        write("meminfo", "MemTotal: 1000 kB\nMemAvailable: 900 kB\n");
        try (LinuxMemoryProbe probe = new LinuxMemoryProbe(folder.toFile(), noContainer())) {
            probe.read(0, readings);
            write("meminfo", "MemTotal: 1000 kB\nMemAvailable: 250 kB\n");
            probe.read(1_900_000_000L, readings);
            assertThat(readings.snapshot(0).value(Metrics.SYSTEM_MEMORY)).isEqualTo(0.1, within(1e-9));
            probe.read(2_000_000_000L, readings);
            assertThat(readings.snapshot(0).value(Metrics.SYSTEM_MEMORY)).isEqualTo(0.75, within(1e-9));
        }
    }

    @Test
    void loadAverage_isThatOfAMinute() {
        LinuxLoadAverageProbe probe = new LinuxLoadAverageProbe(folder.toFile());
        assertThat(probe.parse(bytes("3.07 6.42 8.38 4/296 24450\n"), 27)).isEqualTo(3.07);
        assertThat(probe.parse(bytes("127.90 90.01 8.38 4/296 24450\n"), 30)).isEqualTo(127.9);
        assertThat(probe.parse(bytes("\n"), 1)).isNaN();
    }

    @Test
    void segmentsSentAgain_areFoundByName_pastANegativeNumber() {
        String text = """
                Icmp: InMsgs InErrors OutMsgs
                Icmp: 3 0 3
                Tcp: RtoAlgorithm RtoMin MaxConn OutSegs RetransSegs InErrs
                Tcp: 1 200 -1 3068107 2018 7
                Udp: InDatagrams RetransSegs
                Udp: 111 222
                """;
        LinuxNetworkErrorsProbe probe = new LinuxNetworkErrorsProbe(folder.toFile(), () -> 0);
        assertThat(probe.segmentsSentAgain(bytes(text), text.length())).isEqualTo(2018);
    }

    @Test
    void kernelWithoutTcp_isAReason() {
        LinuxNetworkErrorsProbe probe = new LinuxNetworkErrorsProbe(folder.toFile(), () -> 0);
        assertThatThrownBy(() -> probe.segmentsSentAgain(bytes("Ip: 1\n"), 6))
                .isInstanceOf(UnavailableException.class)
                .hasMessage("/proc/net/snmp has no TCP counters");
    }

    @Test
    void fileThatGrows_isReadWhole() throws IOException {
        Path path = folder.resolve("long");
        Files.writeString(path, "x".repeat(50_000));
        try (ProcFile file = new ProcFile(path.toFile())) {
            assertThat(file.read()).isEqualTo(50_000);
            Files.writeString(path, "y".repeat(10));
            assertThat(file.read()).isEqualTo(10);
        }
    }

    @Test
    void fileThatComesInPieces_isReadWhole() throws IOException {
        String text = "line\n".repeat(7_000);
        ByteArrayInputStream whole = new ByteArrayInputStream(bytes(text));
        try (ProcFile file = new ProcFile(folder.resolve("pieces").toFile())) {
            int length = file.readAll((into, offset, most) -> whole.read(into, offset, Math.min(most, 4_000)));
            assertThat(new String(file.bytes(), 0, length, StandardCharsets.US_ASCII))
                    .isEqualTo(text);
        }
    }

    @Test
    void fileWithoutEnd_isReadUpToABound() throws IOException {
        try (ProcFile file = new ProcFile(folder.resolve("endless").toFile())) {
            assertThat(file.readAll((into, offset, most) -> Math.min(most, 4_000)))
                    .isBetween(250_000, 270_000);
        }
    }

    @Test
    void stackedDisks_areLeftOut() {
        assertThat(new String[] {"/dev/sda", "/dev/nvme0n1", "/dev/vda", "disk0"})
                .allMatch(DiskProbe::counts);
        assertThat(new String[] {"/dev/loop0", "/dev/dm-1", "/dev/md0", "/dev/zram0"})
                .noneMatch(DiskProbe::counts);
    }

    private static void parse(LinuxNetwork network, String text) {
        network.parse(bytes(text), text.length());
    }

    private double availableMemory() {
        Readings readings = new Readings(new MetricSet(Metrics.all()));
        File proc = folder.resolve("proc").toFile();
        try (LinuxMemoryProbe probe = new LinuxMemoryProbe(
                proc, new ContainerMemory(proc, folder.resolve("sys").toFile()))) {
            probe.read(0, readings);
        }
        return readings.snapshot(0).value(Metrics.SYSTEM_MEMORY_AVAILABLE);
    }

    private ContainerMemory noContainer() {
        return new ContainerMemory(folder.toFile(), folder.toFile());
    }

    private void write(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
