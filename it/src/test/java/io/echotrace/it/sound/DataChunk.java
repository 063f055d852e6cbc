package io.echotrace.it.sound;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** The sound of a WAV, all channels, as the bytes it is stored in; not its tags, which say when and where it was made. */
public final class DataChunk {
    private static final int RIFF_HEADER_BYTES = 12;
    private static final int CHUNK_HEADER_BYTES = 8;

    private DataChunk() {}

    public static byte[] of(Path wav) throws IOException {
        byte[] file = Files.readAllBytes(wav);
        ByteBuffer sizes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        int chunk = RIFF_HEADER_BYTES;
        while (!new String(file, chunk, 4, StandardCharsets.US_ASCII).equals("data")) {
            int size = sizes.getInt(chunk + 4);
            chunk += CHUNK_HEADER_BYTES + size + size % 2;
        }
        int start = chunk + CHUNK_HEADER_BYTES;
        return Arrays.copyOfRange(file, start, start + sizes.getInt(chunk + 4));
    }
}
