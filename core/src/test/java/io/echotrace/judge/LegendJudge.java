package io.echotrace.judge;

import java.io.IOException;
import java.util.List;
import java.util.Locale;

/**
 * Plays the legend to a listener that has heard nothing else, and prints what it then names the clips that
 * {@link Judge} tests its own listener with. Arguments, all of which may be left out: clips of each fault (40; and 7.5
 * times as many of health), seed (1), register (normal).
 */
public final class LegendJudge {
    private LegendJudge() {}

    public static void main(String[] arguments) throws IOException {
        int clips = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 40;
        long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : 1;
        String name = arguments.length > 2 ? arguments[2] : Register.NORMAL.name();
        Register register = Register.valueOf(name.toUpperCase(Locale.ROOT));
        LegendListener listener = LegendListener.taughtBy(LegendLessons.of(LegendFile.play(register)));
        Confusion confusion = new Confusion();
        new Playlist(3 * seed + 1, register)
                .singles(Label.faults(), clips, clips * 15 / 2)
                .clips()
                .map(clip -> List.of(
                        clip.labels().iterator().next(),
                        listener.name(clip.sound().mono())))
                .toList()
                .forEach(answer -> confusion.count(answer.get(0), answer.get(1)));
        System.out.println("== taught by the legend alone\n" + confusion);
    }
}
