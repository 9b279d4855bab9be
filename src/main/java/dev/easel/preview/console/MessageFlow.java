package dev.easel.preview.console;

import dev.easel.preview.sandbox.PageValue;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import javafx.scene.paint.Color;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/// The text of a row, in pieces, with what is searched for marked in it.
final class MessageFlow extends TextFlow {
    /// A longer text would make a row that no list scrolls well; copying takes all of it.
    private static final int LONGEST = 3_000;

    private ConsoleFilter filter = ConsoleFilter.ALL;
    private Color background = Color.WHITE;
    private int room;

    MessageFlow() {
        getStyleClass().add("message");
    }

    /// Empties it.
    ///
    /// @param background that the page's own colours must be readable on
    void begin(ConsoleFilter marked, Color background) {
        getChildren().clear();
        filter = marked;
        this.background = background;
        room = LONGEST;
    }

    void add(PageValue value) {
        add(value.text(), ConsoleLook.styles(value.kind()), ConsoleLook.PLAIN);
    }

    void add(String text, String... styles) {
        add(text, List.of(styles), ConsoleLook.PLAIN);
    }

    void add(String text, ConsoleLook look) {
        add(text, List.of(), look);
    }

    private void add(String whole, Collection<String> styles, ConsoleLook look) {
        String text = whole.length() > room ? whole.substring(0, room) + "…" : whole;
        room -= Math.min(room, whole.length());
        int from = 0;
        if (filter.isSearch()) {
            Matcher found = filter.pattern().matcher(text);
            while (found.find()) {
                piece(text.substring(from, found.start()), styles, look);
                piece(found.group(), List.of("found"), ConsoleLook.PLAIN);
                from = found.end();
            }
        }
        piece(text.substring(from), styles, look);
    }

    private void piece(String text, Collection<String> styles, ConsoleLook look) {
        if (text.isEmpty()) {
            return;
        }
        Text piece = new Text(text);
        piece.getStyleClass().add("text");
        piece.getStyleClass().addAll(styles);
        if (look.isBold()) {
            piece.getStyleClass().add("bold");
        }
        if (look.isItalic()) {
            piece.getStyleClass().add("italic");
        }
        piece.setUnderline(look.isUnderlined());
        look.color()
                .filter(c -> look.isReadableOn(background))
                .ifPresent(c -> piece.setStyle("-fx-fill: " + web(c)));
        getChildren().add(piece);
    }

    private static String web(Color c) {
        return String.format("#%06x", (c.hashCode() >>> 8) & 0xFFFFFF);
    }
}
