package io.echotrace.judge;

import io.echotrace.session.LegendSound;
import io.echotrace.session.SoundOptions;
import io.echotrace.voice.Mix;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
        LegendListener listener = LegendListener.taughtBy(lessons(register));
        Confusion confusion = new Confusion();
        new Playlist(3 * seed + 1, register)
                .singles(Label.faults(), clips, clips * 15 / 2)
                .clips()
                .map(clip -> List.of(
                        clip.labels().iterator().next(), listener.name(clip.sound().mono())))
                .toList()
                .forEach(answer -> confusion.count(answer.get(0), answer.get(1)));
        System.out.println("== taught by the legend alone\n" + confusion);
    }

    private static LegendLessons lessons(Register register) throws IOException {
        Path folder = Files.createTempDirectory("legend");
        SoundOptions options = SoundOptions.DEFAULT.withMix(Mix.ALL.withLowRegister(register == Register.LOW));
        LegendSound.Performance legend =
                new LegendSound(options).write(folder.resolve("legend.wav").toFile());
        LegendLessons lessons = LegendLessons.of(legend.wav());
        for (File file : List.of(legend.wav(), legend.captions(), folder.toFile())) {
            Files.delete(file.toPath());
        }
        return lessons;
    }
}
