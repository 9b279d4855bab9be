package dev.easel.preview;

import dev.easel.preview.FetchViewModel.Phase;
import dev.easel.preview.FetchViewModel.Summary;
import dev.easel.preview.sandbox.NetworkEntry;
import dev.easel.text.Texts;
import dev.easel.ui.Wheel;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;

/// The line above the page when it names files that Easel does not have. It never stands in the way
/// of the page.
final class FetchBannerView extends HBox {
    private final FetchViewModel model;
    private final Texts texts;
    private final FontIcon icon = new FontIcon("fth-info");
    private final Wheel wheel = new Wheel(14);
    private final Label label = new Label();
    private final Button review;
    private final Button fetch;
    private final Button cancel;
    private final Button reload;

    /// @param review shows the denied requests
    FetchBannerView(FetchViewModel model, Runnable review, Texts texts) {
        this.model = model;
        this.texts = texts;
        setId("fetchBanner");
        getStyleClass().add("fetch-banner");
        setAlignment(Pos.CENTER_LEFT);
        label.setId("fetchBannerText");
        label.setWrapText(true);
        // Two lines are enough; the tooltip and the list have the rest.
        label.setMinHeight(Region.USE_PREF_SIZE);
        HBox.setHgrow(label, Priority.ALWAYS);
        label.setMaxWidth(Double.MAX_VALUE);
        this.review = button("fetchReview", "fetch.review", review);
        this.fetch = button("fetchAll", "fetch.all", this::ask);
        this.cancel = button("fetchCancel", "fetch.cancel", model::cancel);
        this.reload = button("fetchReload", "fetch.reload", model::reload);
        fetch.getStyleClass().add("accent");
        reload.getStyleClass().add("accent");
        Button close = PanelBar.button("fetchDismiss", "fth-x", texts.get("fetch.dismiss"));
        close.setOnAction(e -> model.dismiss());
        getChildren().addAll(icon, wheel, label, this.review, this.fetch, cancel, reload, close);
        model.summaryProperty().subscribe(this::show);
    }

    private Button button(String id, String key, Runnable action) {
        return PanelBar.wordButton(id, texts.get(key), action);
    }

    private void show(Summary summary) {
        Phase phase = summary.phase();
        setVisible(phase != Phase.QUIET);
        setManaged(phase != Phase.QUIET);
        label.setText(text(summary));
        see(icon, phase != Phase.FETCHING);
        see(wheel, phase == Phase.FETCHING);
        see(review, phase == Phase.OFFERING || phase == Phase.FAILED);
        see(fetch, phase == Phase.OFFERING || phase == Phase.FAILED);
        fetch.setText(texts.get(phase == Phase.FAILED ? "fetch.again" : "fetch.all"));
        see(cancel, phase == Phase.FETCHING);
        see(reload, phase == Phase.FETCHED || (phase == Phase.FAILED && summary.kept() > 0));
        icon.setIconLiteral(
                switch (phase) {
                    case FETCHED -> "fth-check-circle";
                    case FAILED -> "fth-alert-triangle";
                    case QUIET, OFFERING, FETCHING -> "fth-info";
                });
        getStyleClass().removeAll("failed", "fetched");
        switch (phase) {
            case FETCHED -> getStyleClass().add("fetched");
            case FAILED -> getStyleClass().add("failed");
            case QUIET, OFFERING, FETCHING -> {}
        }
    }

    private String text(Summary s) {
        return switch (s.phase()) {
            case QUIET -> "";
            case OFFERING -> texts.get("fetch.offer", s.files());
            case FETCHING ->
                    texts.get("fetch.progress", s.kept(), s.files(), ByteCount.of(s.bytes()));
            case FETCHED -> texts.get("fetch.done", s.kept());
            case FAILED -> texts.get("fetch.failed", s.failed(), s.why(), s.kept());
        };
    }

    private static void see(Node node, boolean seen) {
        node.setVisible(seen);
        node.setManaged(seen);
    }

    private void ask() {
        List<NetworkEntry> offers = model.offers();
        if (new FetchDialog(getScene().getWindow(), offers, texts).isConfirmed()) {
            model.fetch(offers);
        }
    }
}
