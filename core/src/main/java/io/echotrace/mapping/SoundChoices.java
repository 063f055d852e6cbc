package io.echotrace.mapping;

import io.echotrace.finding.Fault;
import io.echotrace.timeline.Control;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a user wants to sound otherwise than the sound table says: the domain or the range of a continuous voice, a voice or
 * a fault that is off, the level of a fault's sound, or another fault's sound in its place. Immutable.
 *
 * <p>Each choice is a key and a value: {@code floor-level.domain=0.2..1}, {@code ground-pitch.range=0.2..0.8}, {@code
 * floor-level=off}, {@code lock-contention.level=-6}, {@code disk-saturation=lock-contention}.
 */
public final class SoundChoices {
    /** All as it is. */
    public static final SoundChoices NONE = new SoundChoices(Collections.emptyMap());

    private static final String OFF = "off";
    private static final String DOMAIN = ".domain";
    private static final String RANGE = ".range";
    private static final String LEVEL = ".level";
    private static final double LEAST_LEVEL_DB = -24;
    /** Their sounds are made of what happens, not of what holds: they cannot stand for others. */
    private static final Set<Fault> OF_OCCURRENCES =
            EnumSet.of(Fault.GC_STORM, Fault.LONG_STOP, Fault.SAFEPOINT_STALL, Fault.ERROR_BURST);

    private static final Pattern SPAN = Pattern.compile("(-?[0-9.eE+]+)\\.\\.(-?[0-9.eE+]+)");

    private final Map<String, String> entries;

    private SoundChoices(Map<String, String> entries) {
        this.entries = Collections.unmodifiableMap(entries);
    }

    /**
     * These and one more.
     *
     * @param table which the choice is about
     * @throws IllegalArgumentException saying why it is none, in a phrase
     */
    public SoundChoices with(String key, String value, SoundTable table) {
        String name = key.contains(".") ? key.substring(0, key.indexOf('.')) : key;
        ContinuousMapping mapping = mapping(name, table);
        if (mapping != null) {
            requireOfVoice(key, value, mapping);
        } else if (fault(name) != null) {
            requireOfFault(key, value);
        } else {
            throw new IllegalArgumentException("nothing is called " + name);
        }
        Map<String, String> more = new TreeMap<>(entries);
        more.put(key, value);
        return new SoundChoices(more);
    }

    /** These and, where they say nothing, those of another. */
    public SoundChoices over(SoundChoices base) {
        Map<String, String> all = new TreeMap<>(base.entries);
        all.putAll(entries);
        return new SoundChoices(all);
    }

    /** The choices as keys and values. */
    public Map<String, String> entries() {
        return entries;
    }

    /** What can be chosen about: the voices of a table, and the faults. */
    public static Iterable<String> names(SoundTable table) {
        TreeSet<String> names = new TreeSet<>();
        table.mappings().forEach(mapping -> names.add(name(mapping.control)));
        for (Fault fault : Fault.values()) {
            names.add(name(fault));
        }
        return names;
    }

    /** The mapping as it was chosen to be. */
    ContinuousMapping applied(ContinuousMapping mapping) {
        String name = name(mapping.control);
        ContinuousMapping.Builder builder = mapping.toBuilder();
        double[] domain = span(entries.get(name + DOMAIN));
        double[] range = span(entries.get(name + RANGE));
        boolean takesOver = Double.isNaN(mapping.unavailable); // timed calls have methods.max for it
        if (domain != null && !takesOver) {
            builder.domain(domain[0], domain[1]);
        }
        if (range != null) {
            builder.rangeWithin(range[0], range[1]);
        }
        return OFF.equals(entries.get(name)) ? builder.off().build() : builder.build();
    }

    /** Whose sound a fault has; null when it has none. */
    @Nullable Fault soundOf(Fault fault) {
        String chosen = entries.get(name(fault));
        if (chosen == null) {
            return fault;
        }
        return chosen.equals(OFF) ? null : fault(chosen);
    }

    /** The gain of a fault's sound. */
    double gain(Fault fault) {
        String db = entries.get(name(fault) + LEVEL);
        return db == null ? 1 : StrictMath.pow(10, Double.parseDouble(db) / 20);
    }

    private static void requireOfVoice(String key, String value, ContinuousMapping mapping) {
        String name = name(mapping.control);
        if (key.equals(name + DOMAIN)) {
            double[] span = requireSpan(value);
            if (mapping.isLogarithmic() && (span[0] <= 0 || span[1] <= 0)) {
                throw new IllegalArgumentException("its scale is logarithmic: both ends must be above 0");
            }
            if (mapping.control == Control.PULSE_HZ) {
                throw new IllegalArgumentException("network.max and methods.max are what say that");
            }
        } else if (key.equals(name + RANGE)) {
            double[] span = requireSpan(value);
            double low = Math.min(mapping.rangeEnd(false), mapping.rangeEnd(true));
            double high = Math.max(mapping.rangeEnd(false), mapping.rangeEnd(true));
            if (Math.min(span[0], span[1]) < low || Math.max(span[0], span[1]) > high) {
                throw new IllegalArgumentException("its range must lie within " + low + ".." + high);
            }
        } else if (key.contains(".") || !value.equals(OFF)) {
            throw new IllegalArgumentException("a voice has " + DOMAIN + "=A..B, " + RANGE + "=A..B or =" + OFF);
        }
    }

    private static void requireOfFault(String key, String value) {
        if (key.endsWith(LEVEL) && key.indexOf('.') == key.length() - LEVEL.length()) {
            requireLevel(key, value);
        } else if (key.contains(".") || (!value.equals(OFF) && fault(value) == null)) {
            throw new IllegalArgumentException("a fault has " + LEVEL + "=DECIBELS, =" + OFF + " or =ANOTHER-FAULT");
        } else if (!value.equals(OFF) && OF_OCCURRENCES.contains(fault(value))) {
            throw new IllegalArgumentException("the sound of " + value + " is that of single stops and errors");
        }
    }

    private static void requireLevel(String key, String value) {
        if (key.startsWith(name(Fault.LATENCY_JITTER)) || key.startsWith(name(Fault.SAFEPOINT_STALL))) {
            throw new IllegalArgumentException("its sound is one of time, which has no level");
        }
        try {
            double db = Double.parseDouble(value);
            if (db >= LEAST_LEVEL_DB && db <= 0) {
                return;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new IllegalArgumentException("a level must be " + LEAST_LEVEL_DB + " to 0 decibels");
    }

    private static double[] requireSpan(String value) {
        double[] span = span(value);
        if (span == null || span[0] == span[1] || Double.isInfinite(span[0]) || Double.isInfinite(span[1])) {
            throw new IllegalArgumentException("must be two different numbers, A..B");
        }
        return span;
    }

    private static double @Nullable [] span(@Nullable String value) {
        Matcher matcher = SPAN.matcher(value == null ? "" : value);
        try {
            return matcher.matches()
                    ? new double[] {Double.parseDouble(matcher.group(1)), Double.parseDouble(matcher.group(2))}
                    : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static @Nullable ContinuousMapping mapping(String name, SoundTable table) {
        for (ContinuousMapping mapping : table.mappings()) {
            if (name(mapping.control).equals(name)) {
                return mapping;
            }
        }
        return null;
    }

    private static @Nullable Fault fault(String name) {
        for (Fault fault : Fault.values()) {
            if (name(fault).equals(name)) {
                return fault;
            }
        }
        return null;
    }

    /** Its name in keys. */
    static String name(Control control) {
        return control.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Its name in keys. */
    static String name(Fault fault) {
        return fault.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
