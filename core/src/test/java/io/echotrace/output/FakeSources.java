package io.echotrace.output;

import io.echotrace.voice.FrameSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** 440 Hz for every device; keeps which were asked for. */
final class FakeSources implements SpeakerOutput.Sources {
    private final List<String> made = Collections.synchronizedList(new ArrayList<>());

    /** What was asked for, in order: "begin 48000", "resume 44100". */
    List<String> made() {
        return List.copyOf(made);
    }

    @Override
    public FrameSource begin(int sampleRateHz) {
        made.add("begin " + sampleRateHz);
        return FakeSource.sine(sampleRateHz, 440, 0.25);
    }

    @Override
    public FrameSource resume(int sampleRateHz) {
        made.add("resume " + sampleRateHz);
        return FakeSource.sine(sampleRateHz, 440, 0.25);
    }
}
