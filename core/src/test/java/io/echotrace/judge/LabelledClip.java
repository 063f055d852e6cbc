package io.echotrace.judge;

import io.echotrace.ear.Recording;
import java.util.Set;

/** A sound, and what is to be heard in it: health alone, or one fault or more. */
record LabelledClip(Set<Label> labels, Recording sound) {
    /** The same under stress, or otherwise changed. */
    LabelledClip with(Recording changed) {
        return new LabelledClip(labels, changed);
    }
}
