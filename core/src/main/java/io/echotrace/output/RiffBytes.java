package io.echotrace.output;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** The words RIFF files are made of: four-letter names and little-endian integers. */
final class RiffBytes {
    static final int HEADER_BYTES = 8;

    private RiffBytes() {}

    /** Writes a chunk's name and the size of what follows. */
    static void header(ByteArrayOutputStream out, String id, int size) {
        name(out, id);
        int32(out, size);
    }

    static void name(ByteArrayOutputStream out, String id) {
        byte[] letters = id.getBytes(StandardCharsets.US_ASCII);
        out.write(letters, 0, letters.length);
    }

    static void int16(ByteArrayOutputStream out, int value) {
        out.write(value);
        out.write(value >> 8);
    }

    static void int32(ByteArrayOutputStream out, int value) {
        int16(out, value);
        int16(out, value >> 16);
    }

    /** A {@code LIST} chunk of a type around its content. */
    static byte[] list(String type, byte[] content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        header(out, "LIST", 4 + content.length);
        name(out, type);
        out.write(content, 0, content.length);
        return out.toByteArray();
    }
}
