package io.echotrace.output;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sound.sampled.Mixer;
import org.jspecify.annotations.Nullable;

/** The sound devices that can play, or why none can. Immutable. */
public final class SpeakerDevices {
    /** What keeps a runtime from playing. */
    public enum Obstacle {
        /** There is no Java Sound in this runtime, or it is broken. */
        NO_JAVA_SOUND,
        /** The sound system does not answer. */
        NO_ANSWER,
        /** There is no device, or the libraries are missing that know of it. */
        NO_DEVICE
    }

    private final List<SpeakerDevice> devices;
    private final @Nullable Obstacle obstacle;

    private SpeakerDevices(List<SpeakerDevice> devices, @Nullable Obstacle obstacle) {
        this.devices = Collections.unmodifiableList(devices);
        this.obstacle = obstacle;
    }

    /** Looks for devices on a daemon thread, which a hung sound server holds for ever; the caller waits no longer than told. */
    public static SpeakerDevices find(long patienceNanos) {
        Search search = new Search();
        new DaemonThread("devices", search).start();
        return search.foundWithin(patienceNanos);
    }

    /** In Java Sound's order; empty when there is an {@link #obstacle}. */
    public List<SpeakerDevice> devices() {
        return devices;
    }

    /** Why there is no device; null when there is one. */
    public @Nullable Obstacle obstacle() {
        return obstacle;
    }

    private static SpeakerDevices none(Obstacle obstacle) {
        return new SpeakerDevices(Collections.emptyList(), obstacle);
    }

    private static final class Search implements Runnable {
        private final CountDownLatch done = new CountDownLatch(1);
        private volatile SpeakerDevices found = none(Obstacle.NO_ANSWER);

        SpeakerDevices foundWithin(long patienceNanos) {
            try {
                done.await(patienceNanos, TimeUnit.NANOSECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt(); // who wants no answer any more gets what there is
            }
            return found;
        }

        @Override
        public void run() {
            try {
                List<SpeakerDevice> devices = devices();
                found = devices.isEmpty() ? none(Obstacle.NO_DEVICE) : new SpeakerDevices(devices, null);
            } catch (LinkageError e) {
                found = none(Obstacle.NO_JAVA_SOUND);
            } finally {
                done.countDown();
            }
        }

        private static List<SpeakerDevice> devices() {
            List<SpeakerDevice> devices = new ArrayList<>();
            for (Mixer.Info info : JavaSoundMixers.playing()) {
                devices.add(new SpeakerDevice(
                        info.getName(), info.getDescription(), JavaSoundMixers.formats(info), devices.isEmpty()));
            }
            return devices;
        }
    }
}
