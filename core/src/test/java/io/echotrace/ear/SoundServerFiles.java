package io.echotrace.ear;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.Map;

/** The folder of a PulseAudio server of its own, and the environment in which programs find it and nothing else. */
final class SoundServerFiles {
    private final Path folder;
    private final Map<String, String> environment = new LinkedHashMap<>();

    /**
     * @param folder empty
     * @param sinks the server's sinks by name, each with its rate and channels as PulseAudio writes them; the first is the
     *     default
     */
    SoundServerFiles(Path folder, Map<String, String> sinks) throws IOException {
        this.folder = folder;
        Path run = made("run");
        Files.setPosixFilePermissions(run, PosixFilePermissions.fromString("rwx------"));
        Path socket = run.resolve("native");
        environment.put("PULSE_SERVER", "unix:" + socket);
        environment.put("PULSE_RUNTIME_PATH", run.toString());
        environment.put("PULSE_STATE_PATH", made("state").toString());
        environment.put("PULSE_CONFIG_PATH", made("config").toString());
        environment.put("XDG_RUNTIME_DIR", run.toString());
        environment.put("HOME", made("home").toString());
        environment.put("ALSA_CONFIG_PATH", folder.resolve("asound.conf").toString());
        writeAlsa(socket);
        writePulse(socket, sinks);
    }

    Map<String, String> environment() {
        return environment;
    }

    /** The server's start-up script. */
    Path script() {
        return folder.resolve("default.pa");
    }

    Path log() {
        return folder.resolve("log");
    }

    private Path made(String name) throws IOException {
        return Files.createDirectories(folder.resolve(name));
    }

    private void writeAlsa(Path socket) throws IOException {
        Files.writeString(folder.resolve("asound.conf"), """
                pcm.!default { type pulse server "unix:%1$s" hint { show on description "Virtual sound card" } }
                ctl.!default { type pulse server "unix:%1$s" }
                pcm_type.pulse { lib "libasound_module_pcm_pulse.so" }
                ctl_type.pulse { lib "libasound_module_ctl_pulse.so" }
                """.formatted(socket));
    }

    private void writePulse(Path socket, Map<String, String> sinks) throws IOException {
        StringBuilder script = new StringBuilder();
        script.append("load-module module-native-protocol-unix socket=%s auth-anonymous=1%n".formatted(socket));
        sinks.forEach((name, format) ->
                script.append("load-module module-null-sink sink_name=%s %s format=s16le%n".formatted(name, format)));
        String first = sinks.keySet().iterator().next();
        script.append("set-default-sink %1$s%nset-default-source %1$s.monitor%n".formatted(first));
        Files.writeString(script(), script);
    }
}
