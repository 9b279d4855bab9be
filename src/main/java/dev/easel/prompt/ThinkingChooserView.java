package dev.easel.prompt;

import dev.easel.provider.ThinkingLevels;
import dev.easel.text.Texts;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
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

    // A combo box loses its value when its list is replaced.
    private void show(ThinkingLevels.Offer offer) {
        changing = true;
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

        /// What is typed is a label, or the bare name of a level.
        @Override
        public String fromString(String typed) {
            return Stream.concat(ThinkingLevels.ANY.names().stream(), Stream.of(bare(typed)))
                    .filter(level -> toString(level).equalsIgnoreCase(typed.strip()))
                    .findFirst()
                    .orElse(bare(typed));
        }

        private static String bare(String typed) {
            return typed.substring(typed.indexOf(':') + 1).strip();
        }
    }
}
