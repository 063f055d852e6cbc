package io.echotrace.it.budget;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Every number that was measured, each with the run it is from and the load of the machine at that time. */
final class RawNumbers {
    private final Map<Key, Map<Integer, Double>> numbers = new LinkedHashMap<>();
    private final List<String> lines = new ArrayList<>(List.of("quantity,part,setup,run,value,load_average_1m"));

    /** @param run numbers of different setups with the same run are a pair */
    void add(Key key, int run, double value) throws IOException {
        numbers.computeIfAbsent(key, unused -> new TreeMap<>()).put(run, value);
        lines.add(String.join(
                ",",
                key.quantity(),
                key.part(),
                key.setup().id(),
                Integer.toString(run),
                Double.toString(Math.round(value * 1e4) / 1e4),
                Double.toString(LinuxProcess.loadAverage())));
    }

    Set<Key> keys() {
        return numbers.keySet();
    }

    /** The numbers of a key in the order of the runs. */
    List<Double> of(Key key) {
        return new ArrayList<>(byRun(key).values());
    }

    /** By how much the first key's number is above the second's, for each run that has both. */
    List<Double> differences(Key with, Key without) {
        Map<Integer, Double> base = byRun(without);
        List<Double> differences = new ArrayList<>();
        byRun(with).forEach((run, value) -> {
            Double other = base.get(run);
            if (other != null) {
                differences.add(value - other);
            }
        });
        return differences;
    }

    void write(Path file) throws IOException {
        Files.write(file, lines);
    }

    private Map<Integer, Double> byRun(Key key) {
        return numbers.getOrDefault(key, Collections.emptyMap());
    }
}
