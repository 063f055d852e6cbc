package io.echotrace.agent.control;

/** {@code @mute}, {@code @volume 50} and the like: changes what is played live. */
final class LiveCommand implements Command {
    private final String verb;
    private final Change change;

    /** What is changed. */
    interface Change {
        String make(LiveMix mix, String rest) throws RefusedException;
    }

    LiveCommand(String verb, Change change) {
        this.verb = verb;
        this.change = change;
    }

    @Override
    public String verb() {
        return verb;
    }

    @Override
    public String carryOut(Message message, Load load, Control control) throws RefusedException {
        RunningAgent agent = control.required();
        String outcome = change.make(agent.liveMix(), message.rest());
        return agent.isPlaying() ? outcome : outcome + "; nothing is played live, a recording follows its options";
    }
}
