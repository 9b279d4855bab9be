package dev.easel.prompt;

import dev.easel.provider.ThinkingLevels;
import dev.easel.text.Texts;
import java.util.List;
import java.util.Objects;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Tooltip;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// The thinking level: a choice of those that the model takes, and a field to type in for models of
/// which Easel knows nothing.
final class ThinkingChooserView extends ComboBox<String> {
    private static final Texts TEXTS = Texts.of(ThinkingChooserView.class);

    private final ModelChooserViewModel model;
    private boolean changing;

    ThinkingChooserView(ModelChooserViewModel model) {
        this.model = model;
        setId("thinking");
        setPrefWidth(185);
        setAccessibleText(TEXTS.get("chooser.thinking"));
        setConverter(new Label());
        show(model.levelsProperty().get());
        model.levelsProperty().addListener((o, before, now) -> show(now));
        model.thinkingProperty().addListener((o, before, now) -> choose(now));
        valueProperty()
                .addListener((o, before, now) -> {
                    if (!changing) {
                        model.thinkingProperty().set(Objects.requireNonNullElse(now, ""));
                    }
                });
    }

    // A combo box loses its value when its list is replaced, or else keeps it and goes on showing
    // what stands in its place: without a value before, the one that is set after it is shown.
    private void show(ThinkingLevels.Offer offer) {
        changing = true;
        setValue(null);
        getItems().setAll(offer.names());
        setEditable(offer.open());
        setDisable(offer.equals(ThinkingLevels.NONE));
        setTooltip(
                new Tooltip(TEXTS.get(offer.open() ? "chooser.thinkingOpen" : "chooser.thinking")));
        changing = false;
        choose(model.thinkingProperty().get());
    }

    private void choose(String level) {
        changing = true;
        setValue(level);
        if (isEditable()) {
            getEditor().setText(getConverter().toString(level));
        }
        changing = false;
    }

    private static final class Label extends StringConverter<String> {
        @Override
        public String toString(@Nullable String level) {
            List<String> known = ThinkingLevels.ANY.names();
            return level == null || !known.contains(level)
                    ? TEXTS.get("thinking.other", Objects.requireNonNullElse(level, ""))
                    : TEXTS.get("thinking." + level);
        }

        /// What is typed is a label, its end, or the bare name of a level.
        @Override
        public String fromString(String typed) {
            String word = bare(typed);
            return ThinkingLevels.ANY.names().stream()
                    .filter(level ->
                            level.equalsIgnoreCase(word)
                                    || bare(toString(level)).equalsIgnoreCase(word))
                    .findFirst()
                    .orElse(word);
        }

        private static String bare(String typed) {
            return typed.substring(typed.indexOf(':') + 1).strip();
        }
    }
}
