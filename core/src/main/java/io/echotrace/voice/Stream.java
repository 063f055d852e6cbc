package io.echotrace.voice;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.StringJoiner;

/** What a listener can tell apart, and may want to hear alone. */
public enum Stream {
    /** The chord, with all that goes wrong in it. */
    GROUND,
    /** The plucked beat. */
    PULSE,
    /** Low noise. */
    FLOOR,
    /** What is there only when something is abnormal: crowd and vessel. */
    SWARM,
    /** Single sounds. */
    EVENTS;

    /** All that goes on without end, in one word: everything but the events. */
    private static final String BED = "bed";

    private static final String ALL = "all";
    private static final String SEPARATOR = ":";

    /** Its name for users: {@code ground}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** All of them. */
    public static Set<Stream> all() {
        return Collections.unmodifiableSet(EnumSet.allOf(Stream.class));
    }

    /**
     * Reads names separated by colons: {@code ground:pulse}; {@code bed} is everything but the events.
     *
     * @throws IllegalArgumentException saying which name is none, and which there are
     */
    public static Set<Stream> parse(String text) {
        EnumSet<Stream> streams = EnumSet.noneOf(Stream.class);
        for (String name : text.toLowerCase(Locale.ROOT).split(SEPARATOR, -1)) {
            if (name.equals(ALL)) {
                streams.addAll(EnumSet.allOf(Stream.class));
            } else if (name.equals(BED)) {
                streams.addAll(EnumSet.complementOf(EnumSet.of(EVENTS)));
            } else {
                streams.add(named(name));
            }
        }
        return Collections.unmodifiableSet(streams);
    }

    /** The names, separated by colons, as {@link #parse} reads them. */
    public static String text(Set<Stream> streams) {
        StringJoiner names = new StringJoiner(SEPARATOR);
        streams.forEach(stream -> names.add(stream.text()));
        return names.toString();
    }

    private static Stream named(String name) {
        StringJoiner known = new StringJoiner(", ");
        for (Stream stream : values()) {
            if (stream.text().equals(name)) {
                return stream;
            }
            known.add(stream.text());
        }
        throw new IllegalArgumentException(
                "'" + name + "' is no stream; there are " + known + ", " + BED + " and " + ALL);
    }
}
