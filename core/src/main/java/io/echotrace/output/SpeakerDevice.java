package io.echotrace.output;

import java.util.Collections;
import java.util.List;

/** A sound device that can play. Immutable. */
public final class SpeakerDevice {
    private final String name;
    private final String description;
    private final List<String> formats;
    private final boolean isDefault;

    SpeakerDevice(String name, String description, List<String> formats, boolean isDefault) {
        this.name = name;
        this.description = description;
        this.formats = Collections.unmodifiableList(formats);
        this.isDefault = isDefault;
    }

    /** What {@code live=} calls it by; a part of it is enough. */
    public String name() {
        return name;
    }

    /** What Java Sound says of it. */
    public String description() {
        return description;
    }

    /** In which of the formats that a speaker is asked for it says that it plays: "48000 Hz stereo". */
    public List<String> formats() {
        return formats;
    }

    /** Whether it is the one that plays when none is named. */
    public boolean isDefault() {
        return isDefault;
    }
}
