package io.echotrace.agent.cli;

import io.echotrace.agent.workshop.Program;
import io.echotrace.agent.workshop.Programs;
import io.echotrace.agent.workshop.WorkshopRun;
import java.io.IOException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Programs that bring about a fault, or only look as if they did; for measuring detectors. */
@Command(
        name = WorkshopCommand.NAME,
        hidden = true,
        description = "Programs that bring about a fault, and healthy ones that are hard to tell from them.")
final class WorkshopCommand implements Callable<Integer> {
    static final String NAME = "workshop";

    private static final int NOT_ON_THIS_SYSTEM = 3;

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "0..1", paramLabel = "NAME", description = "The program.")
    private @Nullable String name;

    @Option(names = "--list", description = "List the programs, with dials and JVM options, separated by tabs.")
    private boolean list;

    @Option(names = "--dial", description = "How bad the fault is to be; see --list.")
    private @Nullable String dial;

    @Option(names = "--calm", defaultValue = "60", description = "Seconds before the fault.")
    private double calmSeconds;

    @Option(names = "--length", defaultValue = "40", description = "Seconds of the fault.")
    private double lengthSeconds;

    @Option(names = "--rest", defaultValue = "20", description = "Seconds after the fault.")
    private double restSeconds;

    @Override
    public Integer call() throws IOException {
        if (list) {
            for (Program program : Programs.ALL) {
                System.out.println(program.line());
            }
            return 0;
        }
        WorkshopRun run = run();
        try {
            run.run(System.in, System.out);
            return 0;
        } catch (UnsupportedOperationException e) {
            spec.commandLine().getErr().println("echotrace: " + e.getMessage());
            return NOT_ON_THIS_SYSTEM;
        }
    }

    private WorkshopRun run() {
        if (name == null) {
            throw new ParameterException(spec.commandLine(), "Which program? workshop --list has them.");
        }
        try {
            return new WorkshopRun(Programs.named(name), dial, calmSeconds, lengthSeconds, restSeconds);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }
}
