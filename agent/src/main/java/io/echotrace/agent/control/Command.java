package io.echotrace.agent.control;

/** What the running JVM can ask of the agent: one class each, listed in {@link Commands}. */
interface Command {
    /** How messages name it, without the sign: one word. */
    String verb();

    /**
     * Does it, on the thread of the load that asks for it.
     *
     * @return the outcome, one phrase
     * @throws RefusedException why it was not done, one phrase
     */
    String carryOut(Message message, Load load, Control control) throws RefusedException;
}
