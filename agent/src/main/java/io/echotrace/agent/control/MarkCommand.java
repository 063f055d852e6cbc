package io.echotrace.agent.control;

/** {@code @mark TEXT}: sets a mark now. */
final class MarkCommand implements Command {
    @Override
    public String verb() {
        return "mark";
    }

    @Override
    public String carryOut(Message message, Load load, Control control) throws RefusedException {
        return control.required().mark(message.rest());
    }
}
