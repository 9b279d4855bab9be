package dev.easel.settings;

import dev.easel.library.cache.FetchRules.Mode;
import dev.easel.settings.FetchSettingsViewModel.HostRule;
import dev.easel.text.Texts;
import java.util.List;
import java.util.Locale;
import javafx.beans.InvalidationListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/// The network of pages: when they may fetch, from whom, and what they have.
public final class FetchSettingsView extends VBox {
    private static final Texts TEXTS = Texts.of(FetchSettingsView.class);

    private final FetchSettingsViewModel model;
    private final VBox hosts = new VBox(2);

    public FetchSettingsView(FetchSettingsViewModel model) {
        this.model = model;
        getStyleClass().add("settings-section");
        getChildren().add(heading("network"));
        ToggleGroup group = new ToggleGroup();
        List.of(Mode.ASK, Mode.NEVER, Mode.ALWAYS)
                .forEach(mode -> getChildren().add(choice(mode, group)));
        hosts.setId("fetchHosts");
        getChildren().addAll(heading("hosts"), hosts, new FetchedFilesView(model));
        model.hosts().addListener((InvalidationListener) o -> showHosts());
        showHosts();
    }

    private static Label heading(String key) {
        Label label = new Label(TEXTS.get(key));
        label.getStyleClass().add("settings-heading");
        return label;
    }

    private Node choice(Mode mode, ToggleGroup group) {
        String id = mode.name().toLowerCase(Locale.ROOT);
        RadioButton button = new RadioButton(TEXTS.get("network." + id));
        button.setId("network-" + id);
        button.setToggleGroup(group);
        button.setSelected(model.modeProperty().get() == mode);
        button.setOnAction(e -> model.choose(mode));
        Label help = new Label(TEXTS.get("network." + id + ".help"));
        help.getStyleClass().add("settings-help");
        help.setWrapText(true);
        help.setMinHeight(USE_PREF_SIZE);
        return new VBox(2, button, help);
    }

    private void showHosts() {
        hosts.getChildren().clear();
        if (model.hosts().isEmpty()) {
            Label none = new Label(TEXTS.get("hosts.none"));
            none.getStyleClass().add("text-muted");
            hosts.getChildren().add(none);
        }
        model.hosts().forEach(rule -> hosts.getChildren().add(row(rule)));
    }

    private Node row(HostRule rule) {
        FontIcon icon = new FontIcon(rule.allowed() ? "fth-check" : "fth-slash");
        Label host = new Label(rule.host(), icon);
        Label said = new Label(TEXTS.get(rule.allowed() ? "hosts.allowed" : "hosts.denied"));
        said.getStyleClass().add("text-muted");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button forget = new Button(TEXTS.get("hosts.forget"));
        forget.getStyleClass().addAll("small", "flat");
        forget.setOnAction(e -> model.forget(rule.host()));
        HBox row = new HBox(10, host, said, gap, forget);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }
}
