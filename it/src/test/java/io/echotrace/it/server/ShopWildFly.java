package io.echotrace.it.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * WildFly with the shop: a class loader for each of its modules, and a LogManager of its own, without which it does not
 * start. Its servlets are Undertow's.
 */
final class ShopWildFly extends ShopServer {
    private static final int USUAL_PORT = 8080;

    private final String name;
    private final boolean javax;

    /** @param javax whether the servlet API is that of Java EE */
    ShopWildFly(String name, boolean javax) {
        super(true);
        this.name = name;
        this.javax = javax;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public ServerProcess start(Path folder, Path jdk, List<String> jvmOptions) throws IOException {
        int port = ServerProcess.freePort();
        Path home = Distribution.of(name);
        Path base = folder.resolve("standalone");
        Distribution.copy(home.resolve("standalone"), base);
        Path war = Files.createDirectories(base.resolve("deployments")).resolve("shop.war");
        if (javax) {
            ShopWar.javax(war);
        } else {
            ShopWar.jakarta(war);
        }
        ProcessBuilder builder = new ProcessBuilder(
                        "sh",
                        home.resolve("bin/standalone.sh").toString(),
                        "-Djboss.server.base.dir=" + base,
                        "-Djboss.socket.binding.port-offset=" + (port - USUAL_PORT))
                .directory(folder.toFile());
        builder.environment().put("JAVA_HOME", jdk.toString());
        builder.environment().put("JAVA_OPTS", String.join(" ", jvmOptions));
        builder.environment().put("LAUNCH_JBOSS_IN_BACKGROUND", "true"); // else the script does not pass SIGTERM on
        return ServerProcess.start(builder, port, "WFLYSRV0025");
    }
}
