package io.echotrace.mapping;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** What each sound means, in words, row by row, from the same table and list that make the sound. */
public final class SoundGuide {
    private SoundGuide() {}

    /** The headings of {@link #voices}. */
    public static List<String> voiceHeadings() {
        return Collections.unmodifiableList(Arrays.asList("what you hear", "what it is", "from", "to", "name"));
    }

    /** The continuous voices of a table. */
    public static List<List<String>> voices(SoundTable table) {
        List<List<String>> rows = new ArrayList<>();
        for (ContinuousMapping mapping : table.mappings()) {
            rows.add(Arrays.asList(
                    mapping.voice,
                    mapping.source + " (" + mapping.curve() + ")",
                    mapping.source.words(mapping.domainEnd(false)) + ": " + mapping.bottom,
                    mapping.source.words(mapping.domainEnd(true)) + ": " + mapping.top,
                    SoundChoices.name(mapping.control)));
        }
        return rows;
    }

    /** The headings of {@link #faults}. */
    public static List<String> faultHeadings() {
        return Collections.unmodifiableList(
                Arrays.asList("fault", "when", "what you hear", "what nothing else has", "name"));
    }

    /** The faults, in the order of the legend. */
    public static List<List<String>> faults() {
        List<List<String>> rows = new ArrayList<>();
        for (FaultSound sound : new FaultSounds(SoundChoices.NONE, new EventBudget()).list()) {
            rows.add(Arrays.asList(
                    sound.fault().title(),
                    sound.fault().trigger(),
                    sound.caption(),
                    sound.owner(),
                    SoundChoices.name(sound.fault())));
        }
        return rows;
    }
}
