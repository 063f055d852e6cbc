package io.echotrace.agent.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What has become of the patterns that say which methods to time, in words. */
final class TimedMethodsText {
    private static final int CELLS = 7;

    private TimedMethodsText() {}

    /**
     * For each pattern what to read of it, in cells.
     *
     * @param rows pattern, methods, classes, calls, errors, calls in flight, some of the methods
     */
    static List<List<String>> rows(List<List<String>> rows) {
        List<List<String>> texts = new ArrayList<>();
        for (List<String> row : rows) {
            if (row.size() >= CELLS) { // as every version has said so far
                texts.add(row.get(1).equals("0") ? nothing(row) : some(row));
            }
        }
        return texts;
    }

    private static List<String> nothing(List<String> row) {
        return Arrays.asList(row.get(0), "matches nothing so far");
    }

    private static List<String> some(List<String> row) {
        String found = count(row.get(1), "method", "methods") + " of " + count(row.get(2), "class", "classes");
        String calls = count(row.get(3), "call", "calls") + ", " + count(row.get(4), "error", "errors") + ", "
                + row.get(5) + " in flight";
        return Arrays.asList(row.get(0), found, calls, row.get(6));
    }

    private static String count(String number, String one, String many) {
        return number + " " + (number.equals("1") ? one : many);
    }
}
