package io.echotrace.voice;

import io.echotrace.synth.Block;
import io.echotrace.timeline.Cue;

/** The voices of one stream, which are heard together or not at all. One audio thread's own. */
final class StreamVoices {
    private final Stream stream;
    private final Voice[] voices;
    private final Fader fader;
    private final Block apart = new Block();

    StreamVoices(Stream stream, int sampleRateHz, Voice... voices) {
        this.stream = stream;
        this.voices = voices;
        fader = new Fader(sampleRateHz);
    }

    void cue(Cue cue, int frame, Scene scene) {
        for (Voice voice : voices) {
            voice.cue(cue, frame, scene);
        }
    }

    /** Adds the next block; what is not heard goes on all the same, so that it is in place when it comes back. */
    void render(Scene scene, Mix mix, Block into) {
        fader.advance(mix.gain(stream));
        if (fader.isOpen()) {
            render(scene, into);
            return;
        }
        apart.silence();
        render(scene, apart);
        fader.mix(apart, into);
    }

    private void render(Scene scene, Block into) {
        for (Voice voice : voices) {
            voice.render(scene, into);
        }
    }
}
