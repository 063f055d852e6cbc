package io.echotrace.it.safety;

import static org.assertj.core.api.Assertions.assertThat;

import io.echotrace.it.jvm.JvmLauncher;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;

class JarIT {
    private static final int JAVA_8_CLASS_VERSION = 52;
    private static final int MOST_BOOT_BYTES = 20_480;
    private static final int MOST_JAR_BYTES = 11_000_000;

    @Test
    void root_holdsTheBootClassesAlone() throws IOException {
        assertThat(entries())
                .map(JarEntry::getName)
                .filteredOn(name -> !name.startsWith("echotrace/"))
                .allMatch(name -> name.matches("io/echotrace/agent/boot/(AgentEntry|PayloadLoader|Launcher)\\.class")
                        || name.equals("META-INF/MANIFEST.MF")
                        || name.equals("META-INF/LICENSE"));
    }

    @Test
    void bootClasses_areSmall_andRunOnJava8() throws IOException {
        try (JarFile jar = new JarFile(JvmLauncher.AGENT.toFile())) {
            long bytes = 0;
            for (JarEntry entry : entries()) {
                if (entry.getName().endsWith(".class")) {
                    bytes += entry.getSize();
                    assertThat(classVersion(jar, entry)).isLessThanOrEqualTo(JAVA_8_CLASS_VERSION);
                }
            }
            assertThat(bytes).isLessThanOrEqualTo(MOST_BOOT_BYTES);
        }
    }

    @Test
    void payload_runsOnJava8() throws IOException {
        try (JarFile jar = new JarFile(JvmLauncher.AGENT.toFile())) {
            for (JarEntry entry : entries()) {
                if (entry.getName().endsWith(".classdata")) {
                    assertThat(classVersion(jar, entry)).as(entry.getName()).isLessThanOrEqualTo(JAVA_8_CLASS_VERSION);
                }
            }
        }
    }

    @Test
    void nothing_standsInTheJarTwice() throws IOException {
        Set<String> names = new HashSet<>();
        assertThat(entries()).map(JarEntry::getName).allMatch(names::add);
    }

    @Test
    void payload_hasNoSignaturesAndNoModules() throws IOException {
        assertThat(entries())
                .map(JarEntry::getName)
                .noneMatch(name -> name.contains("module-info")
                        || name.matches(".*\\.(SF|RSA|DSA|EC)")
                        || name.startsWith("echotrace/META-INF/versions"));
    }

    @Test
    void jar_isWithinItsBudget() {
        assertThat(JvmLauncher.AGENT.toFile().length()).isLessThanOrEqualTo(MOST_JAR_BYTES);
    }

    @Test
    void manifest_namesTheEntriesAndTheVersion() throws IOException {
        try (JarFile jar = new JarFile(JvmLauncher.AGENT.toFile())) {
            Attributes manifest = jar.getManifest().getMainAttributes();
            assertThat(manifest.getValue("Premain-Class")).isEqualTo("io.echotrace.agent.boot.AgentEntry");
            assertThat(manifest.getValue("Agent-Class")).isEqualTo("io.echotrace.agent.boot.AgentEntry");
            assertThat(manifest.getValue("Main-Class")).isEqualTo("io.echotrace.agent.boot.Launcher");
            assertThat(manifest.getValue("Launcher-Agent-Class")).isNull();
            assertThat(manifest.getValue("Implementation-Version")).isEqualTo(System.getProperty("echotrace.version"));
            assertThat(manifest.getValue("Add-Opens")).isEqualTo("java.base/jdk.internal.perf");
        }
    }

    private static List<JarEntry> entries() throws IOException {
        try (JarFile jar = new JarFile(JvmLauncher.AGENT.toFile())) {
            List<JarEntry> entries = new ArrayList<>();
            jar.stream().filter(entry -> !entry.isDirectory()).forEach(entries::add);
            return entries;
        }
    }

    private static int classVersion(JarFile jar, JarEntry entry) throws IOException {
        try (InputStream in = jar.getInputStream(entry)) {
            byte[] header = in.readNBytes(8);
            return ((header[6] & 0xff) << 8) | (header[7] & 0xff);
        }
    }
}
