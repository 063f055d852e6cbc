package io.echotrace.agent.cli;

import io.echotrace.agent.attach.AgentState;
import io.echotrace.agent.attach.Jvm;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What an agent says of itself, for the eye: under headings, in columns. The sentence comes first. */
final class StatusPage {
    /** Of fractions and counts: it says nothing to a reader. */
    static final String NO_UNIT = "1";

    private static final int UNIT = 2;
    private static final String INDENT = "  ";

    private final PrintWriter out;

    StatusPage(PrintWriter out) {
        this.out = out;
    }

    void print(Jvm jvm, AgentState state) {
        if (!state.sentence().isEmpty()) { // as in the first second
            out.println(state.sentence());
        }
        out.println(jvm + ", EchoTrace " + state.version() + ", " + state.phase() + " since " + state.started());
        lines("Findings", state.findings());
        lines("Outputs", state.outputs());
        rows("Values, with scores", readable(state.values()));
        rows("Timed methods", TimedMethodsText.rows(state.methods()));
        rows("Unavailable", state.unavailable());
        rows("Options", state.options());
        lines("Not understood", state.complaints());
        lines("Own cost", state.cost().isEmpty() ? Collections.emptyList() : Collections.singletonList(state.cost()));
    }

    private static List<List<String>> readable(List<List<String>> values) {
        List<List<String>> readable = new ArrayList<>();
        for (List<String> row : values) {
            List<String> cells = new ArrayList<>(row);
            if (cells.size() > UNIT && cells.get(UNIT).equals(NO_UNIT)) {
                cells.set(UNIT, "");
            }
            readable.add(cells);
        }
        return readable;
    }

    /** A heading without content is left out. */
    private void lines(String heading, List<String> lines) {
        TextTable table = heading(heading, lines);
        lines.forEach(line -> table.row(INDENT + line));
        table.print(out);
    }

    private void rows(String heading, List<List<String>> rows) {
        TextTable table = heading(heading, rows);
        for (List<String> row : rows) {
            String[] cells = row.toArray(new String[0]);
            cells[0] = INDENT + cells[0];
            table.row(cells);
        }
        table.print(out);
    }

    private TextTable heading(String heading, List<?> content) {
        if (!content.isEmpty()) {
            out.println();
            out.println(heading);
        }
        return new TextTable();
    }
}
