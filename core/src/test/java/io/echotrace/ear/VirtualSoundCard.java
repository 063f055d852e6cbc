package io.echotrace.ear;

import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
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
    private static final int BYTES_PER_SECOND = SoundCardRecording.SAMPLE_RATE_HZ * 4;

    private final Path folder;
    private final Map<String, String> environment = new LinkedHashMap<>();
    private final List<Process> processes = new ArrayList<>();
    private final AtomicLong tickedBytes = new AtomicLong();

    private VirtualSoundCard(Path folder) {
        this.folder = folder;
    }

    /** Whether the programs are there that it is made of. */
    public static boolean isInstalled() {
        return List.of("pulseaudio", "pactl", "parec").stream().allMatch(VirtualSoundCard::onPath);
    }

    /** Starts a server whose files live in a new folder below; returns when the sink plays. */
    public static VirtualSoundCard start(Path parent) throws IOException {
        VirtualSoundCard card = new VirtualSoundCard(Files.createTempDirectory(parent, "card"));
        try {
            card.configure();
            card.restart();
        } catch (IOException | RuntimeException e) {
            card.close();
            throw e;
        }
        return card;
    }

    /** What a JVM must have in its environment to play here. */
    public Map<String, String> environment() {
        return Map.copyOf(environment);
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

    /** Ends the server as a crash does. */
    public void kill() {
        processes.get(0).destroyForcibly().onExit().join();
    }

    /** Starts the server again in the same place after {@link #kill}. */
    public void restart() throws IOException {
        close();
        startServer();
        keepTicking();
    }

    @Override
    public void close() {
        for (Process process : processes) {
            process.destroyForcibly().onExit().join();
        }
        processes.clear();
        tickedBytes.set(0);
    }

    private void configure() throws IOException {
        Path run = Files.createDirectories(folder.resolve("run"));
        Files.setPosixFilePermissions(run, PosixFilePermissions.fromString("rwx------"));
        Path socket = run.resolve("native");
        environment.put("PULSE_SERVER", "unix:" + socket);
        environment.put("PULSE_RUNTIME_PATH", run.toString());
        environment.put(
                "PULSE_STATE_PATH",
                Files.createDirectories(folder.resolve("state")).toString());
        environment.put(
                "PULSE_CONFIG_PATH",
                Files.createDirectories(folder.resolve("config")).toString());
        environment.put("XDG_RUNTIME_DIR", run.toString());
        environment.put("HOME", Files.createDirectories(folder.resolve("home")).toString());
        environment.put("ALSA_CONFIG_PATH", folder.resolve("asound.conf").toString());
        Files.writeString(folder.resolve("asound.conf"), """
                pcm.!default { type pulse server "unix:%1$s" hint { show on description "Virtual sound card" } }
                ctl.!default { type pulse server "unix:%1$s" }
                pcm_type.pulse { lib "libasound_module_pcm_pulse.so" }
                ctl_type.pulse { lib "libasound_module_ctl_pulse.so" }
                """.formatted(socket));
        Files.writeString(folder.resolve("default.pa"), """
                load-module module-native-protocol-unix socket=%1$s auth-anonymous=1
                load-module module-null-sink sink_name=%2$s rate=%3$d channels=2 format=s16le
                load-module module-null-sink sink_name=%4$s rate=%3$d channels=2 format=s16le
                set-default-sink %2$s
                set-default-source %2$s.monitor
                """.formatted(
                        socket, SINK, SoundCardRecording.SAMPLE_RATE_HZ, CONTROL_SINK));
    }

    private void startServer() throws IOException {
        start(
                ProcessBuilder.Redirect.DISCARD,
                "pulseaudio",
                "-n",
                "-F",
                folder.resolve("default.pa").toString(),
                "--daemonize=no",
                "--use-pid-file=no",
                "--exit-idle-time=-1",
                "--high-priority=no",
                "--realtime=no",
                "--disable-shm=yes",
                "--log-target=file:" + folder.resolve("log"));
        await().atMost(20, TimeUnit.SECONDS).until(this::hasSink);
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
        builder.environment().putAll(environment);
        builder.environment().keySet().removeAll(List.of("DBUS_SESSION_BUS_ADDRESS", "DISPLAY"));
        return builder;
    }

    private static boolean onPath(String program) {
        return List.of(System.getenv("PATH").split(File.pathSeparator)).stream()
                .anyMatch(path -> new File(path, program).canExecute());
    }
}
