package dev.easel.preview.console;

import dev.easel.preview.sandbox.ConsoleDetail;
import dev.easel.preview.sandbox.ConsoleDetail.Group;
import dev.easel.preview.sandbox.ConsoleDetail.Part;
import dev.easel.preview.sandbox.ConsoleEntry;
import dev.easel.preview.sandbox.ConsoleEntry.Level;
import dev.easel.preview.sandbox.PageProperties;
import dev.easel.preview.sandbox.PageProperty;
import dev.easel.preview.sandbox.PageValue;
import dev.easel.preview.sandbox.PageValue.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// A page whose values are those that a test gives it.
final class FakePage implements ConsoleSource {
    final ObservableList<ConsoleEntry> entries = FXCollections.observableArrayList();
    final ReadOnlyLongWrapper dropped = new ReadOnlyLongWrapper();
    final Map<Long, List<PageProperty>> objects = new HashMap<>();
    final Map<Long, PageValue> getters = new HashMap<>();
    final List<String> evaluated = new ArrayList<>();
    final List<String> opened = new ArrayList<>();
    CompletableFuture<Evaluated> answer = new CompletableFuture<>();
    List<String> names = List.of();

    static ConsoleEntry line(Level level, String text) {
        return ConsoleEntry.of(level, text);
    }

    static ConsoleEntry at(Level level, String text, String file, int line, String stack) {
        return new ConsoleEntry(level, text, file, line, 1, stack);
    }

    static ConsoleEntry with(PageValue... values) {
        List<Part> parts = new ArrayList<>();
        for (PageValue value : values) {
            parts.add(new Part.Value(value));
        }
        return new ConsoleEntry(
                Level.LOG,
                "{…}",
                "",
                0,
                0,
                "",
                new ConsoleDetail(parts, Optional.empty(), 0, Group.NONE));
    }

    static ConsoleEntry grouped(String text, int depth, Group group) {
        return new ConsoleEntry(
                Level.LOG,
                "  ".repeat(depth) + text,
                "",
                0,
                0,
                "",
                new ConsoleDetail(List.of(), Optional.empty(), depth, group));
    }

    PageValue object(long handle, PageProperty... inside) {
        objects.put(handle, List.of(inside));
        return new PageValue(Kind.OBJECT, "{…}", handle);
    }

    static PageProperty property(String name, PageValue value) {
        return new PageProperty(name, value, false);
    }

    static PageValue number(int n) {
        return new PageValue(Kind.NUMBER, Integer.toString(n), 0);
    }

    @Override
    public ObservableList<ConsoleEntry> entries() {
        return entries;
    }

    @Override
    public ReadOnlyLongProperty dropped() {
        return dropped.getReadOnlyProperty();
    }

    @Override
    public void clear() {
        entries.clear();
        objects.clear();
    }

    @Override
    public CompletionStage<Evaluated> evaluate(String line) {
        evaluated.add(line);
        answer = new CompletableFuture<>();
        return answer;
    }

    @Override
    public PageProperties open(PageValue value, long from) {
        List<PageProperty> all = objects.get(value.handle());
        if (all == null) {
            return PageProperties.GONE;
        }
        List<PageProperty> some = all.stream().skip(from).limit(100).toList();
        return new PageProperties(some, all.size() - from - some.size(), false);
    }

    @Override
    public PageValue read(PageValue getter) {
        return getters.getOrDefault(getter.handle(), PageValue.LOST);
    }

    @Override
    public List<String> complete(String text) {
        return names;
    }

    @Override
    public void openSource(String file, int line, int column) {
        opened.add(file + ":" + line);
    }
}
