package io.echotrace.it.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Tomcat as it is unpacked, with the shop beside its own applications. */
final class ShopTomcat extends ShopServer {
    ShopTomcat() {
        super(true);
    }

    @Override
    public String name() {
        return "tomcat";
    }

    @Override
    public ServerProcess start(Path folder, Path jdk, List<String> jvmOptions) throws IOException {
        int port = ServerProcess.freePort();
        Distribution.copy(Distribution.of(name()), folder);
        Path configuration = folder.resolve("conf/server.xml");
        Files.writeString(
                configuration,
                Files.readString(configuration)
                        .replace("port=\"8005\"", "port=\"-1\"")
                        .replace("port=\"8080\"", "port=\"" + port + "\" address=\"127.0.0.1\""));
        ShopWar.jakarta(folder.resolve("webapps/shop.war"));
        ProcessBuilder builder = new ProcessBuilder("sh", "bin/catalina.sh", "run").directory(folder.toFile());
        builder.environment().put("JAVA_HOME", jdk.toString());
        builder.environment().put("CATALINA_OPTS", String.join(" ", jvmOptions));
        builder.environment().remove("CATALINA_BASE");
        return ServerProcess.start(builder, port, "Server startup in");
    }
}
