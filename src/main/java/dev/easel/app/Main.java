package dev.easel.app;

/// Entry point. It does not extend `Application`, so that JavaFX may stand on either path.
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        System.out.println("Easel");
    }
}
