package io.echotrace.it.stop;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Prints for each JDK and collector how exactly thirty forced stops stand in the recording. Arguments: JDKs. */
final class StopsRun {
    private static final int STOPS = 30;

    private StopsRun() {}

    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createTempDirectory("echotrace-stops");
        System.out.println("                         median / worst");
        for (String version : arguments) {
            int jdk = Integer.parseInt(version);
            for (String collector : collectors(jdk)) {
                String kinds = collector.equals("Z") ? "histogram" : "gc,histogram";
                StopComparison found = new StopMeasurement(jdk, collector, folder).of("3g", kinds, STOPS, 50, 1500);
                System.out.printf("%2d %-13s %s%n", jdk, collector, found);
                found.missed().forEach(stop -> System.out.println("   missed " + stop));
                found.untrue().forEach(hole -> System.out.println("   untrue " + hole));
            }
            StopComparison stalled = new StopMeasurement(jdk, "Serial", folder).of("3g", "loop", STOPS / 3, 200, 1500);
            System.out.printf("%2d %-13s %s%n", jdk, "Serial, late", stalled);
        }
    }

    private static List<String> collectors(int jdk) {
        return jdk == 8 ? List.of("Serial", "Parallel", "G1", "ConcMarkSweep") : List.of("Serial", "G1", "Z");
    }
}
