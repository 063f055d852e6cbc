package io.echotrace.it.server;

import com.zaxxer.hikari.HikariDataSource;
import io.echotrace.it.jvm.JvmLauncher;
import io.echotrace.it.shop.Shop;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.commons.ClassRemapper;
import net.bytebuddy.jar.asm.commons.Remapper;
import org.h2.Driver;
import org.slf4j.Logger;

/** Packs {@code io.echotrace.it.shop} into a {@code .war} with all that it needs, which is an OSGi bundle as well. */
final class ShopWar {
    private static final String CLASSES = "WEB-INF/classes/";
    private static final String PACKAGE = "io/echotrace/it/shop/";
    private static final String ABOUT = "<html><body><p>A page that no program makes.</p></body></html>\n";
    private static final String DESCRIPTOR = """
            <web-app version="4.0">
              <error-page>
                <error-code>500</error-code>
                <location>/apology</location>
              </error-page>
            </web-app>
            """;

    private ShopWar() {}

    /** For servers whose servlet API is {@code jakarta.servlet}. */
    static Path jakarta(Path file) throws IOException {
        return pack(file, UnaryOperator.identity());
    }

    /** The same in a folder, as servers take it that would unpack it where they are installed. */
    static Path jakartaUnpacked(Path folder) throws IOException {
        Path war = jakarta(folder.resolveSibling(folder.getFileName() + ".war"));
        try (FileSystem files = FileSystems.newFileSystem(war)) {
            Distribution.copy(files.getPath("/"), folder);
        }
        return folder;
    }

    /** For those whose servlet API is {@code javax.servlet}. */
    static Path javax(Path file) throws IOException {
        return pack(file, ShopWar::withJavax);
    }

    private static Path pack(Path file, UnaryOperator<byte[]> classes) throws IOException {
        Path h2 = jarOf(Driver.class);
        Path pool = jarOf(HikariDataSource.class);
        try (JarOutputStream war = new JarOutputStream(Files.newOutputStream(file), manifest(h2, pool))) {
            add(war, "WEB-INF/web.xml", DESCRIPTOR.getBytes(StandardCharsets.UTF_8));
            add(war, "about.html", ABOUT.getBytes(StandardCharsets.UTF_8));
            add(war, library(h2), Files.readAllBytes(h2));
            add(war, library(pool), Files.readAllBytes(pool));
            Path facade = jarOf(Logger.class);
            add(war, library(facade), Files.readAllBytes(facade));
            addClasses(war, classes);
        }
        return file;
    }

    private static void addClasses(JarOutputStream war, UnaryOperator<byte[]> classes) throws IOException {
        war.putNextEntry(new ZipEntry(CLASSES)); // OSGi knows no folder that has no entry
        try (JarFile hosts = new JarFile(JvmLauncher.HOSTS.toFile())) {
            for (JarEntry entry : hosts.stream()
                    .filter(e -> e.getName().startsWith(PACKAGE) && e.getName().endsWith(".class"))
                    .toList()) {
                byte[] bytes = hosts.getInputStream(entry).readAllBytes();
                add(war, CLASSES + entry.getName(), classes.apply(bytes));
            }
        }
    }

    private static void add(JarOutputStream war, String name, byte[] content) throws IOException {
        war.putNextEntry(new ZipEntry(name));
        war.write(content);
        war.closeEntry();
    }

    /** As a bundle it takes the servlet API, the framework and the logging facade from its surroundings. */
    private static Manifest manifest(Path... libraries) {
        Manifest manifest = new Manifest();
        Attributes attributes = manifest.getMainAttributes();
        attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        attributes.putValue("Bundle-ManifestVersion", "2");
        attributes.putValue("Bundle-SymbolicName", Shop.class.getPackageName());
        attributes.putValue("Bundle-Version", "0.1.0");
        attributes.putValue("Bundle-Activator", PACKAGE.replace('/', '.') + "ShopBundle");
        StringBuilder path = new StringBuilder("WEB-INF/classes");
        for (Path library : libraries) {
            path.append(',').append(library(library));
        }
        attributes.putValue("Bundle-ClassPath", path.toString());
        attributes.putValue("DynamicImport-Package", "*");
        return manifest;
    }

    private static String library(Path jar) {
        return "WEB-INF/lib/" + jar.getFileName();
    }

    private static Path jarOf(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] withJavax(byte[] jakarta) {
        ClassWriter writer = new ClassWriter(0);
        new ClassReader(jakarta).accept(new ClassRemapper(writer, new OldNames()), 0);
        return writer.toByteArray();
    }

    /** Up to its fifth version the servlet API had the same classes in another package. */
    private static final class OldNames extends Remapper {
        OldNames() {
            super(net.bytebuddy.jar.asm.Opcodes.ASM9);
        }

        @Override
        public String map(String internalName) {
            return internalName.replaceFirst("^jakarta/servlet/", "javax/servlet/");
        }
    }
}
