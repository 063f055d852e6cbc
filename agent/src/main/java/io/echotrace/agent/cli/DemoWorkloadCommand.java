package io.echotrace.agent.cli;

import io.echotrace.agent.demo.DemoWorkload;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The program that {@code demo} watches; for its own use. */
@Command(name = DemoWorkloadCommand.NAME, hidden = true, description = "The program that demo watches.")
final class DemoWorkloadCommand implements Callable<Integer> {
    static final String NAME = "demo-workload";

    @Option(names = "--scale", defaultValue = "1")
    private String scale = "1";

    @Override
    public Integer call() throws IOException {
        DemoWorkload.main(new String[] {"--scale", scale});
        return 0;
    }
}
