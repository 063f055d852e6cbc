package io.echotrace;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import io.echotrace.session.Session;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.tools.ToolProvider;

/**
 * A program of the README: its imports and statements as they stand there, compiled for Java 8 against the library and
 * the dependencies that its POM names, and run in a JVM of its own.
 */
final class ReadmeProgram {
    private static final Pattern JAVA = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

    private final String text;

    private ReadmeProgram(String text) {
        this.text = text;
    }

    /** All of them, in order. */
    static List<ReadmeProgram> all() throws IOException {
        List<ReadmeProgram> programs = new ArrayList<>();
        Matcher matcher = JAVA.matcher(Files.readString(Path.of("..", "README.md")));
        while (matcher.find()) {
            programs.add(new ReadmeProgram(matcher.group(1)));
        }
        return programs;
    }

    /** Runs the program in a folder; returns what it prints, on both streams. */
    String run(Path folder) throws IOException, InterruptedException {
        compile(folder);
        Path output = Files.createTempFile(folder, "output", ".txt");
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process process = new ProcessBuilder(java, "-cp", folder + File.pathSeparator + classPath(), "Program")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        String printed = Files.readString(output);
        assertThat(process.exitValue()).as(printed).isZero();
        return printed;
    }

    private void compile(Path folder) throws IOException {
        Path source = Files.writeString(folder.resolve("Program.java"), source(), StandardCharsets.UTF_8);
        int result = ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "--release", "8", "-Xlint:-options", "-cp", classPath(), source.toString());
        assertThat(result).as("compiling%n%s", text).isZero();
    }

    private String source() {
        return lines(true)
                + "public class Program {\n    public static void main(String[] arguments) throws Exception {\n"
                + lines(false)
                + "    }\n}\n";
    }

    private String lines(boolean imports) {
        return text.lines()
                .filter(line -> line.startsWith("import ") == imports)
                .map(line -> line + "\n")
                .collect(Collectors.joining());
    }

    private static String classPath() {
        return List.of(
                        Session.class,
                        oshi.SystemInfo.class,
                        oshi.nativefree.SystemInfo.class,
                        com.sun.jna.Native.class,
                        com.sun.jna.platform.FileUtils.class,
                        org.slf4j.Logger.class,
                        CsvReader.class)
                .stream()
                .map(ReadmeProgram::location)
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static String location(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
