package io.echotrace.agent.pattern;

/**
 * A name with wildcards, as classes have it in their files, with slashes: {@code *} is any letters but slashes, {@code **}
 * any at all, {@code ?} one letter but a slash, and a dot is a slash or the dollar sign before the name of a nested class.
 * Immutable. Matching allocates nothing and takes some 10 ns where the first letters differ already.
 */
final class Glob {
    private static final char ANY = '*';
    private static final char ANY_AND_SLASHES = '\n';
    /** What became of an attempt. With the last, the name was too short, so that no shorter rest of it can match. */
    private static final int YES = 0;

    private static final int NO = 1;
    private static final int TOO_SHORT = 2;

    private final String glob;

    /** @param text neither slashes nor line feeds in it */
    Glob(String text) {
        glob = text.replaceAll("\\*{2,}", String.valueOf(ANY_AND_SLASHES));
    }

    /** Whether every name matches. */
    boolean isEverything() {
        return glob.equals(String.valueOf(ANY_AND_SLASHES));
    }

    /** Whether it is a name and has no wildcards. */
    boolean isLiteral() {
        return glob.indexOf(ANY) < 0 && glob.indexOf(ANY_AND_SLASHES) < 0 && glob.indexOf('?') < 0;
    }

    /** Whether this matches the letters of the name from the one index to before the other. */
    boolean matches(String name, int start, int end) {
        return attempt(0, name, start, end) == YES;
    }

    private int attempt(int from, String name, int start, int end) {
        int letter = start;
        for (int i = from; i < glob.length(); i++) {
            char meant = glob.charAt(i);
            if (meant == ANY || meant == ANY_AND_SLASHES) {
                return attemptWildcard(i, name, letter, end);
            }
            if (letter == end) {
                return TOO_SHORT;
            }
            if (!isMeant(meant, name.charAt(letter))) {
                return NO;
            }
            letter++;
        }
        return letter == end ? YES : NO;
    }

    /** Gives the wildcard as few letters as will do. */
    private int attemptWildcard(int wildcard, String name, int start, int end) {
        for (int letter = start; letter <= end; letter++) {
            int outcome = attempt(wildcard + 1, name, letter, end);
            if (outcome != NO) {
                return outcome;
            }
            if (letter < end && name.charAt(letter) == '/' && glob.charAt(wildcard) == ANY) {
                return NO;
            }
        }
        return TOO_SHORT;
    }

    private static boolean isMeant(char meant, char letter) {
        switch (meant) {
            case '.':
                return letter == '/' || letter == '$';
            case '?':
                return letter != '/';
            default:
                return meant == letter;
        }
    }
}
