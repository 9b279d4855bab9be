package dev.easel.prompt;

import dev.easel.text.Texts;
import java.util.function.Supplier;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;

/// A context menu that copies a text.
final class CopyMenuView {
    private static final Texts TEXTS = Texts.of(CopyMenuView.class);

    private CopyMenuView() {}

    static void on(Region region, Supplier<String> text) {
        MenuItem copy = new MenuItem(TEXTS.get("card.copy"), new FontIcon("fth-copy"));
        copy.setOnAction(e -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(text.get());
            Clipboard.getSystemClipboard().setContent(content);
        });
        ContextMenu menu = new ContextMenu(copy);
        region.setOnContextMenuRequested(e -> menu.show(region, e.getScreenX(), e.getScreenY()));
    }
}
