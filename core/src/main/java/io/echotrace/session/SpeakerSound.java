package io.echotrace.session;

import io.echotrace.output.SpeakerOutput;
import io.echotrace.timeline.Timeline;
import io.echotrace.voice.FrameSource;
import io.echotrace.voice.MixDesk;
import io.echotrace.voice.Renderer;

/**
 * What a speaker plays of a session. Each device gets a renderer of its own, which knows nothing of what went by while
 * there was none.
 */
final class SpeakerSound implements SpeakerOutput.Sources {
    private final Timeline timeline;
    private final MixDesk desk;

    SpeakerSound(Timeline timeline, MixDesk desk) {
        this.timeline = timeline;
        this.desk = desk;
    }

    @Override
    public FrameSource begin(int sampleRateHz) {
        return new Renderer(timeline, sampleRateHz, desk, Renderer.START_FADE_SECONDS);
    }

    @Override
    public FrameSource resume(int sampleRateHz) {
        return Renderer.resumed(timeline, sampleRateHz, desk);
    }
}
