package dev.easel.preview.console;

import dev.easel.preview.console.ConsoleContent.Frame;
import dev.easel.preview.console.ConsoleContent.Gone;
import dev.easel.preview.console.ConsoleContent.Line;
import dev.easel.preview.console.ConsoleContent.More;
import dev.easel.preview.console.ConsoleContent.Nothing;
import dev.easel.preview.console.ConsoleContent.Property;
import dev.easel.preview.console.ConsoleContent.Result;
import dev.easel.preview.sandbox.ConsoleDetail.Part;
import dev.easel.preview.sandbox.ConsoleEntry;
import dev.easel.preview.sandbox.PageProperties;
import dev.easel.preview.sandbox.PageProperty;
import dev.easel.preview.sandbox.PageValue;
import dev.easel.preview.sandbox.PageValue.Kind;
import java.util.ArrayList;
import java.util.List;

/// Reads what is inside a row when it is opened. UI thread.
final class ConsoleTree {
    private final ConsoleSource source;

    ConsoleTree(ConsoleSource source) {
        this.source = source;
    }

    /// The rows below a node, read now if they were not yet. A line keeps what was read; a value
    /// that changed meanwhile is not read again until its line is.
    List<ConsoleNode> children(ConsoleNode node) {
        List<ConsoleNode> known = node.children();
        if (known != null) {
            return known;
        }
        List<ConsoleNode> read = inside(node).stream().map(node::child).toList();
        node.setChildren(read);
        return read;
    }

    /// Puts the next rows in the place of a row that says that there are more.
    void readOn(ConsoleNode parent, ConsoleNode row, More more) {
        List<ConsoleNode> rows = new ArrayList<>(children(parent));
        int at = rows.indexOf(row);
        rows.remove(at);
        rows.addAll(at, rows(more.owner(), more.from()).stream().map(parent::child).toList());
        parent.setChildren(rows);
    }

    /// Runs the accessor that a row stands for and shows its value instead.
    void read(ConsoleNode row, PageProperty getter) {
        PageValue value = source.read(getter.value());
        row.setContent(new Property(new PageProperty(getter.name(), value, getter.isDim())));
    }

    private List<ConsoleContent> inside(ConsoleNode node) {
        return switch (node.content()) {
            case Line(ConsoleEntry entry) -> ofLine(entry);
            case Result(PageValue value, boolean thrown) -> ofValue(value);
            case Property(PageProperty property) -> ofValue(property.value());
            case ConsoleContent.Divider d -> List.of();
            case ConsoleContent.Input i -> List.of();
            case ConsoleContent.Pending p -> List.of();
            case ConsoleContent.Failure f -> List.of();
            case Frame f -> List.of();
            case More m -> List.of();
            case Gone g -> List.of();
            case Nothing n -> List.of();
        };
    }

    private List<ConsoleContent> ofLine(ConsoleEntry entry) {
        List<ConsoleContent> rows = new ArrayList<>(frames(entry.stack()));
        List<PageValue> values =
                entry.detail().parts().stream()
                        .flatMap(p -> p instanceof Part.Value(var v) ? List.of(v).stream() : null)
                        .filter(PageValue::opens)
                        .toList();
        if (values.size() == 1 && values.getFirst().kind() != Kind.ERROR) {
            rows.addAll(0, ofValue(values.getFirst()));
        } else {
            values.forEach(v -> rows.add(new Property(new PageProperty("", v, false))));
        }
        return rows;
    }

    private List<ConsoleContent> ofValue(PageValue value) {
        return value.kind() == Kind.STACK ? frames(value.text()) : rows(value, 0);
    }

    private static List<ConsoleContent> frames(String stack) {
        return StackFrame.of(stack).stream().<ConsoleContent>map(Frame::new).toList();
    }

    private List<ConsoleContent> rows(PageValue owner, long from) {
        PageProperties inside = source.open(owner, from);
        if (inside.isGone()) {
            return List.of(new Gone());
        }
        List<ConsoleContent> rows = new ArrayList<>();
        inside.rows().forEach(p -> rows.add(new Property(p)));
        if (inside.more() > 0) {
            rows.add(new More(owner, from + inside.rows().size(), inside.more()));
        }
        return rows.isEmpty() ? List.of(new Nothing()) : rows;
    }
}
