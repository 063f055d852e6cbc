package io.echotrace.it.server;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a server's log says against the agent. */
final class Complaints {
    private static final Pattern COMPLAINT =
            Pattern.compile("\\b(WARN|WARNING|ERROR|SEVERE|FATAL)\\b|Exception|Error\\b|^\\s+at |Caused by");
    private static final Pattern OWN_LINE = Pattern.compile("echotrace \\d\\S*: (recording|measuring) .*");
    /** Servers that print the command line they were started with. */
    private static final String COMMAND_LINE = "-javaagent:";

    private static final Pattern PASSING = Pattern.compile("\u001b\\[[0-9;]*m|0x[0-9a-f]+|@[0-9a-f]+|\\d+");

    private Complaints() {}

    /**
     * The lines that complain, as none does in the log of a run without the agent, whatever their numbers; and those that
     * name the agent, but for the one that it prints itself.
     */
    static List<String> newIn(String log, String logWithoutAgent) {
        Set<String> usual =
                logWithoutAgent.lines().map(Complaints::withoutNumbers).collect(Collectors.toSet());
        Stream<String> complaining = log.lines()
                .filter(line -> COMPLAINT.matcher(line).find())
                .filter(line -> !line.contains(COMMAND_LINE))
                .filter(line -> !usual.contains(withoutNumbers(line)));
        Stream<String> naming = log.lines()
                .filter(line -> line.contains("echotrace") && !line.contains(COMMAND_LINE))
                .filter(line -> !OWN_LINE.matcher(line).matches())
                .filter(line -> !usual.contains(withoutNumbers(line)));
        return Stream.concat(complaining, naming).distinct().toList();
    }

    private static String withoutNumbers(String line) {
        return PASSING.matcher(line).replaceAll("");
    }
}
