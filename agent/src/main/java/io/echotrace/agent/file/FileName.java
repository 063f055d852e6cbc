package io.echotrace.agent.file;

import io.echotrace.agent.option.PercentEscapes;
import java.io.File;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The name of an output file with tokens for what differs from run to run, so that parallel JVMs never share a file:
 * {@code %p} process id, {@code %t} start time, {@code %n} main class or jar, {@code %h} host, <code>%{NAME}</code>
 * environment variable, {@code %i} the first number from 1 on that makes the name free, {@code %%} a percent sign; and
 * {@code %20} a blank, as any byte of UTF-8 in two hexadecimal digits. Anything else is taken as it stands. Immutable.
 */
public final class FileName {
    private static final Pattern TOKEN = Pattern.compile("%([ptnhi%]|\\{([^}]*)})|" + PercentEscapes.BYTES);
    private static final Pattern UNSAFE = Pattern.compile("[^\\p{L}\\p{N}._+@-]");
    /** Stands for the number until that is found; no file has it in its name. */
    private static final String NUMBER = "\0";

    private static final int MOST_NUMBERS = 100_000;

    private final String template;

    public FileName(String template) {
        this.template = template;
    }

    /**
     * The file that is meant in this run.
     *
     * @throws IllegalArgumentException if {@code %i} finds no free number
     */
    public File resolve(RunIdentity run) {
        return resolve(run, File::exists);
    }

    /**
     * The file that is meant in this run.
     *
     * @param folder where a relative name belongs; null: the working folder
     * @throws IllegalArgumentException if {@code %i} finds no free number
     */
    public File resolve(RunIdentity run, @Nullable File folder) {
        File file = resolve(run, candidate -> in(folder, candidate).exists());
        return in(folder, file);
    }

    private static File in(@Nullable File folder, File file) {
        return folder == null || file.isAbsolute() ? file : new File(folder, file.getPath());
    }

    File resolve(RunIdentity run, Predicate<File> isTaken) {
        Matcher matcher = TOKEN.matcher(template);
        StringBuffer name = new StringBuffer();
        while (matcher.find()) {
            matcher.appendReplacement(name, Matcher.quoteReplacement(value(matcher, run)));
        }
        matcher.appendTail(name);
        return numbered(name.toString(), isTaken);
    }

    private static String value(Matcher matcher, RunIdentity run) {
        if (matcher.group(1) == null) {
            return PercentEscapes.bytes(matcher.group());
        }
        switch (matcher.group(1).charAt(0)) {
            case '%':
                return "%";
            case 'i':
                return NUMBER;
            case 'p':
                return safe(run.processId());
            case 't':
                return safe(run.startTime());
            case 'n':
                return safe(run.name());
            case 'h':
                return safe(run.host());
            default:
                return safe(run.variable(matcher.group(2)));
        }
    }

    private static File numbered(String name, Predicate<File> isTaken) {
        if (!name.contains(NUMBER)) {
            return new File(name);
        }
        for (int number = 1; number <= MOST_NUMBERS; number++) {
            File file = new File(name.replace(NUMBER, Integer.toString(number)));
            if (!isTaken.test(file)) {
                return file;
            }
        }
        throw new IllegalArgumentException("no free number for " + name.replace(NUMBER, "%i"));
    }

    /** A value never makes a folder of its own, and never a name that a file system refuses. */
    private static String safe(String value) {
        return UNSAFE.matcher(value).replaceAll("_");
    }
}
