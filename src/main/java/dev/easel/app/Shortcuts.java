package dev.easel.app;

import java.util.LinkedHashMap;
import java.util.Map;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/// The keys of the window; README lists them.
final class Shortcuts {
    private final Map<KeyCombination, Runnable> keys = new LinkedHashMap<>();

    Shortcuts on(KeyCode code, Runnable action, KeyCombination.Modifier... modifiers) {
        keys.put(new KeyCodeCombination(code, modifiers), action);
        return this;
    }

    /// Keys that a focused control uses itself (Esc in a menu, text keys) reach it first; function
    /// keys are ours even when the page in the preview has the focus.
    void install(Scene scene) {
        scene.addEventFilter(
                KeyEvent.KEY_PRESSED,
                key -> {
                    if (key.getCode().isFunctionKey()) {
                        press(key);
                    }
                });
        scene.addEventHandler(KeyEvent.KEY_PRESSED, this::press);
    }

    private void press(KeyEvent key) {
        keys.entrySet().stream()
                .filter(e -> e.getKey().match(key))
                .findFirst()
                .ifPresent(e -> {
                    e.getValue().run();
                    key.consume();
                });
    }
}
