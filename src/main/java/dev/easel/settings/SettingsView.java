package dev.easel.settings;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/// The sections of the settings: their names at the left, the chosen one beside them. What a
/// section holds belongs to the package that has something to set.
public final class SettingsView extends BorderPane {
    /// One section.
    ///
    /// @param id e.g. `preview`
    /// @param icon an Ikonli literal
    public record Section(String id, String title, String icon, Node content) {}

    private final ListView<Section> names = new ListView<>();

    /// @param sections at least one
    public SettingsView(List<Section> sections) {
        getStyleClass().add("settings-view");
        names.setId("settingsSections");
        names.getItems().setAll(sections);
        names.setCellFactory(l -> new NameCell());
        names.setPrefWidth(170);
        names.getSelectionModel().selectedItemProperty().subscribe(this::show);
        names.getSelectionModel().selectFirst();
        setLeft(names);
    }

    /// Opens a section.
    public void select(String id) {
        names.getItems().stream()
                .filter(s -> s.id().equals(id))
                .findFirst()
                .ifPresent(names.getSelectionModel()::select);
    }

    private void show(@Nullable Section section) {
        if (section == null) {
            return;
        }
        Label title = new Label(section.title());
        title.getStyleClass().add("settings-title");
        VBox page = new VBox(title, section.content());
        page.setAlignment(Pos.TOP_LEFT);
        page.getStyleClass().add("settings-page");
        ScrollPane scroll = new ScrollPane(page);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        setCenter(scroll);
    }

    private static final class NameCell extends ListCell<Section> {
        private final FontIcon icon = new FontIcon();

        NameCell() {
            setContentDisplay(ContentDisplay.LEFT);
            setGraphicTextGap(9);
        }

        @Override
        protected void updateItem(@Nullable Section item, boolean empty) {
            super.updateItem(item, empty);
            setText(item == null || empty ? null : item.title());
            setGraphic(item == null || empty ? null : icon);
            if (item != null) {
                icon.setIconLiteral(item.icon());
            }
        }
    }
}
