package io.echotrace.agent.option;

/** The options as the table that stands in the README. */
public final class OptionTable {
    private OptionTable() {}

    /** In Markdown, ending with a line break. */
    public static String markdown() {
        StringBuilder table = new StringBuilder("| option | default | meaning |\n|---|---|---|\n");
        for (Option<?> option : Options.all()) {
            String text = option.defaultText() == null ? "–" : "`" + option.defaultText() + "`";
            table.append("| `")
                    .append(option.key())
                    .append('=')
                    .append(option.example())
                    .append("` | ");
            table.append(text).append(" | ").append(option.meaning()).append(" |\n");
        }
        return table.toString();
    }
}
