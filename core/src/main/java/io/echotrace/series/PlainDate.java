package io.echotrace.series;

import java.time.LocalDate;
import java.time.YearMonth;

/**
 * Reads the commonest form of a date in files, {@code 2014-02-14 14:27:00} with a blank or {@code T}, ten times faster
 * than the JDK does: long series have one in each row.
 */
final class PlainDate {
    private static final String FORM = "dddd-dd-dd dd:dd:dd";
    private static final int SECONDS_PER_DAY = 86_400;

    private PlainDate() {}

    /** Whether a cell is so written, and a date. */
    static boolean is(String cell) {
        if (cell.length() != FORM.length()) {
            return false;
        }
        for (int i = 0; i < FORM.length(); i++) {
            if (!fits(cell.charAt(i), FORM.charAt(i))) {
                return false;
            }
        }
        return isDay(number(cell, 0, 4), number(cell, 5, 2), number(cell, 8, 2)) && isTime(cell);
    }

    /** Seconds since 1970, taken as UTC, of a cell that is so written. */
    static long epochSecond(String cell) {
        LocalDate day = LocalDate.of(number(cell, 0, 4), number(cell, 5, 2), number(cell, 8, 2));
        long hours = number(cell, 11, 2);
        return day.toEpochDay() * SECONDS_PER_DAY + (hours * 60 + number(cell, 14, 2)) * 60 + number(cell, 17, 2);
    }

    private static boolean isDay(int year, int month, int day) {
        return isIn(month, 1, 12) && isIn(day, 1, YearMonth.of(year, month).lengthOfMonth());
    }

    private static boolean isTime(String cell) {
        return isIn(number(cell, 11, 2), 0, 23) && isIn(number(cell, 14, 2), 0, 59) && isIn(number(cell, 17, 2), 0, 59);
    }

    private static boolean fits(char character, char form) {
        if (form == 'd') {
            return character >= '0' && character <= '9';
        }
        return character == form || (form == ' ' && character == 'T');
    }

    private static boolean isIn(int number, int least, int most) {
        return number >= least && number <= most;
    }

    private static int number(String cell, int start, int length) {
        int number = 0;
        for (int i = start; i < start + length; i++) {
            number = 10 * number + cell.charAt(i) - '0';
        }
        return number;
    }
}
