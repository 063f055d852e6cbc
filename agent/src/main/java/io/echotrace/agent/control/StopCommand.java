package io.echotrace.agent.control;

/**
 * {@code @stop}: ends the session, completes the files and removes every trace of the agent. {@code @stop over} is what the
 * agent tells itself when a session has ended: by the time that it is carried out somebody may have detached the agent, and
 * started it anew, and that one is left alone.
 */
final class StopCommand implements Command {
    static final String VERB = "stop";
    static final String IF_OVER = "over";

    @Override
    public String verb() {
        return VERB;
    }

    @Override
    public String carryOut(Message message, Load load, Control control) throws RefusedException {
        return message.rest().equals(IF_OVER) ? clearAway(control) : stop(message, control);
    }

    private static String stop(Message message, Control control) throws RefusedException {
        RunningAgent agent = control.required();
        String outcome = control.detach();
        if (message.id() == null) {
            agent.notices().say(outcome);
        } else { // who asked has it as the answer
            agent.notices().debug(outcome);
        }
        return outcome;
    }

    /** The user has asked for this end when the run began, and nobody is told. */
    private static String clearAway(Control control) throws RefusedException {
        RunningAgent agent = control.running();
        if (agent == null || !agent.isOver()) {
            throw RefusedException.forTheSenderOnly("no run is over");
        }
        String outcome = control.detach();
        agent.notices().debug(outcome);
        return outcome;
    }
}
