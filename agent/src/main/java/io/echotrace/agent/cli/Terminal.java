package io.echotrace.agent.cli;

import java.io.Console;

/** Whether somebody looks at a screen that can rewrite a line. */
final class Terminal {
    private Terminal() {}

    @SuppressWarnings("SystemConsoleNull") // on newer Java isTerminal() answers instead
    static boolean isInteractive() {
        Console console = System.console();
        String type = System.getenv("TERM");
        boolean dumb = "dumb".equals(type) || (type == null && !isWindows());
        return console != null && !dumb && isTerminal(console);
    }

    /** From Java 22 on there is a console even where output goes to a file, and it can say so. */
    private static boolean isTerminal(Console console) {
        try {
            return (Boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException olderJava) {
            return true;
        }
    }

    private static boolean isWindows() {
        return System.getProperty("os.name", "").startsWith("Windows");
    }
}
