package dev.easel.app;

import dev.easel.cost.CostWords;
import dev.easel.cost.Spending;
import dev.easel.history.HistoryException;
import dev.easel.project.Project;
import dev.easel.project.Spent;
import dev.easel.text.Texts;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Keeps the sums in the status line true: those of today and of the open project. UI thread only;
/// they are read in the background.
final class SpentLine {
    private static final Texts TEXTS = Texts.of(SpentLine.class);

    private final Spending spending;
    private final Consumer<String> line;
    private final Executor background;
    private final Executor ui;
    private int asked;

    /// @param line is told the text, empty when nothing was spent
    SpentLine(Spending spending, Consumer<String> line, Executor background, Executor ui) {
        this.spending = spending;
        this.line = line;
        this.background = background;
        this.ui = ui;
    }

    /// Something was opened or has ended.
    ///
    /// @param open null for none
    void update(@Nullable Project open) {
        int number = ++asked;
        background.execute(() -> {
            String text = text(open);
            ui.execute(() -> {
                if (number == asked) {
                    line.accept(text);
                }
            });
        });
    }

    private String text(@Nullable Project open) {
        try {
            Spent today = spending.today();
            Optional<Spent> project =
                    Optional.ofNullable(open)
                            .map(p -> spending.on(p.id()))
                            .filter(s -> !s.isEmpty());
            if (project.isPresent()) {
                return TEXTS.get(
                        "status.spentBoth", CostWords.brief(today), CostWords.brief(project.get()));
            }
            return today.isEmpty() ? "" : TEXTS.get("status.spent", CostWords.brief(today));
        } catch (HistoryException e) {
            return TEXTS.get("status.spentUnknown");
        }
    }
}
