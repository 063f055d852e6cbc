package io.echotrace.it.safety;

import java.util.List;

/** Options that nobody could follow: for a start of the agent with the host, and for one within a running host. */
public final class BadOptions {
    /** All of them; file names are relative, or lie where nothing can be made. */
    public static final List<String> ALL = List.of(
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
            "live=No Such Device",
            "wav=/proc/no/such/folder/run.wav",
            "csv=/proc/no/such/folder/run.csv",
            "wav=%{}%q%.wav,interval=1e9,=,,wav.rate==",
            "wav=a%00b%zz%2.wav,csv=%ff%fe.csv",
            "wav=a\tb,csv=\u00e9\u4e2d.csv,\u00e9=1");

    private BadOptions() {}
}
