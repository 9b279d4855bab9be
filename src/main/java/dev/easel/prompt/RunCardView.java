package dev.easel.prompt;

import dev.easel.project.Revision;
import dev.easel.project.Run;
import dev.easel.project.RunStatus;
import dev.easel.text.Texts;
import dev.easel.ui.GrowingText;
import dev.easel.ui.MarkdownView;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.TitledPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/// One run: the prompt, a folding block of thoughts, the model's words, the result or the error.
final class RunCardView extends VBox {
    private static final Texts TEXTS = Texts.of(RunCardView.class);
    // While thoughts stream only their end can be read; laying out all of them for every chunk
    // costs.
    private static final int STREAMED_TAIL = 1_200;

    private final ConversationViewModel model;
    private final RunCard card;
    private final Label prompt = new Label();
    private final MarkdownView thoughts = new MarkdownView();
    private final TitledPane thinking = new TitledPane();
    private final MarkdownView prose = new MarkdownView();
    private final HBox progress = new HBox();
    private final Label progressText = new Label();
    private final VBox outcome = new VBox();
    private final Label figures = new Label();

    RunCardView(ConversationViewModel model, RunCard card) {
        this.model = model;
        this.card = card;
        getStyleClass().add("run-card");
        prompt.setText(card.run().prompt());
        prompt.getStyleClass().add("run-prompt");
        thoughts.getStyleClass().add("run-thoughts");
        thinking.setContent(thoughts);
        thinking.getStyleClass().add("run-thinking");
        thinking.setAnimated(false);
        ProgressIndicator wheel = new ProgressIndicator();
        wheel.setMaxSize(14, 14);
        progress.getChildren().addAll(wheel, progressText);
        progress.getStyleClass().add("run-progress");
        progress.setAlignment(Pos.CENTER_LEFT);
        outcome.getStyleClass().add("run-outcome");
        figures.getStyleClass().addAll("text-small", "text-muted");
        for (Label label : new Label[] {prompt, figures}) {
            label.setWrapText(true);
            label.setMinHeight(USE_PREF_SIZE);
        }
        copyable(prompt, () -> card.run().prompt());
        copyable(thoughts, () -> card.thoughts().toString());
        copyable(prose, () -> card.prose().toString());
        getChildren().addAll(prompt, thinking, prose, progress, outcome, figures);
        card.thoughts().lengthProperty().addListener(o -> showTexts());
        card.prose().lengthProperty().addListener(o -> showTexts());
        card.runProperty().addListener((o, before, now) -> showRun(before, now));
        card.revisionProperty().addListener(o -> showOutcome());
        thinking.setExpanded(running());
        showTexts();
        showRun(card.run(), card.run());
    }

    private boolean running() {
        return card.run().status() == RunStatus.RUNNING;
    }

    private void showTexts() {
        GrowingText thought = card.thoughts();
        show(thinking, !thought.isBlank());
        thoughts.show((running() ? thought.tail(STREAMED_TAIL) : thought.toString()).strip());
        show(prose, !card.prose().isBlank());
        prose.show(card.prose().toString());
        progressText.setText(
                TEXTS.get(
                        thought.isBlank() && card.prose().isBlank()
                                ? "card.waiting"
                                : "card.writing"));
        if (running() && !card.prose().isBlank()) {
            thinking.setExpanded(false);
        }
    }

    private void showRun(Run before, Run run) {
        show(progress, running());
        figures.setText(Figures.of(run));
        long thought =
                run.timings().firstThought() >= 0 && run.timings().firstToken() >= 0
                        ? run.timings().firstToken() - run.timings().firstThought()
                        : -1;
        thinking.setText(
                running()
                        ? TEXTS.get("card.thinking")
                        : thought >= 0
                                ? TEXTS.get("card.thoughtsTimed", Figures.duration(thought))
                                : TEXTS.get("card.thoughts"));
        if (before.status() != run.status()) {
            thinking.setExpanded(false);
            showTexts();
        }
        showOutcome();
    }

    private void showOutcome() {
        outcome.getChildren().clear();
        Optional<Revision> revision = card.revisionProperty().get();
        revision.ifPresent(r -> outcome.getChildren().add(result(r)));
        if (!card.run().message().isEmpty()) {
            outcome.getChildren().add(message());
        }
        show(outcome, !outcome.getChildren().isEmpty());
    }

    private Node result(Revision revision) {
        String names =
                revision.artifact().files().stream()
                        .map(f -> f.path())
                        .collect(Collectors.joining(", "));
        Button open =
                new Button(
                        TEXTS.get("card.result", names, revision.artifact().lines()),
                        new FontIcon("fth-file-text"));
        open.getStyleClass().addAll("flat", "run-result");
        open.setTooltip(new Tooltip(TEXTS.get("card.open")));
        open.setOnAction(e -> model.open(card));
        Label number = new Label(TEXTS.get("card.revision", revision.number()));
        number.getStyleClass().add("revision-badge");
        HBox row = new HBox(number, open);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("run-result-row");
        if (revision.partial()) {
            Label partial = new Label(TEXTS.get("card.partial"));
            partial.getStyleClass().add("partial-badge");
            row.getChildren().add(1, partial);
        }
        return row;
    }

    private Node message() {
        Label text = new Label(card.run().message(), new FontIcon("fth-alert-triangle"));
        text.setWrapText(true);
        text.setMinHeight(USE_PREF_SIZE);
        text.setId("runMessage");
        copyable(text, () -> card.run().message());
        Button again = new Button(TEXTS.get("card.tryAgain"), new FontIcon("fth-rotate-cw"));
        again.getStyleClass().add("small");
        again.setOnAction(e -> model.tryAgain(card));
        VBox box = new VBox(text, again);
        box.getStyleClass()
                .addAll(
                        "run-message",
                        card.run().status() == RunStatus.FAILED ? "failed" : "stopped");
        return box;
    }

    private static void copyable(Region region, Supplier<String> text) {
        MenuItem copy = new MenuItem(TEXTS.get("card.copy"), new FontIcon("fth-copy"));
        copy.setOnAction(e -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(text.get());
            Clipboard.getSystemClipboard().setContent(content);
        });
        ContextMenu menu = new ContextMenu(copy);
        region.setOnContextMenuRequested(e -> menu.show(region, e.getScreenX(), e.getScreenY()));
    }

    private static void show(Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }
}
