package io.echotrace.judge;

import java.util.Set;

/** What a listener keeps of a clip. */
record Heard(Set<Label> labels, Features features) {
    static Heard of(LabelledClip clip) {
        return new Heard(clip.labels(), Features.of(clip.sound()));
    }
}
