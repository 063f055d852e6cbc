package io.echotrace.agent.cli;

import io.echotrace.agent.demo.DemoJvm;
import io.echotrace.agent.demo.PhaseLine;
import io.echotrace.output.FreeFile;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URISyntaxException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One run of the demo: the process of its program, and what it tells, on its streams and in its CSV. */
final class DemoRun {
    /** At 300 requests a second, its most, the demo's pulse is near its fastest. */
    static final int METHODS_MAX = 500;

    private static final long LOOK_MILLIS = 100;

    private final File wav;
    private final double scale;
    private final DemoScreen screen;

    DemoRun(File wav, double scale, DemoScreen screen) {
        this.wav = wav;
        this.scale = scale;
        this.screen = screen;
    }

    /** Runs the demo to its end; the exit code is 0 when both files are there. */
    int run() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command()).start();
        Thread phases = reader("demo-phases", process.getInputStream(), this::announce);
        Thread notices = reader("demo-notices", process.getErrorStream(), screen::notice);
        try (SeriesFollower series = new SeriesFollower(FreeFile.csvBeside(wav))) {
            while (!process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                series.read(screen::row);
            }
            series.read(screen::row);
        } finally {
            process.getOutputStream().close(); // its lifeline, should this one end first
        }
        phases.join();
        notices.join();
        return finish(process.exitValue());
    }

    private int finish(int exitValue) {
        if (exitValue != 0 || !wav.isFile()) {
            screen.failed("the demo's program ended with exit code " + exitValue);
            return 1;
        }
        screen.saved(wav, FreeFile.csvBeside(wav));
        return 0;
    }

    private List<String> command() throws IOException {
        String jar = ownJar();
        List<String> command = new ArrayList<>();
        command.add(new File(System.getProperty("java.home"), "bin/java").getPath());
        command.addAll(DemoJvm.OPTIONS);
        command.add("-javaagent:" + jar + "=" + agentOptions(wav));
        command.add("-jar");
        command.add(jar);
        command.add(DemoWorkloadCommand.NAME);
        command.add("--scale");
        command.add(String.valueOf(scale));
        return command;
    }

    /** A percent sign in the name of the file would begin a token, and a comma an option. */
    static String agentOptions(File wav) {
        return "wav=" + wav.getPath().replace("%", "%%").replace(",", "%2C") + ",live=on,methods=@http,methods.max="
                + METHODS_MAX;
    }

    private static String ownJar() throws IOException {
        try {
            return new File(DemoRun.class
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .getPath();
        } catch (URISyntaxException e) {
            throw new IOException("cannot find my own jar", e);
        }
    }

    private void announce(String line) {
        PhaseLine phase = PhaseLine.parse(line);
        if (phase != null) {
            screen.phase(phase);
        }
    }

    private interface LineListener {
        void line(String line);
    }

    private static Thread reader(String name, InputStream stream, LineListener listener) {
        Thread thread = new Thread(() -> readLines(stream, listener), name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private static void readLines(InputStream stream, LineListener listener) {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(stream, Charset.defaultCharset()))) {
            for (@Nullable String line = lines.readLine(); line != null; line = lines.readLine()) {
                listener.line(line);
            }
        } catch (IOException e) {
            // the process has ended in the middle of a line
        }
    }
}
