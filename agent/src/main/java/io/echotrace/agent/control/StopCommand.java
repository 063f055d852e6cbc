package io.echotrace.agent.control;

/** {@code @stop}: ends the session, completes the files and removes every trace of the agent. */
final class StopCommand implements Command {
    static final String VERB = "stop";

    @Override
    public String verb() {
        return VERB;
    }

    @Override
    public String carryOut(Message message, Load load, Control control) throws RefusedException {
        return control.detach();
    }
}
