package io.echotrace.it.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Karaf, an OSGi framework, with the shop as a bundle: a class loader for each, and servlets as services on Felix' Jetty. */
final class ShopKaraf extends ShopServer {
    ShopKaraf() {
        super(false);
    }

    @Override
    public String name() {
        return "karaf";
    }

    @Override
    public ServerProcess start(Path folder, Path jdk, List<String> jvmOptions) throws IOException {
        int port = ServerProcess.freePort();
        Distribution.copy(Distribution.of(name()), folder);
        Path deployed = Files.createDirectories(folder.resolve("deploy"));
        for (Path bundle : Distribution.all("karaf-http")) {
            Files.copy(bundle, deployed.resolve(bundle.getFileName()));
        }
        ShopWar.jakarta(deployed.resolve("shop.jar"));
        ProcessBuilder builder = new ProcessBuilder("bash", "bin/karaf", "server").directory(folder.toFile());
        builder.environment().put("JAVA_HOME", jdk.toString());
        builder.environment().put("KARAF_EXEC", "exec");
        builder.environment()
                .put(
                        "EXTRA_JAVA_OPTS",
                        String.join(" ", jvmOptions) + " -Dorg.osgi.service.http.port=" + port
                                + " -Dorg.apache.felix.http.context_path=/shop");
        Path log = folder.resolve("data/log/karaf.log");
        // Its own features come after the bundles, and may start these again.
        return ServerProcess.start(builder, port, log, "| Done.").awaitAnswer("/shop/slow?millis=0");
    }
}
