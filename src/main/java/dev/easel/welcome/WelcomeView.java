package dev.easel.welcome;

import dev.easel.provider.samples.Sample;
import dev.easel.text.Texts;
import java.util.List;
import java.util.function.Consumer;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/// What is seen before there is a page: the samples, and the ways to connect a model.
public final class WelcomeView extends StackPane {
    private static final Texts TEXTS = Texts.of(WelcomeView.class);

    /// @param play starts a sample
    public WelcomeView(
            List<Sample> samples,
            Consumer<Sample> play,
            ConnectViewModel gemini,
            ConnectViewModel server,
            ObservableList<FoundServer> found) {
        getStyleClass().add("welcome");
        setId("welcome");
        VBox content =
                new VBox(
                        label("headline", "welcome-headline"),
                        label("lead", "welcome-lead"),
                        label("samples", "welcome-section"),
                        samples(samples, play),
                        label("samples.note", "text-muted"),
                        label("models", "welcome-section"),
                        columns(
                                List.of(
                                        ConnectView.gemini(gemini),
                                        ConnectView.server(server, found))));
        content.getStyleClass().add("welcome-content");
        StackPane centred = new StackPane(content);
        centred.setAlignment(Pos.TOP_CENTER);
        ScrollPane scroll = new ScrollPane(centred);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        getChildren().add(scroll);
    }

    private static Label label(String key, String style) {
        Label label = new Label(TEXTS.get(key));
        label.getStyleClass().add(style);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }

    private static GridPane samples(List<Sample> samples, Consumer<Sample> play) {
        return columns(samples.stream().map(s -> card(s, play)).toList());
    }

    // Two columns of equal width.
    private static GridPane columns(List<Node> nodes) {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("welcome-samples");
        ColumnConstraints half = new ColumnConstraints();
        half.setPercentWidth(50);
        grid.getColumnConstraints().setAll(half, half);
        for (int i = 0; i < nodes.size(); i++) {
            GridPane.setHgrow(nodes.get(i), Priority.ALWAYS);
            grid.add(nodes.get(i), i % 2, i / 2);
        }
        return grid;
    }

    private static Node card(Sample sample, Consumer<Sample> play) {
        Label title = new Label(sample.title());
        title.getStyleClass().add("sample-title");
        Label summary = new Label(sample.summary());
        summary.getStyleClass().add("sample-summary");
        summary.setWrapText(true);
        VBox texts = new VBox(3, title, summary);
        Button card = new Button(null, new VBox(9, new FontIcon(icon(sample)), texts));
        card.setId("sample-" + sample.id());
        card.setAccessibleText(sample.title() + ". " + sample.summary());
        card.getStyleClass().setAll("sample-card");
        card.setMaxWidth(Double.MAX_VALUE);
        card.setOnAction(e -> play.accept(sample));
        return card;
    }

    private static String icon(Sample sample) {
        return switch (sample.icon()) {
            case "domino" -> "fth-box";
            case "balloon" -> "fth-sun";
            case "game controller" -> "fth-tv";
            case "desktop computer" -> "fth-monitor";
            default -> "fth-play-circle";
        };
    }
}
