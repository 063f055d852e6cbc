package io.echotrace.judge;

import io.echotrace.ear.Recording;
import java.util.Random;

/** What a recording has to endure on its way to the listener; all in mono. */
enum Stress {
    NONE("clean (and mono: the listener has one ear)") {
        @Override
        Recording apply(Recording clip, long seed) {
            return clip.mono();
        }
    },
    NOISE("white noise at 10 dB") {
        @Override
        Recording apply(Recording clip, long seed) {
            return noisy(clip, 10, seed);
        }
    },
    RESAMPLED("22.05 kHz") {
        @Override
        Recording apply(Recording clip, long seed) {
            return Resampling.to22050(clip);
        }
    };

    private final String words;

    Stress(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    abstract Recording apply(Recording clip, long seed);

    /** With white noise at a signal-to-noise ratio. */
    static Recording noisy(Recording clip, double ratioDb, long seed) {
        Recording mono = clip.mono();
        float[] samples = mono.channel(0).clone();
        double power = 0;
        for (float sample : samples) {
            power += sample * sample;
        }
        double rms = Math.sqrt(power / samples.length / Math.pow(10, ratioDb / 10));
        Random random = new Random(seed);
        for (int i = 0; i < samples.length; i++) {
            samples[i] += (float) (rms * random.nextGaussian());
        }
        return Recording.of(mono.sampleRate(), samples);
    }
}
