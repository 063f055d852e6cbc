package io.echotrace.agent.control;

/** {@code @acknowledge}: the user knows of what is heard now. */
final class AcknowledgeCommand implements Command {
    @Override
    public String verb() {
        return "acknowledge";
    }

    @Override
    public String carryOut(Message message, Load load, Control control) throws RefusedException {
        return control.required().acknowledge();
    }
}
