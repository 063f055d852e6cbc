package io.echotrace.it.host;

/** Says hello, and ends as its argument says: {@code return}, {@code exit} with code 3, or {@code throw}. */
public final class Hello {
    private Hello() {}

    public static void main(String[] arguments) {
        System.out.println("hello");
        String end = arguments.length == 0 ? "return" : arguments[0];
        if (end.equals("exit")) {
            System.exit(3);
        }
        if (end.equals("throw")) {
            throw new IllegalStateException("as asked");
        }
    }
}
