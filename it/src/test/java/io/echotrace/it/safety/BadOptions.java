package io.echotrace.it.safety;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Options that nobody could follow: for a start of the agent with the host, and for one within a running host. */
public final class BadOptions {
    /** Of each of these something must be said; file names are relative, or lie where nothing can be made. */
    public static final List<String> WRONG = List.of(
            "wvv=run.wav",
            "nonsense",
            ",",
            ",,,,",
            "=",
            "=run.wav",
            "wav",
            "wav=",
            "wav.rate=banana",
            "wav.rate=-1",
            "wav.rate=99999999999999999999999",
            "wav.channels=7",
            "wav.max=0",
            "interval=0",
            "interval=soon",
            "network.max=everything",
            "quiet=perhaps",
            "enabled=perhaps",
            "small=very,log=loud,strict=a%20bit",
            "duration=0",
            "duration=-1s,delay=yesterday",
            "delay=99999999999999999999h",
            "skip=:::",
            "config=no-such.properties",
            "config=/proc/self/mem",
            "config=.",
            "baseline=no-such.csv",
            "baseline=/dev/null",
            "mbean=Threading",
            "mbean=java.lang:type=Threading/",
            "mbean=java.lang:type=Threading,name=x/y",
            "mbean=no.such:type=Bean/Attribute,mbean.1=java.lang:type=Threading/NoSuch,mbean.two=x",
            "volume=110,mute=loudly",
            "only=ground:drums",
            "register=high,hide=maybe",
            "sound=no-such.txt",
            "methods=@htp",
            "methods=com.acme.Shop::checkout",
            "methods=com.acme.Short#work:@jbdc:@GetMapping",
            "live=No Such Device",
            "wav=/proc/no/such/folder/run.wav",
            "csv=/proc/no/such/folder/run.csv",
            "wav=%{}%q%.wav,interval=1e9,=,,wav.rate==");

    /** Unusual names, with which files can be written all the same. */
    public static final List<String> UNUSUAL =
            List.of("wav=a%00b%zz%2.wav,csv=%ff%fe.csv", "wav=a\tb,csv=\u00e9\u4e2d.csv,\u00e9=1");

    private static final Pattern START = Pattern.compile("echotrace [^ :]+: ((no output asked for|cannot play)[^:]*: )?"
            + "(playing|recording to|measuring to|neither playing nor recording).*");

    private BadOptions() {}

    /** How many lines the agent says to these options: what it does, and what was wrong. */
    public static int lines(String options) {
        return WRONG.contains(options) ? 2 : 1;
    }

    /** Asserts that beside the line of the start there is one, if something is wrong, which names the key or the value. */
    public static void assertSaid(String options, List<String> notices) {
        assertThat(notices).as(options).hasSize(lines(options));
        List<String> complaints =
                notices.stream().filter(line -> !START.matcher(line).matches()).toList();
        if (WRONG.contains(options)) {
            String[] keyAndValue = options.split("=", 2);
            assertThat(complaints)
                    .as(options)
                    .singleElement()
                    .satisfies(line -> assertThat(line.toLowerCase(Locale.ROOT))
                            .containsAnyOf(
                                    keyAndValue[0].toLowerCase(Locale.ROOT),
                                    keyAndValue[keyAndValue.length - 1].toLowerCase(Locale.ROOT))
                            .doesNotContain("exception"));
        } else {
            assertThat(complaints).as(options).isEmpty();
        }
    }
}
