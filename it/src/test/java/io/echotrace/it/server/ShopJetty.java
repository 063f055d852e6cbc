package io.echotrace.it.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Jetty's distribution with the shop as its only application. */
final class ShopJetty extends ShopServer {
    /** What stands behind a module for applications is a property of those. */
    private static final String SETTINGS = """
            jetty.http.host=127.0.0.1
            jetty.http.port=%d
            --module=http
            --module=ee10-deploy
            --module=ee10-annotations
            """;

    ShopJetty() {
        super(true);
    }

    @Override
    public String name() {
        return "jetty";
    }

    @Override
    public ServerProcess start(Path folder, Path jdk, List<String> jvmOptions) throws IOException {
        int port = ServerProcess.freePort();
        ShopWar.jakarta(Files.createDirectories(folder.resolve("webapps")).resolve("shop.war"));
        Files.writeString(
                Files.createDirectories(folder.resolve("start.d")).resolve("shop.ini"), SETTINGS.formatted(port));
        List<String> command = new ArrayList<>(List.of(Distribution.java(jdk)));
        command.addAll(jvmOptions);
        command.addAll(
                List.of("-jar", Distribution.of(name()).resolve("start.jar").toString(), "jetty.base=" + folder));
        return ServerProcess.start(new ProcessBuilder(command).directory(folder.toFile()), port, "Started oejs.Server");
    }
}
