package io.echotrace.output;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** What a WAV file says about itself: its {@code LIST INFO} chunk, in UTF-8. Immutable. */
public final class WavTags {
    /** The tags a recording carries. */
    public enum Tag {
        NAME("INAM"),
        /** When the recording began, as ISO 8601 writes it. */
        DATE("ICRD"),
        SOFTWARE("ISFT"),
        HOST("ISRC"),
        JVM("ICMT"),
        /** Of a recording in several files the number of this one, and where in the run it begins. */
        PART("IPRT");

        private final String id;

        Tag(String id) {
            this.id = id;
        }
    }

    private static final int LONGEST_BYTES = 1024;

    private final Map<Tag, String> values;

    private WavTags(Map<Tag, String> values) {
        this.values = values;
    }

    public static WavTags none() {
        return new WavTags(new EnumMap<>(Tag.class));
    }

    /** These tags and one more; values beyond 1024 bytes are cut. */
    public WavTags with(Tag tag, String value) {
        Map<Tag, String> more = new EnumMap<>(Tag.class);
        more.putAll(values);
        more.put(tag, value);
        return new WavTags(more);
    }

    /** The tags of a later file of the same recording, which begins that long after the first. */
    WavTags ofPart(int part, long startNanos) {
        WavTags tags = with(Tag.PART, String.format(Locale.ROOT, "%d, from %.3f s of the run", part, startNanos / 1e9));
        String date = values.get(Tag.DATE);
        try {
            return date == null
                    ? tags
                    : tags.with(
                            Tag.DATE, Instant.parse(date).plusNanos(startNanos).toString());
        } catch (DateTimeParseException notOurs) {
            return tags;
        }
    }

    /** The chunk with its header; empty when there are no tags. */
    byte[] chunk() {
        ByteArrayOutputStream list = new ByteArrayOutputStream();
        for (Map.Entry<Tag, String> entry : values.entrySet()) {
            byte[] text = terminated(entry.getValue());
            RiffBytes.header(list, entry.getKey().id, text.length);
            list.write(text, 0, text.length);
            if (text.length % 2 != 0) {
                list.write(0); // chunks begin at even offsets
            }
        }
        return list.size() == 0 ? new byte[0] : RiffBytes.list("INFO", list.toByteArray());
    }

    private static byte[] terminated(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        int length = Math.min(bytes.length, LONGEST_BYTES);
        while (length < bytes.length && (bytes[length] & 0xC0) == 0x80) {
            length--; // never cut within a character
        }
        byte[] result = new byte[length + 1];
        System.arraycopy(bytes, 0, result, 0, length);
        return result;
    }
}
