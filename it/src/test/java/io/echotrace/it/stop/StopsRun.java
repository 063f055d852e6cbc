package io.echotrace.it.stop;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.opentest4j.TestAbortedException;

/**
 * Prints for each JDK and collector how exactly thirty forced stops of 50 to 1500 ms stand in the recording, and ten for
 * which threads had to be waited for. Arguments: JDKs.
 */
final class StopsRun {
    private StopsRun() {}

    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createTempDirectory("echotrace-stops");
        System.out.println("                              median / worst");
        for (String version : arguments) {
            try {
                measure(Integer.parseInt(version), folder);
            } catch (TestAbortedException missing) {
                // that it is skipped has been said
            }
        }
        System.out.println("recordings: " + folder);
    }

    private static void measure(int jdk, Path folder) throws Exception {
        for (String collector : collectors(jdk)) {
            String kinds = collector.equals("Z") ? "walk" : "gc,histogram";
            print(jdk, collector, measurement(jdk, collector, folder).forced(kinds, "30", "50", "1500"));
        }
        print(jdk, "Serial, waited", measurement(jdk, "Serial", folder).forced("loop", "10", "200", "1500"));
    }

    private static StopMeasurement measurement(int jdk, String collector, Path folder) throws Exception {
        return new StopMeasurement(jdk, collector, folder, "-Xmx3g");
    }

    private static void print(int jdk, String what, StopComparison found) {
        System.out.printf(Locale.ROOT, "%2d %-14s %s%n", jdk, what, found);
        found.missed().forEach(stop -> System.out.println("   missed " + stop));
        found.untrue().forEach(hole -> System.out.println("   untrue " + hole));
    }

    private static List<String> collectors(int jdk) {
        return jdk == 8 ? List.of("Serial", "Parallel", "G1", "ConcMarkSweep") : List.of("Serial", "G1", "Z");
    }
}
