package io.echotrace.it.server;

import io.echotrace.it.budget.LinuxProcess;
import io.echotrace.it.host.PauseMeter;
import io.echotrace.it.jvm.Jdks;
import io.echotrace.it.jvm.JvmLauncher;
import io.echotrace.it.jvm.Outcome;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;

/**
 * How long a server under load stands still when the agent is attached to it and times thousands of its methods: by the
 * JVM's own log of the stops in which it changes classes, by the CPU time of the thread that does all that is done in
 * stops, which other programs do not lengthen, and by a thread of the server that notices when it wakes up late; each in a
 * phase without the agent, one in which it is attached, one in which it is detached, and one without it again.
 *
 * <p>Arguments: the versions of the JDKs.
 */
final class AttachPause {
    private static final String METHODS = "org.apache.catalina.**:org.apache.coyote.**:org.apache.tomcat.**";
    private static final double REQUESTS_PER_SECOND = 100;
    private static final double WARM_UP_SECONDS = 20;
    private static final double PHASE_SECONDS = 20;
    private static final Pattern STOP =
            Pattern.compile("\\[(\\d+)ms\\].*Safepoint \"RedefineClasses\".* Total: (\\d+) ns");

    private final int jdk;
    private final Path folder = Files.createTempDirectory("echotrace-attach");

    private AttachPause(int jdk) throws IOException {
        this.jdk = jdk;
    }

    public static void main(String[] arguments) throws Exception {
        for (String version : arguments) {
            new AttachPause(Integer.parseInt(version)).measure();
        }
    }

    private void measure() throws Exception {
        Path late = folder.resolve("late.txt");
        Path stops = folder.resolve("safepoints.log");
        String options =
                "-javaagent:" + meter() + "=" + late + " -Xlog:safepoint:file=" + stops + ":timemillis:filecount=0";
        try (Tomcat tomcat = Tomcat.start(folder.resolve("base"), Jdks.home(jdk), options)) {
            Load load = new Load(tomcat.example());
            load.run(REQUESTS_PER_SECOND, WARM_UP_SECONDS);
            System.out.println("JDK " + jdk + " (" + folder + ")");
            System.out.printf(
                    "%-10s %8s %11s %6s %18s %15s %10s%n",
                    "phase", "requests", "median (ms)", "stops", "longest, sum (ms)", "VM's CPU (ms)", "late (ms)");
            phase(tomcat, "before", load, late, stops, () -> {});
            String pid = Long.toString(tomcat.pid());
            phase(
                    tomcat,
                    "attached",
                    load,
                    late,
                    stops,
                    () -> command("attach", pid, "live=off,csv=run.csv,methods=" + METHODS));
            command("status", pid)
                    .lines()
                    .filter(line -> line.contains("methods"))
                    .forEach(System.out::println);
            phase(tomcat, "detached", load, late, stops, () -> command("detach", pid));
            phase(tomcat, "after", load, late, stops, () -> {});
            tomcat.stop();
        }
    }

    /** What is done at the start of a phase. */
    private interface Change {
        void run() throws IOException;
    }

    private void phase(Tomcat tomcat, String name, Load load, Path late, Path stops, Change change) throws Exception {
        long start = System.currentTimeMillis();
        double cpu = LinuxProcess.cpuMillisOfStops(tomcat.pid());
        Thread changing = new Thread(() -> {
            try {
                change.run();
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
        changing.start();
        int answered = load.run(REQUESTS_PER_SECOND, PHASE_SECONDS);
        changing.join();
        List<Double> lengths = lengths(stops, start);
        System.out.printf(
                Locale.ROOT,
                "%-10s %8d %11.2f %6d %8.1f %9.1f %15.1f %10.1f%n",
                name,
                answered,
                load.medianMillis(),
                lengths.size(),
                lengths.stream().mapToDouble(length -> length).max().orElse(0),
                lengths.stream().mapToDouble(length -> length).sum(),
                LinuxProcess.cpuMillisOfStops(tomcat.pid()) - cpu,
                latest(late, start));
    }

    private static List<Double> lengths(Path log, long sinceMillis) throws IOException {
        return Files.readAllLines(log, StandardCharsets.ISO_8859_1).stream()
                .map(STOP::matcher)
                .filter(Matcher::find)
                .filter(stop -> Long.parseLong(stop.group(1)) >= sinceMillis)
                .map(stop -> Long.parseLong(stop.group(2)) / 1e6)
                .toList();
    }

    private static double latest(Path file, long sinceMillis) throws IOException {
        return Files.readAllLines(file).stream()
                .map(line -> line.split(" "))
                .filter(words -> words.length == 2 && Long.parseLong(words[0]) >= sinceMillis)
                .mapToDouble(words -> Double.parseDouble(words[1]))
                .max()
                .orElse(0);
    }

    private String command(String... arguments) throws IOException {
        Outcome outcome = new JvmLauncher(Jdks.running(), folder).commandLine(arguments);
        if (outcome.exitCode() != 0) {
            throw new IOException(outcome.toString());
        }
        return outcome.stdout();
    }

    private Path meter() throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().putValue("Premain-Class", PauseMeter.class.getName());
        String entry = PauseMeter.class.getName().replace('.', '/') + ".class";
        Path jar = folder.resolve("pause-meter.jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest);
                InputStream in = Objects.requireNonNull(PauseMeter.class.getResourceAsStream("/" + entry))) {
            out.putNextEntry(new ZipEntry(entry));
            in.transferTo(out);
        }
        return jar;
    }
}
