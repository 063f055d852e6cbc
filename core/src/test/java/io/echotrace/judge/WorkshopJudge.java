package io.echotrace.judge;

import io.echotrace.ear.Recording;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Has a listener that was taught by made-up scenes name the faults of real programs, from their recordings. The first
 * argument is a file with a line a clip: what is to be heard in it, what else holds there, separated by commas, the second
 * at which it begins, and the WAV. The next, which may be left out, are how many lessons of each fault it gets (60), and
 * the seed (1).
 */
public final class WorkshopJudge {
    private WorkshopJudge() {}

    public static void main(String[] arguments) throws IOException {
        List<String> clips = Files.readAllLines(Path.of(arguments[0]));
        int lessons = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 60;
        long seed = arguments.length > 2 ? Long.parseLong(arguments[2]) : 1;
        Listener listener = School.teach(new Playlist(3 * seed, Register.NORMAL)
                .singles(Label.faults(), lessons, 3 * lessons)
                .clips());
        Confusion confusion = new Confusion();
        int right = 0;
        for (String line : clips) {
            String[] fields = line.split(" ", 3);
            List<Label> holding =
                    List.of(fields[0].split(",")).stream().map(Label::valueOf).toList();
            double from = Double.parseDouble(fields[1]);
            Recording clip = Recording.of(new File(fields[2]), from, from + Studio.CLIP_SECONDS);
            Label named = listener.name(new Heard(Set.of(holding.get(0)), Features.of(clip.mono())));
            confusion.count(holding.get(0), named);
            right += holding.contains(named) ? 1 : 0;
        }
        System.out.println("== real programs\n" + confusion);
        System.out.printf(
                Locale.ROOT, "named what held: %d of %d, %.1f %%%n", right, clips.size(), 100.0 * right / clips.size());
    }
}
