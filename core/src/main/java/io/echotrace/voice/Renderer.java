package io.echotrace.voice;

import io.echotrace.synth.Block;
import io.echotrace.synth.Limiter;
import io.echotrace.timeline.Cue;
import io.echotrace.timeline.Timeline;

/**
 * Turns a timeline into sound, one block after the other, for one output. A recording, which stays behind
 * {@link #sealedFrame}, finds every cue in place. A player that runs ahead of it learns of some too late: a hole is then
 * dropped, because the silence came of itself, but its bend is heard, shortened; then what is struck is struck, if it is not
 * older than two seconds.
 *
 * <p>The sound is that of the frames rendered, never of the way they were asked for. One audio thread's own: allocates
 * nothing after construction, does not lock, log or throw.
 */
public final class Renderer implements FrameSource {
    /**
     * How far ahead of the frame rendered the timeline is read: one block for the limiter, and the way down to a hole.
     */
    private static final int LOOK_AHEAD_FRAMES = 2 * Block.FRAMES;
    /** How long the sound takes at the start of a run to reach its level. */
    public static final double START_FADE_SECONDS = 3;

    /** Half of full scale: peaks between the samples stay below -3 dBTP at every sample rate. */
    private static final double CEILING = 0.5;

    private static final double LIMITER_RELEASE_SECONDS = 0.2;
    private static final double LATEST_CUE_SECONDS = 2;
    private static final double LONGEST_LATE_BEND_SECONDS = 0.4;
    private static final double RESUMPTION_SECONDS = 0.3;

    private final Timeline timeline;
    private final FrameClock clock;
    private final Scene scene;
    private final CueQueue cues;
    private final MixDesk desk;
    private final StreamVoices[] streams;
    private final Fader volume;
    private final Bend bend;
    private final Holes holes;
    private final StartFade fade;
    private final Limiter limiter;
    private final long latestCueFrames;
    private final long longestLateBendFrames;
    private final Block ahead = new Block();
    private final CueQueue.Taker dispatch = this::dispatch;
    private long aheadStart;
    private long position;
    private boolean primed;

    /**
     * A renderer that begins with the targets that hold and sees all that is written to the timeline from now on.
     *
     * @param sampleRateHz 16 000…48 000
     */
    public Renderer(Timeline timeline, int sampleRateHz) {
        this(timeline, sampleRateHz, new MixDesk(Mix.ALL), START_FADE_SECONDS);
    }

    /** The same for an output that was away: it does not take its time to begin. */
    public static Renderer resumed(Timeline timeline, int sampleRateHz, MixDesk desk) {
        return new Renderer(timeline, sampleRateHz, desk, RESUMPTION_SECONDS);
    }

    /**
     * The same as a mix says, and with another fade at the start.
     *
     * @param desk may be changed while it renders, but for the register
     * @param fadeSeconds how long the sound takes to reach its level
     */
    public Renderer(Timeline timeline, int sampleRateHz, MixDesk desk, double fadeSeconds) {
        this.timeline = timeline;
        this.desk = desk;
        clock = new FrameClock(sampleRateHz);
        latestCueFrames = clock.frames(LATEST_CUE_SECONDS);
        longestLateBendFrames = clock.frames(LONGEST_LATE_BEND_SECONDS);
        bend = new Bend(clock);
        scene = new Scene(timeline, clock, bend, desk.mix().isLow());
        cues = new CueQueue(timeline);
        holes = new Holes(clock);
        fade = new StartFade(clock, fadeSeconds);
        limiter = new Limiter(CEILING, LIMITER_RELEASE_SECONDS, sampleRateHz);
        volume = new Fader(sampleRateHz);
        streams = streams(sampleRateHz);
    }

    /** The one list of voices, by stream. */
    private static StreamVoices[] streams(int rateHz) {
        return new StreamVoices[] {
            new StreamVoices(Stream.GROUND, rateHz, new Chord(rateHz), new Strain(rateHz), new Hiss(rateHz)),
            new StreamVoices(Stream.PULSE, rateHz, new Pulse(rateHz)),
            new StreamVoices(Stream.FLOOR, rateHz, new Floor(rateHz)),
            new StreamVoices(Stream.SWARM, rateHz, new Crowd(rateHz), new Vessel(rateHz)),
            new StreamVoices(
                    Stream.EVENTS,
                    rateHz,
                    new WoodBlock(rateHz),
                    new Thud(rateHz),
                    new Sparks(rateHz),
                    EventNoise.rattle(rateHz),
                    EventNoise.crackle(rateHz),
                    EventNoise.highCrackle(rateHz),
                    new Bells(rateHz),
                    new Ratchet(rateHz),
                    Motif.recovery(rateHz),
                    Motif.allWell(rateHz))
        };
    }

    @Override
    public int sampleRateHz() {
        return clock.sampleRateHz();
    }

    @Override
    public long position() {
        return position;
    }

    @Override
    public void skipTo(long frame) {
        position = frame; // the block made ahead is played there, since to drop it would be heard as a click
    }

    @Override
    public long sealedFrame() {
        long nanos = timeline.sealedNanos();
        return nanos < 0 ? 0 : StrictMath.max(0, clock.frameAt(nanos) - LOOK_AHEAD_FRAMES);
    }

    @Override
    public void render(Block into) {
        if (!primed) {
            fade.startAt(position);
            synthesize(position);
            primed = true;
        }
        System.arraycopy(ahead.left(), 0, into.left(), 0, Block.FRAMES);
        System.arraycopy(ahead.right(), 0, into.right(), 0, Block.FRAMES);
        synthesize(position + Block.FRAMES);
        limiter.limit(into, ahead);
        holes.cut(position, into);
        volume.advance(desk.mix().gain());
        volume.apply(into);
        position += Block.FRAMES;
    }

    /** Makes the block that begins at a frame, neither limited nor cut. */
    private void synthesize(long frame) {
        scene.advance(frame, fade.inaudible(frame));
        cues.read();
        aheadStart = frame;
        cues.offer(dispatch);
        ahead.silence();
        Mix mix = desk.mix();
        for (StreamVoices stream : streams) {
            stream.render(scene, mix, ahead);
        }
        fade.apply(frame, ahead);
    }

    private boolean dispatch(Cue cue) {
        return cue.kind() == Cue.Kind.HOLE ? dispatchHole(cue) : dispatchStroke(cue);
    }

    private boolean dispatchHole(Cue cue) {
        long start = clock.frameAt(cue.atNanos());
        long bendStart = clock.frameAt(cue.atNanos() - cue.bendNanos());
        if (!holes.ahead(bendStart, position)) {
            bendLate(cue); // the silence came of itself
            return true;
        }
        if (holes.full() || bendStart >= aheadStart + LOOK_AHEAD_FRAMES) {
            return false;
        }
        holes.add(start, clock.frameAt(cue.endNanos()));
        if (cue.bendNanos() > 0) {
            bend.begin(cue, bendStart, start);
        }
        return true;
    }

    private void bendLate(Cue cue) {
        boolean isRecent = clock.frameAt(cue.endNanos()) >= aheadStart - latestCueFrames;
        if (cue.bendNanos() > 0 && isRecent && bend.end() <= aheadStart && !holes.full()) {
            long start = aheadStart + Block.FRAMES;
            long end = start + StrictMath.min(clock.frameAt(cue.bendNanos()), longestLateBendFrames);
            bend.begin(cue, start, end);
            holes.add(end, end); // a dip in which the pitch returns
        }
    }

    private boolean dispatchStroke(Cue cue) {
        long frame = clock.frameAt(cue.atNanos()) - aheadStart;
        if (frame < 0 && bend.end() > aheadStart) {
            frame = bend.end() - aheadStart; // what is struck after a stop comes after its bend
        }
        if (frame >= Block.FRAMES) {
            return false;
        }
        long last = StrictMath.max(frame, clock.frameAt(cue.lastStrokeNanos()) - aheadStart);
        if (last >= -latestCueFrames) {
            for (StreamVoices stream : streams) {
                stream.cue(cue, (int) StrictMath.max(0, frame), scene);
            }
        }
        return true;
    }
}
