package dev.easel.prompt;

import dev.easel.cost.CostWords;
import dev.easel.project.Origin;
import dev.easel.project.Run;
import dev.easel.project.RunStatus;
import dev.easel.text.Texts;
import dev.easel.ui.GrowingText;
import dev.easel.ui.MarkdownView;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TitledPane;
import javafx.scene.control.Tooltip;
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
    private final RunOutcomeView outcome;
    private final SentContextView sent = new SentContextView(true);
    private final Label note = new Label(null, new FontIcon("fth-info"));
    private final Label figures = new Label();
    private final InvalidationListener situation = o -> showSituation();

    RunCardView(ConversationViewModel model, RunCard card) {
        this.card = card;
        this.model = model;
        outcome = new RunOutcomeView(model, card);
        getStyleClass().add("run-card");
        showPrompt();
        thoughts.getStyleClass().add("run-thoughts");
        thinking.setContent(thoughts);
        thinking.getStyleClass().add("run-thinking");
        thinking.setAnimated(false);
        figures.getStyleClass().addAll("text-small", "text-muted");
        for (Label label : new Label[] {prompt, note, figures}) {
            label.setWrapText(true);
            label.setMinHeight(USE_PREF_SIZE);
        }
        CopyMenuView.on(prompt, () -> card.run().prompt());
        CopyMenuView.on(thoughts, () -> card.thoughts().toString());
        CopyMenuView.on(prose, () -> card.prose().toString());
        RunImagesView images = new RunImagesView(model, card);
        note.getStyleClass().addAll("text-small", "text-muted");
        card.noteProperty().addListener(o -> showNote());
        RetryView retry =
                new RetryView(
                        card.retryProperty(),
                        new RetryView.Actions(() -> model.tryNow(card), () -> model.stop(card)),
                        true,
                        InstantSource.system());
        RunProgressView progress = new RunProgressView(card, InstantSource.system());
        getChildren()
                .addAll(
                        prompt, images, note, thinking, prose, progress, retry, outcome, figures,
                        sent);
        card.thoughts().lengthProperty().addListener(o -> showTexts());
        card.prose().lengthProperty().addListener(o -> showTexts());
        card.runProperty().addListener((o, before, now) -> showRun(before, now));
        card.revisionProperty().addListener(o -> outcome.update());
        card.changesProperty().addListener(o -> outcome.update());
        card.errorsProperty().addListener(o -> outcome.update());
        card.stoppedProperty().addListener(o -> outcome.update());
        card.sentProperty().addListener(o -> showSent());
        // The conversation outlives its cards.
        model.runningProperty().addListener(new WeakInvalidationListener(situation));
        model.cards().addListener(new WeakInvalidationListener(situation));
        thinking.setExpanded(running());
        showTexts();
        showSent();
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
        if (running() && !card.prose().isBlank()) {
            thinking.setExpanded(false);
        }
    }

    private void showRun(Run before, Run run) {
        showNote();
        showFigures();
        long thought =
                run.timings().firstThought() >= 0 && run.timings().firstToken() >= 0
                        ? run.timings().firstToken() - run.timings().firstThought()
                        : -1;
        thinking.setText(
                thought >= 0
                        ? TEXTS.get("card.thoughtsTimed", Figures.duration(thought))
                        : TEXTS.get(running() ? "card.thinking" : "card.thoughts"));
        if (before.status() != run.status()) {
            thinking.setExpanded(false);
            showTexts();
        }
        outcome.update();
    }

    // The last card of an exchange that took several runs tells what they cost together.
    private void showFigures() {
        List<Run> runs = model.exchangeUpTo(card);
        String text = Figures.of(card.run());
        boolean sum = runs.size() > 1 && !running();
        figures.setText(sum ? text + "\n" + CostWords.together(runs) : text);
        String price = CostWords.price(card.run());
        figures.setTooltip(price.isEmpty() ? null : new Tooltip(price));
    }

    // Whether a broken reply can be continued, and who tells the sum, depends on what else there
    // is.
    private void showSituation() {
        if (card.run().origin().kind().isSameExchange()) {
            showFigures();
        }
        if (!card.run().message().isEmpty()) {
            outcome.update();
        }
    }

    // A failure says itself how often it was tried.
    private void showNote() {
        int attempts = card.run().result().attempts();
        boolean several = attempts > 1 && card.run().status() != RunStatus.FAILED;
        String text = card.noteProperty().get();
        note.setText((text + " " + (several ? TEXTS.get("card.attempts", attempts) : "")).strip());
        show(note, !note.getText().isEmpty());
    }

    private void showSent() {
        card.sentProperty().get().ifPresent(sent::show);
        show(sent, card.sentProperty().get().isPresent());
    }

    // What Easel asked by itself is told in a line; all of it is in the tooltip and the copy menu.
    private void showPrompt() {
        Origin.Kind kind = card.run().origin().kind();
        boolean typed = kind == Origin.Kind.PROMPT;
        prompt.setText(
                typed
                        ? card.run().prompt()
                        : TEXTS.get("card.origin." + kind.name().toLowerCase(Locale.ROOT)));
        prompt.getStyleClass().add(typed ? "run-prompt" : "run-origin");
        if (!typed) {
            String icon = kind == Origin.Kind.ENHANCE ? "fth-zap" : "fth-corner-down-right";
            prompt.setGraphic(new FontIcon(icon));
            prompt.setTooltip(new Tooltip(card.run().prompt()));
        }
    }

    private static void show(Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }
}
