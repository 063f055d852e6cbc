package io.echotrace.it.method;

import io.echotrace.it.jvm.Jdks;
import io.echotrace.it.jvm.JvmLauncher;
import io.echotrace.it.method.WholeProgram.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Times every method of large programs, and compares what they do with what they do without: prints a line for each program
 * and JDK. Every class is verified, in both.
 *
 * <p>Arguments: the folder with the programs, the versions of the JDKs.
 */
final class WholePrograms {
    static final String EVERY_METHOD = "**#*";
    static final String VERIFY_ALL = "-Xverify:all";

    private final Path programs;
    private int different;

    private WholePrograms(Path programs) {
        this.programs = programs;
    }

    public static void main(String[] arguments) throws Exception {
        WholePrograms all = new WholePrograms(Path.of(arguments[0]).toAbsolutePath());
        System.out.printf("%-8s %4s %12s %10s %10s  %s%n", "program", "JDK", "calls", "s without", "s with", "");
        for (String version : List.of(arguments).subList(1, arguments.length)) {
            for (WholeProgram program : all.programs()) {
                int jdk = Integer.parseInt(version);
                if (jdk >= program.firstJdk()) {
                    all.compare(program, jdk);
                }
            }
        }
        System.exit(all.different == 0 ? 0 : 1);
    }

    /** The Eclipse compiler compiles our hosts, the Closure compiler compiles jQuery, and JRuby runs a script. */
    private List<WholeProgram> programs() throws IOException {
        String script = Path.of("src/test/resources/programs/everyday.rb")
                .toAbsolutePath()
                .toString();
        List<String> minify = List.of(
                "-jar",
                jar(programs, "closure-compiler"),
                "--js",
                programs.resolve("jquery.js").toString(),
                "--js_output_file",
                "OUT/jquery.min.js");
        return List.of(
                eclipseCompiler(programs),
                new WholeProgram("jruby", 8, List.of("-jar", jar(programs, "jruby-complete"), script)),
                new WholeProgram("closure", 8, minify));
    }

    /** @param programs the folder with its jar */
    static WholeProgram eclipseCompiler(Path programs) throws IOException {
        Path sources = Path.of("src/main/java").toAbsolutePath();
        return new WholeProgram(
                "ecj",
                8,
                List.of(
                        "-jar",
                        jar(programs, "ecj"),
                        "-8",
                        "-nowarn",
                        "-proc:none",
                        "-cp",
                        annotations(),
                        "-d",
                        "OUT",
                        sources.resolve("io/echotrace/it/host").toString(),
                        sources.resolve("javax").toString()));
    }

    /** The jar that the hosts need beside the JDK. */
    private static String annotations() {
        String place = Nullable.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getPath();
        return Path.of(place).toString();
    }

    private static String jar(Path programs, String name) throws IOException {
        try (Stream<Path> files = Files.list(programs)) {
            return files.map(file -> file.toAbsolutePath().toString())
                    .filter(file -> file.contains("/" + name + "-") && file.endsWith(".jar"))
                    .findFirst()
                    .orElseThrow(() -> new IOException("no " + name + " in " + programs));
        }
    }

    private void compare(WholeProgram program, int jdk) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("echotrace-program");
        Path java = Jdks.home(jdk).resolve("bin/java");
        Run without = program.run(java, List.of(VERIFY_ALL), folder.resolve("without"));
        Path csv = folder.resolve("run.csv");
        String agent = JvmLauncher.agentOption("live=off,csv=" + csv + ",methods=" + EVERY_METHOD);
        Run with = program.run(java, List.of(VERIFY_ALL, agent), folder.resolve("with"));
        boolean same = with.didTheSameAs(without);
        System.out.printf(
                Locale.ROOT,
                "%-8s %4d %12d %10.1f %10.1f  %s%n",
                program.name(),
                jdk,
                new TimedCalls(csv).all(),
                without.seconds(),
                with.seconds(),
                same ? "exit code " + with.exitCode() + ", the same" : "DIFFERENT, see " + folder);
        if (!same) {
            different++;
        }
    }
}
