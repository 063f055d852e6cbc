package io.echotrace.it.server;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Undertow in a plain program: one of its own examples, which insists on its port. */
final class UndertowServlets implements RealServer {
    private static final int PORT = 8080;
    private static final String EXAMPLE = "io.undertow.examples.servlet.ServletServer";

    @Override
    public String name() {
        return "undertow";
    }

    @Override
    public ServerProcess start(Path folder, Path jdk, List<String> jvmOptions) throws IOException {
        List<String> command = new ArrayList<>(List.of(Distribution.java(jdk)));
        command.addAll(jvmOptions);
        command.addAll(List.of("-cp", Distribution.of(name()).toString(), EXAMPLE));
        return ServerProcess.start(new ProcessBuilder(command).directory(folder.toFile()), PORT);
    }

    @Override
    public List<Visit> visits() {
        return List.of(Visit.get("/myapp/myservlet", 8_000, 200, 0));
    }

    @Override
    public int statementsToOpen() {
        return 0;
    }
}
