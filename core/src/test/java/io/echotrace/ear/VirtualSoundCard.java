package io.echotrace.ear;

import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A sound card in user space: a PulseAudio server with a null sink, whose monitor can be recorded. Java Sound finds it
 * as the default device in a JVM that is <em>started</em> with {@link #environment}. Needs Debian's {@code pulseaudio},
 * {@code pulseaudio-utils} and {@code libasound2-plugins}, no dbus, no systemd; root is fine.
 */
public final class VirtualSoundCard implements AutoCloseable {
    private static final String SINK = "echo";
    private static final String CONTROL_SINK = "control";
    private static final String USUAL_FORMAT = "rate=" + SoundCardRecording.SAMPLE_RATE_HZ + " channels=2";
    private static final int BYTES_PER_SECOND = SoundCardRecording.SAMPLE_RATE_HZ * 4;

    private final Path folder;
    private final SoundServerFiles files;
    private final List<Process> processes = new ArrayList<>();
    private final AtomicLong tickedBytes = new AtomicLong();
    private volatile Instant upSince = Instant.EPOCH;

    private VirtualSoundCard(Path folder, String format) throws IOException {
        this.folder = folder;
        Map<String, String> sinks = new LinkedHashMap<>();
        sinks.put(SINK, format);
        sinks.put(CONTROL_SINK, USUAL_FORMAT);
        files = new SoundServerFiles(folder, sinks);
    }

    /** Whether the programs are there that it is made of. */
    public static boolean isInstalled() {
        return List.of("pulseaudio", "pactl", "parec").stream().allMatch(VirtualSoundCard::onPath);
    }

    /** Starts a server whose files live in a new folder below; returns when the sink plays. */
    public static VirtualSoundCard start(Path parent) throws IOException {
        return start(parent, USUAL_FORMAT);
    }

    /**
     * The same with a sink of another format.
     *
     * @param format as PulseAudio writes it, for example {@code rate=44100 channels=1}
     */
    public static VirtualSoundCard start(Path parent, String format) throws IOException {
        VirtualSoundCard card = new VirtualSoundCard(Files.createTempDirectory(parent, "card"), format);
        try {
            card.restart();
        } catch (IOException | RuntimeException e) {
            card.close();
            throw e;
        }
        return card;
    }

    /** What a JVM must have in its environment to play here. */
    public Map<String, String> environment() {
        return Map.copyOf(files.environment());
    }

    /** Begins to record what is played; returns when it hears. */
    public SoundCardRecording record() throws IOException {
        return record(SINK);
    }

    /**
     * Lets an ordinary player, with as long a queue as ours, play a steady tone into a second sink and records that: what
     * it lacks is the fault of machine and server.
     */
    public SoundCardRecording recordControl() throws IOException {
        Process player = start(
                ProcessBuilder.Redirect.PIPE,
                "pacat",
                "-d",
                CONTROL_SINK,
                "--format=s16le",
                "--rate=" + SoundCardRecording.SAMPLE_RATE_HZ,
                "--channels=2",
                "--latency-msec=120");
        inBackground(new ControlTone(player.getOutputStream())::play);
        return record(CONTROL_SINK);
    }

    private SoundCardRecording record(String sink) throws IOException {
        Path raw = Files.createTempFile(folder, "monitor", ".raw");
        Process recorder = start(
                ProcessBuilder.Redirect.to(raw.toFile()),
                "parec",
                "-d",
                sink + ".monitor",
                "--format=s16le",
                "--rate=" + SoundCardRecording.SAMPLE_RATE_HZ,
                "--channels=2",
                "--latency-msec=20");
        await().until(() -> Files.size(raw) > 0);
        return new SoundCardRecording(recorder, raw);
    }

    /** When the card last began to play: a new sink takes its time to do so. */
    public Instant upSince() {
        return upSince;
    }

    /** Ends the server as a crash does. */
    public void kill() {
        processes.get(0).destroyForcibly().onExit().join();
    }

    /** Stops the server in the middle of what it does: whoever calls it waits. */
    public void suspend() throws IOException {
        signal("STOP");
    }

    /** Lets a stopped server go on. */
    public void resume() throws IOException {
        signal("CONT");
        upSince = Instant.now();
    }

    /** Starts the server again in the same place after {@link #kill}. */
    public void restart() throws IOException {
        close();
        startServer();
        keepTicking();
        upSince = Instant.now();
    }

    @Override
    public void close() {
        for (Process process : processes) {
            process.destroyForcibly().onExit().join();
        }
        processes.clear();
        tickedBytes.set(0);
    }

    private void startServer() throws IOException {
        start(
                ProcessBuilder.Redirect.DISCARD,
                "pulseaudio",
                "-n",
                "-F",
                files.script().toString(),
                "--daemonize=no",
                "--use-pid-file=no",
                "--exit-idle-time=-1",
                "--high-priority=no",
                "--realtime=no",
                "--disable-shm=yes",
                "--log-target=file:" + files.log());
        await().atMost(20, TimeUnit.SECONDS)
                .pollInterval(20, TimeUnit.MILLISECONDS)
                .until(this::hasSink);
    }

    private void signal(String name) throws IOException {
        String server = Long.toString(processes.get(0).pid());
        new ProcessBuilder("kill", "-" + name, server).start().onExit().join();
    }

    private boolean hasSink() throws IOException {
        Process list = prepare("pactl", "list", "short", "sinks").start();
        return new String(list.getInputStream().readAllBytes(), StandardCharsets.UTF_8).contains(SINK);
    }

    /**
     * A null sink that nobody listens to sleeps in blocks of up to 2 s. A resident reader of the monitor keeps it ticking
     * every few milliseconds, as hardware does; that sound arrives steadily is the sign that it does.
     */
    private void keepTicking() throws IOException {
        Process reader = start(ProcessBuilder.Redirect.PIPE, "parec", "-d", SINK + ".monitor", "--latency-msec=5");
        inBackground(() -> count(reader.getInputStream()));
        await().atMost(20, TimeUnit.SECONDS).until(() -> tickedBytes.get() > BYTES_PER_SECOND);
    }

    private static void inBackground(Runnable work) {
        Thread thread = new Thread(work, "virtual-sound-card");
        thread.setDaemon(true);
        thread.start();
    }

    private void count(InputStream in) {
        byte[] bytes = new byte[4096];
        try {
            for (int read = in.read(bytes); read >= 0; read = in.read(bytes)) {
                tickedBytes.addAndGet(read);
            }
        } catch (IOException expected) {
            // the reader has been ended
        }
    }

    private Process start(ProcessBuilder.Redirect output, String... command) throws IOException {
        Process process = prepare(command).redirectOutput(output).start();
        processes.add(process);
        return process;
    }

    private ProcessBuilder prepare(String... command) {
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().putAll(files.environment());
        builder.environment().keySet().removeAll(List.of("DBUS_SESSION_BUS_ADDRESS", "DISPLAY"));
        return builder;
    }

    private static boolean onPath(String program) {
        return List.of(System.getenv("PATH").split(File.pathSeparator)).stream()
                .anyMatch(path -> new File(path, program).canExecute());
    }
}
