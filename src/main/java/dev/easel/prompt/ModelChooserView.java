package dev.easel.prompt;

import dev.easel.provider.ModelInfo;
import dev.easel.provider.ModelProvider;
import dev.easel.text.Texts;
import java.util.MissingResourceException;
import java.util.function.Function;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.util.StringConverter;
import org.kordamp.ikonli.javafx.FontIcon;

/// Provider, model and thinking level, in a row.
public final class ModelChooserView extends HBox {
    private static final Texts TEXTS = Texts.of(ModelChooserView.class);

    private final ModelChooserViewModel model;
    private final ComboBox<ModelInfo> models = new ComboBox<>();
    private final Label problem = new Label(null, new FontIcon("fth-alert-circle"));

    public ModelChooserView(ModelChooserViewModel model) {
        this.model = model;
        setAlignment(Pos.CENTER_LEFT);
        setSpacing(6);
        ChoiceBox<ModelProvider> provider = new ChoiceBox<>();
        provider.setId("provider");
        provider.setConverter(shownAs(p -> text("provider." + p.id(), p.id())));
        provider.getItems().setAll(model.providers());
        provider.valueProperty().bindBidirectional(model.providerProperty());
        provider.setAccessibleText(TEXTS.get("chooser.provider"));
        setUpModels();
        problem.setId("modelsProblem");
        problem.getStyleClass().add("warning");
        problem.visibleProperty().bind(model.problemProperty().isNotEmpty());
        problem.managedProperty().bind(problem.visibleProperty());
        Tooltip why = new Tooltip();
        why.setWrapText(true);
        why.setMaxWidth(420);
        why.textProperty().bind(model.problemProperty());
        problem.setTooltip(why);
        problem.accessibleTextProperty().bind(model.problemProperty());
        getChildren()
                .addAll(offer(model), provider, models, problem, new ThinkingChooserView(model));
    }

    private static Button offer(ModelChooserViewModel model) {
        Button use = new Button(null, new FontIcon("fth-hard-drive"));
        use.setId("useFound");
        use.getStyleClass().addAll("small", "button-outlined", "success");
        use.setMinWidth(USE_PREF_SIZE);
        use.managedProperty().bind(use.visibleProperty());
        use.setOnAction(e -> model.offerProperty().get().ifPresent(o -> o.take().run()));
        model.offerProperty()
                .subscribe(offer -> {
                    use.setVisible(offer.isPresent());
                    offer.ifPresent(o -> {
                        use.setText(TEXTS.get("chooser.use", o.name()));
                        use.setTooltip(new Tooltip(TEXTS.get("chooser.useHelp", o.address())));
                    });
                });
        return use;
    }

    private void setUpModels() {
        models.setId("model");
        models.setEditable(true);
        models.getItems().setAll(model.models());
        model.models().addListener((ListChangeListener<ModelInfo>) c -> showList());
        models.setPrefWidth(230);
        models.setPromptText(TEXTS.get("chooser.model"));
        models.setAccessibleText(TEXTS.get("chooser.model"));
        models.setTooltip(new Tooltip(TEXTS.get("chooser.modelHelp")));
        models.setConverter(
                new StringConverter<>() {
                    @Override
                    public String toString(ModelInfo info) {
                        return info == null ? "" : info.id();
                    }

                    @Override
                    public ModelInfo fromString(String id) {
                        return ModelInfo.of(id.strip());
                    }
                });
        models.setCellFactory(list ->
                new ListCell<>() {
                    @Override
                    protected void updateItem(ModelInfo item, boolean empty) {
                        super.updateItem(item, empty);
                        setText(empty || item == null ? null : item.label());
                        setTooltip(empty || item == null ? null : new Tooltip(item.id()));
                    }
                });
        // The text is what counts, so that an id needs no Enter to be taken.
        models.getEditor().textProperty().bindBidirectional(model.modelProperty());
        model.modelProperty().subscribe(this::take);
    }

    // Else the item chosen before something was typed would count as chosen: a click on it would
    // change nothing.
    private void take(String id) {
        ModelInfo value = models.getValue();
        if (value == null || !value.id().equals(id)) {
            models.setValue(ModelInfo.of(id));
        }
    }

    // A combo box forgets its text when the chosen item leaves the list, even if it comes back.
    private void showList() {
        String chosen = model.modelProperty().get();
        models.getItems().setAll(model.models());
        model.modelProperty().set(chosen);
    }

    private static String text(String key, String otherwise) {
        try {
            return TEXTS.get(key);
        } catch (MissingResourceException e) {
            return otherwise;
        }
    }

    private static <T> StringConverter<T> shownAs(Function<T, String> label) {
        return new StringConverter<>() {
            @Override
            public String toString(T value) {
                return value == null ? "" : label.apply(value);
            }

            @Override
            public T fromString(String text) {
                throw new UnsupportedOperationException("Chosen, never typed");
            }
        };
    }
}
