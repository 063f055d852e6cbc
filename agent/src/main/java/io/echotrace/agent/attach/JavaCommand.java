package io.echotrace.agent.attach;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a JVM runs, from the words of its command line, as the JVM itself would put it in {@code sun.java.command}: the main
 * class, module or jar and its arguments. For JVMs that do not tell: those of other users, and those without performance data.
 */
final class JavaCommand {
    private static final Set<String> OPTIONS_WITH_A_VALUE = new HashSet<>(Arrays.asList(
            "-cp",
            "-classpath",
            "--class-path",
            "-p",
            "--module-path",
            "--upgrade-module-path",
            "--add-modules",
            "--add-exports",
            "--add-opens",
            "--add-reads",
            "--enable-native-access",
            "--limit-modules",
            "--patch-module",
            "--source"));
    private static final Set<String> BEFORE_MAIN = new HashSet<>(Arrays.asList("-jar", "-m", "--module"));

    private JavaCommand() {}

    /** Of a program other than the java launcher, its name. */
    static String of(List<String> words) {
        if (words.isEmpty()) {
            return "";
        }
        String program = fileName(words.get(0));
        if (!program.equals("java")) {
            return program;
        }
        for (int i = 1; i < words.size(); i++) {
            String word = words.get(i);
            if (BEFORE_MAIN.contains(word)) {
                return from(i + 1, words);
            }
            if (OPTIONS_WITH_A_VALUE.contains(word)) {
                i++;
            } else if (!word.startsWith("-") && !word.startsWith("@")) {
                return from(i, words);
            }
        }
        return program;
    }

    private static String from(int index, List<String> words) {
        return String.join(" ", words.subList(Math.min(index, words.size()), words.size()));
    }

    private static String fileName(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
