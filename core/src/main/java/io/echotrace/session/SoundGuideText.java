package io.echotrace.session;

import io.echotrace.mapping.SoundGuide;
import java.util.List;

/** What each sound means, as text: for a terminal, or as tables for a README. */
public final class SoundGuideText {
    private final SoundOptions options;

    /** @param options which shape the sound table */
    public SoundGuideText(SoundOptions options) {
        this.options = options;
    }

    /** Two tables in Markdown, ending with a line break. */
    public String markdown() {
        return table(SoundGuide.voiceHeadings(), SoundGuide.voices(options.table()))
                + "\n"
                + table(SoundGuide.faultHeadings(), SoundGuide.faults());
    }

    /** A paragraph for each sound, ending with a line break. */
    public String plain() {
        StringBuilder text = new StringBuilder();
        for (List<String> row : SoundGuide.voices(options.table())) {
            text.append(capital(row.get(0))).append(": ").append(row.get(1));
            text.append(" [").append(row.get(4)).append("]\n");
            text.append("    ")
                    .append(row.get(2))
                    .append("; ")
                    .append(row.get(3))
                    .append('\n');
        }
        for (List<String> row : SoundGuide.faults()) {
            text.append('\n')
                    .append(capital(row.get(0)))
                    .append(" (")
                    .append(row.get(1))
                    .append(")\n");
            text.append("    ")
                    .append(row.get(2))
                    .append("; nothing else has: ")
                    .append(row.get(3))
                    .append('\n');
        }
        return text.toString();
    }

    private static String table(List<String> headings, List<List<String>> rows) {
        StringBuilder table = new StringBuilder();
        row(headings, table);
        for (int i = 0; i < headings.size(); i++) {
            table.append("|---");
        }
        table.append("|\n");
        rows.forEach(row -> row(row, table));
        return table.toString();
    }

    private static void row(List<String> cells, StringBuilder to) {
        cells.forEach(cell -> to.append("| ").append(cell).append(' '));
        to.append("|\n");
    }

    private static String capital(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
