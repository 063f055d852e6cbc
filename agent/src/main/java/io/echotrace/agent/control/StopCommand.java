package io.echotrace.agent.control;

/** {@code @stop}: ends the session, completes the files and removes every trace of the agent. */
final class StopCommand implements Command {
    @Override
    public String verb() {
        return "stop";
    }

    @Override
    public String carryOut(Message message, Load load, Control control) throws RefusedException {
        return control.detach();
    }
}
