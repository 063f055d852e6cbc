package io.echotrace.output;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;

/** A WAV file as its readers see it: the chunks by name, and what Java Sound makes of it. */
final class WavContent {
    private final Map<String, byte[]> chunks;
    private final AudioFormat format;
    private final byte[] pcm;

    private WavContent(Map<String, byte[]> chunks, AudioFormat format, byte[] pcm) {
        this.chunks = chunks;
        this.format = format;
        this.pcm = pcm;
    }

    static WavContent of(File file) throws IOException {
        byte[] bytes = Files.readAllBytes(file.toPath());
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        Map<String, byte[]> chunks = new LinkedHashMap<>();
        int end = Math.min(bytes.length, 8 + buffer.getInt(4));
        for (int at = 12; at + 8 <= end; ) {
            int size = buffer.getInt(at + 4);
            String id = new String(bytes, at, 4, StandardCharsets.US_ASCII);
            chunks.put(id, Arrays.copyOfRange(bytes, at + 8, Math.min(end, at + 8 + size)));
            at += 8 + size + size % 2;
        }
        try (AudioInputStream stream = AudioSystem.getAudioInputStream(file);
                DataInputStream data = new DataInputStream(stream)) {
            return new WavContent(chunks, stream.getFormat(), data.readAllBytes());
        } catch (UnsupportedAudioFileException e) {
            throw new IOException(e);
        }
    }

    Map<String, byte[]> chunks() {
        return chunks;
    }

    AudioFormat format() {
        return format;
    }

    byte[] pcm() {
        return pcm;
    }

    long frames() {
        return pcm.length / format.getFrameSize();
    }

    /** Sample values as 16-bit integers, channels interleaved. */
    short[] samples() {
        short[] samples = new short[pcm.length / 2];
        ByteBuffer.wrap(pcm).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer().get(samples);
        return samples;
    }

    /** The text of a tag in {@code LIST INFO}; empty when it is not there. */
    String tag(String id) throws IOException {
        byte[] list = chunks.getOrDefault("LIST", new byte[4]);
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(list));
        in.skipBytes(4);
        while (in.available() >= 8) {
            String name = new String(in.readNBytes(4), StandardCharsets.US_ASCII);
            int size = Integer.reverseBytes(in.readInt());
            byte[] text = in.readNBytes(size);
            in.skipBytes(size % 2);
            if (name.equals(id)) {
                return new String(text, 0, size - 1, StandardCharsets.UTF_8);
            }
        }
        return "";
    }
}
