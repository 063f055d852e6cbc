package io.echotrace.probe;

/** Walks over numbers and words of a text without making strings. Not thread-safe. */
final class AsciiCursor {
    private byte[] bytes = new byte[0];
    private int end;
    private int at;

    /** Starts at the beginning of a text. */
    void start(byte[] text, int length) {
        bytes = text;
        end = length;
        at = 0;
    }

    boolean atEnd() {
        return at >= end;
    }

    boolean atLineEnd() {
        return atEnd() || bytes[at] == '\n';
    }

    int position() {
        return at;
    }

    boolean startsWith(byte[] word) {
        return matches(bytes, at, end - at, word);
    }

    /** Whether a word stands in a text at a place, with at least so much room. */
    static boolean matches(byte[] text, int from, int room, byte[] word) {
        if (room < word.length) {
            return false;
        }
        for (int i = 0; i < word.length; i++) {
            if (text[from + i] != word[i]) {
                return false;
            }
        }
        return true;
    }

    void skip(int count) {
        at = Math.min(end, at + count);
    }

    void skipSpaces() {
        while (at < end && bytes[at] == ' ') {
            at++;
        }
    }

    /** Moves to the next of a character in this line; false, at the line's end, when there is none. */
    boolean find(char wanted) {
        while (!atLineEnd()) {
            if (bytes[at] == wanted) {
                return true;
            }
            at++;
        }
        return false;
    }

    /** Moves to the first line, from here on, that starts with a word; false, at the text's end, when there is none. */
    boolean findLine(byte[] word) {
        while (!atEnd() && !startsWith(word)) {
            nextLine();
        }
        return !atEnd();
    }

    /** The number behind the first line, from here on, that starts with a word; -1 when there is none. */
    long numberAfter(byte[] word) {
        if (!findLine(word)) {
            return -1;
        }
        skip(word.length);
        return number();
    }

    /** Moves to the next word of this line, or to the line's end. */
    void skipWord() {
        while (!atLineEnd() && bytes[at] != ' ') {
            at++;
        }
        skipSpaces();
    }

    /** The number that follows after spaces; -1 when there is none. */
    long number() {
        skipSpaces();
        if (at >= end || bytes[at] < '0' || bytes[at] > '9') {
            return -1;
        }
        long number = 0;
        while (at < end && bytes[at] >= '0' && bytes[at] <= '9') {
            number = number * 10 + (bytes[at++] - '0');
        }
        return number;
    }

    void nextLine() {
        find('\n');
        at = Math.min(end, at + 1);
    }
}
