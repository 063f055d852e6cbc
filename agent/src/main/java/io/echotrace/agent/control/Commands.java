package io.echotrace.agent.control;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/** The one list of what the agent can be told while its host runs. */
final class Commands {
    private static final List<Command> ALL = Collections.unmodifiableList(Arrays.asList(
            new StartCommand(),
            new StopCommand(),
            new MarkCommand(),
            new AcknowledgeCommand(),
            new LiveCommand("mute", (mix, rest) -> mix.mute()),
            new LiveCommand("unmute", (mix, rest) -> mix.unmute()),
            new LiveCommand("snooze", LiveMix::snooze),
            new LiveCommand("volume", LiveMix::volume),
            new LiveCommand("only", LiveMix::only)));

    private Commands() {}

    /** @throws RefusedException if there is no such command; names those that there are */
    static Command find(String verb) throws RefusedException {
        for (Command command : ALL) {
            if (command.verb().equals(verb)) {
                return command;
            }
        }
        String known = ALL.stream().map(command -> '@' + command.verb()).collect(Collectors.joining(", "));
        throw new RefusedException("unknown message @" + verb + ", known are " + known);
    }
}
