package io.echotrace.agent.workshop;

import io.echotrace.agent.shop.ShopJvm;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One line of the list of programs: name, dial, the JVM that it needs, and how to make its work. Immutable. */
public final class Program {
    private final String name;
    private final @Nullable Dial dial;
    private final Supplier<Work> maker;
    private final List<String> jvmOptions;

    private Program(String name, @Nullable Dial dial, Supplier<Work> maker, List<String> jvmOptions) {
        this.name = name;
        this.dial = dial;
        this.maker = maker;
        this.jvmOptions = jvmOptions;
    }

    /** A program that brings about the fault of this name. */
    static Program fault(String name, Dial dial, Supplier<Work> maker, String... jvmOptions) {
        return new Program(name, dial, maker, Collections.unmodifiableList(Arrays.asList(jvmOptions)));
    }

    /** A program in which all is well, whatever it looks like. */
    static Program healthy(String name, Supplier<Work> maker, String... jvmOptions) {
        return new Program(name, null, maker, Collections.unmodifiableList(Arrays.asList(jvmOptions)));
    }

    public String name() {
        return name;
    }

    /** Null where all is well. */
    @Nullable Dial dial() {
        return dial;
    }

    Work work() {
        return maker.get();
    }

    /** Options for {@code java}, without which it does not do what it says. */
    public List<String> jvmOptions() {
        List<String> all = new ArrayList<>(jvmOptions);
        all.addAll(ShopJvm.OPTIONS);
        return all;
    }

    /** For a runner: name, kind, low, high, scale, unit, JVM options, separated by tabs. */
    public String line() {
        String range = dial == null
                ? "healthy\t-\t-\t-\t-"
                : String.format(
                        Locale.ROOT, "fault\t%s\t%s\t%s\t%s", dial.low(), dial.high(), dial.scale(), dial.unit());
        return name + "\t" + range + "\t" + String.join(" ", jvmOptions());
    }
}
