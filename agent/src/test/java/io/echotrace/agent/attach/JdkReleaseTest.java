package io.echotrace.agent.attach;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JdkReleaseTest {
    @TempDir
    Path home;

    @Test
    void version_isThatOfTheReleaseFileAbove() throws IOException {
        Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"Acme\"\nJAVA_VERSION=\"21.0.4\"\n");
        assertThat(JdkRelease.above(home.resolve("lib/server/libjvm.so").toFile()))
                .isEqualTo("21.0.4");
        assertThat(JdkRelease.above(home.resolve("bin/java").toFile())).isEqualTo("21.0.4");
    }

    @Test
    void versionOfJava8WithoutReleaseFile_isThatOfItsRuntime() throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.IMPLEMENTATION_VERSION, "1.8.0_504");
        Path runtime = home.resolve("jre/lib/rt.jar");
        Files.createDirectories(runtime.getParent());
        try (OutputStream out = Files.newOutputStream(runtime)) {
            new JarOutputStream(out, manifest).close();
        }
        assertThat(JdkRelease.above(
                        home.resolve("jre/lib/amd64/server/libjvm.so").toFile()))
                .isEqualTo("1.8.0_504");
    }

    @Test
    void javaWithoutEither_hasNoKnownVersion() {
        assertThat(JdkRelease.above(home.resolve("lib/server/libjvm.so").toFile()))
                .isNull();
    }
}
