package dev.easel.preview;

import dev.easel.preview.console.ConsoleSource;
import dev.easel.preview.sandbox.ConsoleEntry;
import dev.easel.preview.sandbox.PageProperties;
import dev.easel.preview.sandbox.PageProperty;
import dev.easel.preview.sandbox.PageValue;
import dev.easel.preview.sandbox.ValueJson;
import java.util.List;
import java.util.concurrent.CompletionStage;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.collections.ObservableList;

/// What the console pane wants of a preview. UI thread.
final class PreviewConsole implements ConsoleSource {
    private final Preview preview;

    PreviewConsole(Preview preview) {
        this.preview = preview;
    }

    @Override
    public ObservableList<ConsoleEntry> entries() {
        return preview.console();
    }

    @Override
    public ReadOnlyLongProperty dropped() {
        return preview.droppedProperty();
    }

    @Override
    public void clear() {
        preview.clearConsole();
    }

    @Override
    public CompletionStage<Evaluated> evaluate(String line) {
        return preview.ask("line", line)
                .thenApply(json ->
                        ValueJson.thrown(json)
                                .map(thrown -> new Evaluated(thrown, true))
                                .orElseGet(() -> new Evaluated(ValueJson.value(json), false)));
    }

    @Override
    public PageProperties open(PageValue value, long from) {
        return preview.call("open(" + value.handle() + ", " + from + ")")
                .map(json -> shortened(ValueJson.properties(json)))
                .orElse(PageProperties.GONE);
    }

    /// The places in stacks, as they are in the lines.
    private PageProperties shortened(PageProperties inside) {
        return new PageProperties(
                inside.rows().stream().map(this::shortened).toList(),
                inside.more(),
                inside.isGone());
    }

    private PageProperty shortened(PageProperty row) {
        PageValue value = row.value();
        return value.kind() == PageValue.Kind.STACK
                ? new PageProperty(
                        row.name(),
                        new PageValue(value.kind(), preview.relative(value.text()), 0),
                        row.isDim())
                : row;
    }

    @Override
    public PageValue read(PageValue getter) {
        return preview.call("read(" + getter.handle() + ")")
                .map(ValueJson::value)
                .orElse(PageValue.LOST);
    }

    @Override
    public List<String> complete(String text) {
        return preview.call("complete(" + JsonText.quoted(text) + ")")
                .map(ValueJson::names)
                .orElse(List.of());
    }

    @Override
    public void openSource(String file, int line, int column) {
        preview.openSource(file, line, column);
    }
}
