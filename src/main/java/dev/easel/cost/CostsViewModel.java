package dev.easel.cost;

import dev.easel.cost.Spending.Day;
import dev.easel.history.HistoryException;
import dev.easel.history.HistoryRepository.ProjectCost;
import dev.easel.project.Spent;
import dev.easel.text.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// What was spent, and the limit of a day. UI thread; the sums are read in the background.
public final class CostsViewModel {
    private static final Texts TEXTS = Texts.of(CostsViewModel.class);

    /// How the sums stand.
    enum State {
        LOADING,
        /// Nothing has cost anything.
        EMPTY,
        READY,
        /// [CostsViewModel#messageProperty()] says why.
        FAILED
    }

    /// What is shown.
    ///
    /// @param days those on which something was spent, newest first
    /// @param all the sum of those days
    /// @param projects the dearest first
    /// @param ownPrices whether the user has a price table
    /// @param problem why it is not used, or could not be made; empty when all is well
    record Sums(
            List<Day> days,
            Spent all,
            List<ProjectCost> projects,
            boolean ownPrices,
            Optional<String> problem) {}

    static final int DAYS = 30;
    private static final int PROJECTS = 10;

    private final Spending spending;
    private final Consumer<String> keep;
    private final Executor background;
    private final Executor ui;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.LOADING);
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Sums> sums =
            new ReadOnlyObjectWrapper<>(
                    new Sums(List.of(), Spent.NOTHING, List.of(), true, Optional.empty()));
    private final StringProperty limit;
    private final ReadOnlyBooleanWrapper limitRefused = new ReadOnlyBooleanWrapper();

    /// @param limit of a day as it is kept, in US dollars; empty for none
    /// @param keep keeps another one
    public CostsViewModel(
            Spending spending,
            String limit,
            Consumer<String> keep,
            Executor background,
            Executor ui) {
        this.spending = spending;
        this.keep = keep;
        this.background = background;
        this.ui = ui;
        this.limit = new SimpleStringProperty(limit);
        this.limit.addListener((o, before, now) -> typed(now));
    }

    ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// What went wrong; empty when nothing did.
    ReadOnlyStringProperty messageProperty() {
        return message.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Sums> sumsProperty() {
        return sums.getReadOnlyProperty();
    }

    /// What is typed as the limit; kept at once when it is an amount, or nothing.
    StringProperty limitProperty() {
        return limit;
    }

    /// Whether what is typed is no amount; what was kept before holds then.
    ReadOnlyBooleanProperty limitRefusedProperty() {
        return limitRefused.getReadOnlyProperty();
    }

    /// Where the user's own prices belong.
    Path priceFile() {
        return spending.prices().file();
    }

    private void typed(String text) {
        String amount = text.strip();
        Optional<Long> nano = Dollars.parse(amount);
        limitRefused.set(!amount.isEmpty() && nano.isEmpty());
        if (!limitRefused.get()) {
            keep.accept(nano.map(Dollars::plain).orElse(""));
        }
    }

    /// Makes a price table of the user's own from the built-in one.
    void copyPrices() {
        load(() -> {
            try {
                spending.prices().copyBuiltIn();
                return Optional.empty();
            } catch (IOException e) {
                return Optional.of(TEXTS.get("costs.prices.failed", e.toString()));
            }
        });
    }

    /// Reads the sums anew.
    public void load() {
        load(Optional::empty);
    }

    private void load(Supplier<Optional<String>> before) {
        state.set(State.LOADING);
        background.execute(() -> {
            try {
                Sums read = read(before.get());
                ui.execute(() -> show(read));
            } catch (HistoryException e) {
                ui.execute(() -> fail(e));
            }
        });
    }

    private Sums read(Optional<String> trouble) {
        List<Day> days = spending.days(DAYS).stream().filter(d -> !d.spent().isEmpty()).toList();
        Spent all = days.stream().map(Day::spent).reduce(Spent.NOTHING, Spent::plus);
        return new Sums(
                days,
                all,
                spending.dearest(PROJECTS),
                Files.exists(priceFile()),
                trouble.or(spending.prices()::problem));
    }

    private void show(Sums read) {
        sums.set(read);
        message.set("");
        boolean nothing = read.days().isEmpty() && read.projects().isEmpty();
        state.set(nothing ? State.EMPTY : State.READY);
    }

    private void fail(HistoryException e) {
        message.set(String.valueOf(e.getMessage()));
        state.set(State.FAILED);
    }
}
