package dev.easel.preview.console;

import dev.easel.preview.sandbox.ConsoleEntry;
import dev.easel.preview.sandbox.PageProperties;
import dev.easel.preview.sandbox.PageValue;
import java.util.List;
import java.util.concurrent.CompletionStage;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.collections.ObservableList;

/// The page, as the console pane needs it. UI thread.
public interface ConsoleSource {
    /// The lines of this load; grows at its end, and is emptied when another load begins.
    ObservableList<ConsoleEntry> entries();

    /// How many lines of this load are not among the entries.
    ReadOnlyLongProperty dropped();

    /// Forgets the lines and the values in them.
    void clear();

    /// Runs what the user typed, in the page.
    ///
    /// @return fails when there is no page, or when it goes away before it answers; the message
    ///   says so in plain words
    CompletionStage<Evaluated> evaluate(String line);

    /// Looks into a value, without running code of the page.
    ///
    /// @param from number of the first row
    PageProperties open(PageValue value, long from);

    /// Runs an accessor of the page.
    PageValue read(PageValue getter);

    /// Names that may continue what was typed so far.
    List<String> complete(String text);

    /// Shows a place in the project's files.
    void openSource(String file, int line, int column);

    /// What came of a line.
    ///
    /// @param isThrown true when the line threw the value
    record Evaluated(PageValue value, boolean isThrown) {}
}
