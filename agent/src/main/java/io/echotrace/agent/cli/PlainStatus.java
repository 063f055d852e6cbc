package io.echotrace.agent.cli;

import io.echotrace.agent.attach.AgentState;
import io.echotrace.agent.attach.Jvm;
import java.io.PrintWriter;
import java.util.List;

/** What an agent says of itself, for the ear: a sentence a line, each of which says what it is about. */
final class PlainStatus {
    private static final String LEARNING = "learning";

    private final PrintWriter out;

    PlainStatus(PrintWriter out) {
        this.out = out;
    }

    void print(Jvm jvm, AgentState state) {
        if (!state.sentence().isEmpty()) { // as in the first second
            say(state.sentence());
        }
        say(jvm + " has EchoTrace " + state.version() + " in it, " + state.phase() + " since " + state.started());
        state.findings().forEach(finding -> say("Finding: " + finding));
        state.outputs().forEach(output -> say("Output: " + output));
        state.values().forEach(row -> say(value(row)));
        TimedMethodsText.rows(state.methods()).forEach(row -> say("Timed: " + String.join(", ", row)));
        state.unavailable().forEach(row -> say("Unavailable: " + String.join(", because ", row)));
        state.options().forEach(row -> say(option(row)));
        state.complaints().forEach(complaint -> say("Not understood: " + complaint));
        if (!state.cost().isEmpty()) {
            say("Own cost: " + state.cost());
        }
    }

    /** NAME, value, unit, score. */
    private static String value(List<String> row) {
        String score = cell(row, 3);
        String unit = cell(row, 2).equals(StatusPage.NO_UNIT) ? "" : " " + cell(row, 2);
        return "Value: " + cell(row, 0) + " " + cell(row, 1) + unit + ", "
                + (score.equals(LEARNING) ? score : "score " + score);
    }

    /** KEY, value, source. */
    private static String option(List<String> row) {
        return "Option: " + cell(row, 0) + " is " + cell(row, 1) + ", from " + cell(row, 2);
    }

    private static String cell(List<String> row, int index) {
        return index < row.size() ? row.get(index) : "";
    }

    private void say(String text) {
        out.println(text.endsWith(".") ? text : text + ".");
    }
}
