package dev.easel.prompt;

import dev.easel.generate.PageError;
import dev.easel.project.FileChanges;
import dev.easel.project.Revision;
import dev.easel.project.RunStatus;
import dev.easel.text.Texts;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/// What came of a run: its revision, what it changed, and why it is not whole.
final class RunOutcomeView extends VBox {
    private static final Texts TEXTS = Texts.of(RunOutcomeView.class);

    private final ConversationViewModel model;
    private final RunCard card;

    RunOutcomeView(ConversationViewModel model, RunCard card) {
        this.model = model;
        this.card = card;
        getStyleClass().add("run-outcome");
    }

    void update() {
        getChildren().clear();
        Optional<Revision> revision = card.revisionProperty().get();
        revision.ifPresent(r -> getChildren().add(result(r)));
        List<FileChanges> changes = card.changesProperty().get();
        if (revision.isPresent() && !changes.isEmpty()) {
            getChildren().add(changes(changes));
        }
        if (revision.isPresent() && !card.errorsProperty().get().isEmpty()) {
            getChildren().add(errors(card.errorsProperty().get()));
        }
        if (!card.run().message().isEmpty()) {
            getChildren().add(message());
        }
        setVisible(!getChildren().isEmpty());
        setManaged(isVisible());
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

    private Node changes(List<FileChanges> changes) {
        int count = changes.stream().mapToInt(FileChanges::changes).sum();
        String where =
                changes.size() == 1
                        ? changes.getFirst().path()
                        : TEXTS.get("card.files", changes.size());
        Label text = new Label(TEXTS.get("card.changes", count, where));
        text.setId("runChanges");
        Label added = new Label("+" + changes.stream().mapToInt(FileChanges::added).sum());
        added.getStyleClass().addAll("diff-added", "diff-count");
        Label removed = new Label("\u2212" + changes.stream().mapToInt(FileChanges::removed).sum());
        removed.getStyleClass().addAll("diff-removed", "diff-count");
        Button show = new Button(TEXTS.get("card.showChanges"), new FontIcon("fth-git-commit"));
        show.setId("showChanges");
        show.getStyleClass().addAll("small", "flat", "accent");
        show.setOnAction(e -> model.showChanges(card));
        HBox counts = new HBox(text, added, removed);
        counts.setAlignment(Pos.CENTER_LEFT);
        counts.getStyleClass().add("run-changes");
        FlowPane row = new FlowPane(counts, show);
        row.getStyleClass().add("run-changes-row");
        return row;
    }

    private Node errors(List<PageError> errors) {
        Label text =
                new Label(
                        TEXTS.get("card.errors", errors.size(), errors.getFirst().text()),
                        new FontIcon("fth-alert-octagon"));
        text.setId("pageErrors");
        text.setTooltip(
                new Tooltip(
                        errors.stream().map(PageError::text).collect(Collectors.joining("\n"))));
        Button fix = new Button(TEXTS.get("card.fix"), new FontIcon("fth-tool"));
        fix.setId("fix");
        fix.getStyleClass().addAll("small", "accent");
        fix.disableProperty().bind(model.runningProperty());
        fix.setOnAction(e -> model.fix(card));
        CheckBox always = new CheckBox(TEXTS.get("card.fixAlways"));
        always.setId("fixAlways");
        always.getStyleClass().add("text-small");
        always.setTooltip(new Tooltip(TEXTS.get("card.fixAlwaysHelp")));
        always.selectedProperty().bindBidirectional(model.repairsProperty());
        HBox buttons = new HBox(fix, always);
        buttons.setAlignment(Pos.CENTER_LEFT);
        buttons.getStyleClass().add("run-buttons");
        VBox box = new VBox(text, buttons);
        String stopped = card.stoppedProperty().get();
        if (!stopped.isEmpty()) {
            Label why = new Label(stopped);
            why.setId("repairStopped");
            why.setWrapText(true);
            why.setMinHeight(USE_PREF_SIZE);
            box.getChildren().add(1, why);
        }
        box.getStyleClass().addAll("run-message", "failed");
        return box;
    }

    private Node message() {
        Label text = new Label(card.run().message(), new FontIcon("fth-alert-triangle"));
        text.setWrapText(true);
        text.setMinHeight(USE_PREF_SIZE);
        text.setId("runMessage");
        CopyMenuView.on(text, () -> card.run().message());
        VBox box = new VBox(text);
        boolean failed = card.run().status() == RunStatus.FAILED;
        box.getStyleClass().addAll("run-message", failed ? "failed" : "stopped");
        HBox buttons = new HBox();
        buttons.getStyleClass().add("run-buttons");
        if (model.canContinue(card)) {
            Button more = new Button(TEXTS.get("card.continue"), new FontIcon("fth-play"));
            more.setId("continueReply");
            more.getStyleClass().addAll("small", "accent");
            more.setTooltip(new Tooltip(TEXTS.get("card.continueHelp")));
            more.setOnAction(e -> model.continueReply(card));
            buttons.getChildren().add(more);
        }
        if (model.canTryAgain(card)) {
            Button again = new Button(TEXTS.get("card.tryAgain"), new FontIcon("fth-rotate-cw"));
            again.getStyleClass().add("small");
            again.setOnAction(e -> model.tryAgain(card));
            buttons.getChildren().add(again);
        }
        if (!buttons.getChildren().isEmpty()) {
            box.getChildren().add(buttons);
        }
        return box;
    }
}
