package io.echotrace.series;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/** Remembers whether what was read last is the end of a line: with a line that was cut short it is not. */
final class LineEnd extends FilterReader {
    private boolean reached;

    LineEnd(Reader in) {
        super(in);
    }

    boolean isReached() {
        return reached;
    }

    @Override
    public int read() throws IOException {
        int character = super.read();
        if (character >= 0) {
            reached = character == '\n';
        }
        return character;
    }

    @Override
    public int read(char[] into, int offset, int length) throws IOException {
        int count = super.read(into, offset, length);
        if (count > 0) {
            reached = into[offset + count - 1] == '\n';
        }
        return count;
    }
}
