package io.echotrace.series;

/** The cells of a CSV (RFC 4180). */
final class Cells {
    private Cells() {}

    /** The cell as it stands in a file: in quotation marks where it has to. */
    static String quoted(String cell) {
        for (int i = 0; i < cell.length(); i++) {
            char character = cell.charAt(i);
            if (character == ',' || character == '"' || character == '\n' || character == '\r') {
                return '"' + cell.replace("\"", "\"\"") + '"';
            }
        }
        return cell;
    }
}
