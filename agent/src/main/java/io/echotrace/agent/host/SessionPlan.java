package io.echotrace.agent.host;

import io.echotrace.agent.file.FileName;
import io.echotrace.agent.file.RunIdentity;
import io.echotrace.agent.option.Options;
import io.echotrace.agent.option.Settings;
import io.echotrace.agent.pattern.MethodPatterns;
import io.echotrace.session.Session;
import io.echotrace.session.SessionBuilder;
import io.echotrace.session.SoundOptions;
import io.echotrace.voice.Mix;
import io.echotrace.voice.Stream;
import java.io.File;
import java.time.Duration;
import java.util.Set;
import java.util.StringJoiner;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What the settings ask of a session: where the sound goes, and what is said about it. Immutable. */
public final class SessionPlan {
    /** The group of methods whose calls are requests, whatever else is timed. */
    private static final String REQUESTS = "@http";

    private static final String FALLBACK = "echotrace-%n-%p.wav";

    private final Settings settings;
    private final RunIdentity run;
    private final @Nullable File folder;

    /** @param folder where relative file names belong; null: the working folder */
    SessionPlan(Settings settings, RunIdentity run, @Nullable File folder) {
        this.settings = settings;
        this.run = run;
        this.folder = folder;
    }

    /**
     * A session as the settings ask for it; its other listeners are left to the caller.
     *
     * @param trouble is told what does not work
     */
    public SessionBuilder builder(Consumer<String> trouble) {
        SessionBuilder builder = Session.builder()
                .named(run.name(), run.host())
                .intervalNanos(settings.get(Options.INTERVAL).toNanos())
                .wavMax(settings.get(Options.WAV_MAX))
                .sound(sound(trouble))
                .onTrouble(trouble);
        String wav = settings.find(Options.WAV);
        String csv = settings.find(Options.CSV);
        if (wav != null) {
            builder.wav(file(wav));
        }
        if (csv != null) {
            builder.csv(file(csv));
        }
        if (wav == null && csv == null) {
            builder.fallbackWav(file(FALLBACK));
        }
        String baseline = settings.find(Options.BASELINE);
        if (baseline != null) {
            builder.baseline(file(baseline));
        }
        settings.all(Options.MBEAN).forEach(builder::mbean);
        addTimes(builder);
        addSpeaker(settings.get(Options.LIVE), wav != null, builder);
        return builder;
    }

    /** What a session of this plan does, in words for the user, once its outputs are decided. */
    public String describe(Session session) {
        StringJoiner deeds = new StringJoiner(" and ");
        deeds.setEmptyValue("neither playing nor recording");
        File csv = session.csv();
        if (session.isPlaying()) {
            deeds.add("playing");
        }
        if (!session.wavs().isEmpty()) {
            String reason = settings.find(Options.WAV) == null ? unasked(settings.get(Options.LIVE)) + ": " : "";
            deeds.add(reason + "recording to " + session.wavs().get(0));
        } else if (csv != null) {
            deeds.add("measuring to " + csv);
        }
        return deeds.toString();
    }

    /** What a session of this plan is going to do after the delay, in words for the user. */
    public String announce(long delayNanos) {
        String wav = settings.find(Options.WAV);
        String csv = settings.find(Options.CSV);
        String wanted = "";
        if (wav != null) {
            wanted = ": recording to " + file(wav);
        } else if (csv != null) {
            wanted = ": measuring to " + file(csv);
        }
        return "begins in " + Math.round(Math.ceil(delayNanos / 1e9)) + " s" + wanted;
    }

    /** How long after the agent's start a session of this plan begins. */
    public long delayNanos() {
        Duration delay = settings.find(Options.DELAY);
        return delay == null ? 0 : delay.toNanos();
    }

    /** Why there is a recording that nobody asked for. */
    static String unasked(String live) {
        switch (live) {
            case "auto":
                return "no output asked for and no sound device";
            case "off":
                return "no output asked for";
            case "on":
                return "cannot play";
            default:
                return "cannot play on " + live;
        }
    }

    private SoundOptions sound(Consumer<String> trouble) {
        SoundOptions sound = sound();
        String file = settings.find(Options.SOUND);
        return file == null ? sound : sound.withChoices(SoundFile.read(file(file), sound, trouble));
    }

    private SoundOptions sound() {
        SoundOptions sound = SoundOptions.DEFAULT
                .withNetworkMax(settings.get(Options.NETWORK_MAX))
                .withMethodsMax(settings.get(Options.METHODS_MAX))
                .withWav(settings.get(Options.WAV_RATE), settings.get(Options.WAV_CHANNELS))
                .withMix(mix())
                .withHiding(settings.get(Options.HIDE));
        MethodPatterns methods = settings.find(Options.METHODS);
        return methods != null
                        && methods.groups().stream()
                                .anyMatch(group -> group.name().equals(REQUESTS))
                ? sound.withRequests(REQUESTS)
                : sound;
    }

    private Mix mix() {
        Mix mix = Mix.ALL
                .withVolume(settings.get(Options.VOLUME))
                .withMute(settings.get(Options.MUTE))
                .withLowRegister(settings.get(Options.REGISTER));
        Set<Stream> only = settings.find(Options.ONLY);
        return only == null ? mix : mix.withOnly(only);
    }

    private File file(String template) {
        return new FileName(template).resolve(run, folder);
    }

    private void addTimes(SessionBuilder to) {
        to.delayNanos(delayNanos());
        Duration duration = settings.find(Options.DURATION);
        if (duration != null) {
            to.durationNanos(duration.toNanos());
        }
    }

    private static void addSpeaker(String live, boolean recording, SessionBuilder to) {
        switch (live) {
            case "off":
                return;
            case "auto":
                if (!recording) {
                    to.speakerIfAny();
                }
                return;
            default:
                to.speaker(live.equals("on") ? null : live);
        }
    }
}
