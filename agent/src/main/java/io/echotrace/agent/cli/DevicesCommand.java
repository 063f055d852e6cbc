package io.echotrace.agent.cli;

import io.echotrace.output.SpeakerDevice;
import io.echotrace.output.SpeakerDevices;
import io.echotrace.output.SpeakerDevices.Obstacle;
import java.io.File;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code devices}: lists the sound devices that can play, or says why there is none and what to do. */
@Command(
        name = "devices",
        description = "Lists the sound devices for live=NAME; a part of a name is enough.",
        mixinStandardHelpOptions = true)
final class DevicesCommand implements Callable<Integer> {
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(5);

    @Option(names = "--plain", description = "One line for each device, without marks.")
    private boolean plain;

    @Spec
    private CommandSpec spec;

    /** The exit code is 1 when nothing can be played. */
    @Override
    public Integer call() {
        SpeakerDevices found = SpeakerDevices.find(PATIENCE_NANOS);
        Obstacle obstacle = found.obstacle();
        if (obstacle != null) {
            PrintWriter err = spec.commandLine().getErr();
            err.println("echotrace: " + SoundAdvice.reason(obstacle));
            err.println(SoundAdvice.remedy(obstacle, new File("/proc/self/maps")));
            return CommandLine.ExitCode.SOFTWARE;
        }
        PrintWriter out = spec.commandLine().getOut();
        for (SpeakerDevice device : found.devices()) {
            print(device, out);
        }
        return CommandLine.ExitCode.OK;
    }

    private void print(SpeakerDevice device, PrintWriter out) {
        String formats = String.join(", ", device.formats());
        if (plain) {
            String role = device.isDefault() ? "default; " : "";
            out.println(device.name() + "; " + role + device.description() + "; " + formats);
            return;
        }
        out.println((device.isDefault() ? "* " : "  ") + device.name());
        out.println("      " + device.description());
        out.println("      " + formats);
    }
}
