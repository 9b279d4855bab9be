package dev.easel.preview;

import dev.easel.text.Texts;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;

/// The line above a page that wants WebGL where no graphics driver starts: why, and what to
/// install.
final class WebGlBannerView extends HBox {
    private final Preview preview;
    private final Texts texts;
    private final Label text = new Label();
    private boolean isDismissed;

    WebGlBannerView(Preview preview, Texts texts) {
        super(8);
        this.preview = preview;
        this.texts = texts;
        setId("webGlBanner");
        getStyleClass().addAll("guard-banner", "warning");
        setAlignment(Pos.CENTER_LEFT);
        text.setId("webGlBannerText");
        text.setWrapText(true);
        text.setMinHeight(Region.USE_PREF_SIZE);
        text.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(text, Priority.ALWAYS);
        Button close = PanelBar.button("webGlBannerClose", "fth-x", texts.get("guard.dismiss"));
        close.setOnAction(e -> {
            isDismissed = true;
            look();
        });
        getChildren().addAll(new FontIcon("fth-alert-triangle"), text, close);
        // Pages ask for WebGL when they like, and nothing tells.
        EverySecond.whileIn(this, this::look);
        look();
    }

    private void look() {
        String trouble = preview.webGl().map(w -> w.driver().trouble()).orElse("");
        text.setText(texts.get("webgl.missing", trouble));
        boolean isShown = !trouble.isEmpty() && !isDismissed;
        setVisible(isShown);
        setManaged(isShown);
    }
}
