package io.echotrace.agent.workshop;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Paths;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What Linux counts of the machine's network and disks since its start. */
final class LinuxCounters {
    private static final String INTERFACES = "/proc/net/dev";
    private static final String PROTOCOLS = "/proc/net/snmp";
    private static final String DISKS = "/proc/diskstats";
    private static final int RECEIVED = 0;
    private static final int TRANSMITTED = 8;

    private LinuxCounters() {}

    static boolean areThere() {
        return new File(INTERFACES).canRead() && new File(PROTOCOLS).canRead();
    }

    /** Bytes of all interfaces, received and transmitted: one over loopback counts twice. */
    static double networkBytes() throws IOException {
        return interfaces(RECEIVED) + interfaces(TRANSMITTED);
    }

    /** Packets likewise. */
    static double packets() throws IOException {
        return interfaces(RECEIVED + 1) + interfaces(TRANSMITTED + 1);
    }

    /** Segments that TCP had to send again. */
    static double sentAgain() throws IOException {
        String[] names = {};
        for (String line : lines(PROTOCOLS)) {
            String[] fields = line.split(" ");
            if (fields[0].equals("Tcp:") && names.length > 0) {
                return Double.parseDouble(fields[Arrays.asList(names).indexOf("RetransSegs")]);
            }
            names = fields[0].equals("Tcp:") ? fields : names;
        }
        throw new IOException("no TCP in " + PROTOCOLS);
    }

    /** For how many seconds each whole disk was busy. */
    static Map<String, Double> diskBusySeconds() throws IOException {
        Map<String, Double> busy = new HashMap<>();
        for (String line : lines(DISKS)) {
            String[] fields = line.trim().split("\\s+");
            if (new File("/sys/block", fields[2]).exists()) {
                busy.put(fields[2], Double.parseDouble(fields[12]) / 1e3);
            }
        }
        return busy;
    }

    private static double interfaces(int column) throws IOException {
        double sum = 0;
        for (String line : lines(INTERFACES)) {
            int colon = line.indexOf(':');
            if (colon >= 0) {
                sum += Double.parseDouble(line.substring(colon + 1).trim().split("\\s+")[column]);
            }
        }
        return sum;
    }

    private static List<String> lines(String file) throws IOException {
        return Files.readAllLines(Paths.get(file), StandardCharsets.US_ASCII);
    }
}
