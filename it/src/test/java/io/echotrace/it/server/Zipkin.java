package io.echotrace.it.server;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Spring Boot's fat jar with its own class loader, and Armeria on Netty as its server, without servlets. */
final class Zipkin implements RealServer {
    private static final String SPAN = """
            [{"traceId": "5af7183fb1d4cf5f", "id": "352bff9a74ca9ad2", "name": "get /", "kind": "SERVER",
              "timestamp": 1472470996199000, "duration": 207000, "localEndpoint": {"serviceName": "shop"}}]""";

    @Override
    public String name() {
        return "zipkin";
    }

    @Override
    public ServerProcess start(Path folder, Path jdk, List<String> jvmOptions) throws IOException {
        int port = ServerProcess.freePort();
        List<String> command = new ArrayList<>(List.of(Distribution.java(jdk)));
        command.addAll(jvmOptions);
        command.addAll(List.of("-jar", Distribution.of(name()).toString()));
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().put("QUERY_PORT", String.valueOf(port));
        return ServerProcess.start(builder, port, "Serving HTTP at");
    }

    @Override
    public List<Visit> visits() {
        return List.of(
                Visit.post("/api/v2/spans", SPAN, 6_000, 202),
                Visit.get("/health", 2_000, 200, 0),
                Visit.get("/api/v2/trace/5af7183fb1d4cf5f", 1_000, 200, 0),
                Visit.get("/api/v2/trace/ffff", 200, 404, 0));
    }

    @Override
    public int statementsToOpen() {
        return 0;
    }
}
