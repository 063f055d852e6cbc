package io.echotrace.voice;

/** Where a mix is set while it is heard: any thread changes it, and renderers follow within a tenth of a second. */
public final class MixDesk {
    private volatile Mix mix;

    public MixDesk(Mix mix) {
        this.mix = mix;
    }

    public Mix mix() {
        return mix;
    }

    public void set(Mix newMix) {
        this.mix = newMix;
    }
}
