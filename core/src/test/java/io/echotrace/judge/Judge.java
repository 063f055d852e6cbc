package io.echotrace.judge;

import java.util.List;
import java.util.Locale;

/**
 * Trains a listener and prints what it tells apart. Arguments, all of which may be left out: test clips of each fault (40;
 * with half as many again to train on, and 300 of health), seed (1), register (normal), faults by name, separated by commas
 * (all).
 */
public final class Judge {
    private static final int PAIRS_PER_CLIP = 4;

    private Judge() {}

    public static void main(String[] arguments) {
        int clips = Integer.parseInt(argument(arguments, 0, "40"));
        long seed = Long.parseLong(argument(arguments, 1, "1"));
        Register register = Register.valueOf(argument(arguments, 2, "NORMAL"));
        String names = argument(arguments, 3, "");
        List<Label> faults = names.isEmpty()
                ? Label.faults()
                : List.of(names.split(",")).stream().map(Label::valueOf).toList();
        int lessons = clips * 3 / 2;
        Listener listener = School.teach(new Playlist(3 * seed, register)
                .singles(faults, lessons, 3 * lessons)
                .clips());
        School.examine(
                        listener,
                        new Playlist(3 * seed + 1, register)
                                .singles(faults, clips, clips * 15 / 2)
                                .clips(),
                        Stress.values())
                .forEach((stress, confusion) -> System.out.println("== " + stress.words() + "\n" + confusion));
        Playlist pairs = new Playlist(3 * seed + 2, register).pairs(faults, PAIRS_PER_CLIP * clips);
        System.out.println("== two faults at once\n" + School.examinePairs(listener, pairs.clips()));
    }

    private static String argument(String[] arguments, int index, String otherwise) {
        return index < arguments.length ? arguments[index].toUpperCase(Locale.ROOT) : otherwise;
    }
}
