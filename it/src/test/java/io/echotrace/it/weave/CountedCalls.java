package io.echotrace.it.weave;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** The calls of a group of methods in a run, added up from the rows of its CSV, which may still be written. */
public record CountedCalls(long calls, long errors) {
    /**
     * Adds the rows up.
     *
     * @param group the name of the group; empty for all methods
     */
    public static CountedCalls in(Path csv, String group) throws IOException {
        if (!Files.exists(csv)) {
            return new CountedCalls(0, 0);
        }
        String text = Files.readString(csv);
        List<String> lines =
                text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
        return lines.isEmpty() ? new CountedCalls(0, 0) : sum(lines, group.isEmpty() ? "" : "{" + group + "}");
    }

    private static CountedCalls sum(List<String> lines, String suffix) {
        List<String> names = Arrays.asList(lines.get(0).split(","));
        int rate = names.indexOf("app.method.rate" + suffix);
        int errors = names.indexOf("app.method.errors" + suffix);
        long calls = 0;
        long failed = 0;
        double last = 0;
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",");
            double now = Double.parseDouble(cells[0]);
            calls += count(cells, rate, now - last);
            failed += count(cells, errors, now - last);
            last = now;
        }
        return new CountedCalls(calls, failed);
    }

    private static long count(String[] cells, int column, double seconds) {
        boolean there = column >= 0 && column < cells.length && !cells[column].isEmpty();
        return there ? Math.round(Double.parseDouble(cells[column]) * seconds) : 0;
    }
}
