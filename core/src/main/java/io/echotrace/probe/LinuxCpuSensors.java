package io.echotrace.probe;

import java.io.File;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The files that tell the temperature of the CPU, in thousandths of a degree: those of the best kind of sensor below
 * {@code /sys/class/hwmon} and {@code /sys/class/thermal}, one for each socket. Sensors of cores are left out where their
 * package has one, since to ask a core is to wake it.
 */
final class LinuxCpuSensors {
    /** As the kernel's drivers name them, best first; the last one only stands near the CPU. */
    private static final List<String> KINDS = Arrays.asList(
            "coretemp",
            "k10temp",
            "zenpower",
            "k8temp",
            "via_cputemp",
            "x86_pkg_temp",
            "cpu_thermal",
            "soc_thermal",
            "acpitz");

    private final Map<String, List<File>> byKind = new HashMap<>();

    private LinuxCpuSensors() {}

    /**
     * Looks for them; some milliseconds. Empty where there are none, as in most virtual machines.
     *
     * @param sys the folder {@code /sys}
     */
    static List<File> find(File sys) {
        LinuxCpuSensors sensors = new LinuxCpuSensors();
        for (File chip : children(new File(sys, "class/hwmon"), "hwmon", "")) {
            sensors.addChip(chip);
        }
        for (File zone : children(new File(sys, "class/thermal"), "thermal_zone", "")) {
            sensors.add(kind(new File(zone, "type")), new File(zone, "temp"));
        }
        return KINDS.stream()
                .filter(sensors.byKind::containsKey)
                .findFirst()
                .map(sensors.byKind::get)
                .orElse(Collections.emptyList());
    }

    private void addChip(File chip) {
        String kind = kind(new File(chip, "name"));
        File first = new File(chip, "temp1_input"); // of the package, where there is such a sensor
        if (first.exists()) {
            add(kind, first);
        } else {
            children(chip, "temp", "_input").forEach(file -> add(kind, file));
        }
    }

    private void add(String kind, File file) {
        byKind.computeIfAbsent(kind, key -> new ArrayList<>()).add(file);
    }

    private static List<File> children(File folder, String prefix, String suffix) {
        File[] found = folder.listFiles((parent, name) -> name.startsWith(prefix) && name.endsWith(suffix));
        return found == null ? Collections.emptyList() : Arrays.asList(found);
    }

    /** What the file says; the many kinds of ARM boards, such as cpu0-thermal, as one. */
    private static String kind(File path) {
        try (ProcFile file = new ProcFile(path)) {
            int length = file.read();
            String kind = new String(file.bytes(), 0, length, StandardCharsets.US_ASCII)
                    .trim()
                    .replace('-', '_');
            return kind.matches("cpu.*_thermal") ? "cpu_thermal" : kind;
        } catch (UnavailableException | UncheckedIOException e) { // a sensor that does not say what it is
            return "";
        }
    }
}
