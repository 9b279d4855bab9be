package dev.easel.preview.console;

import dev.easel.preview.sandbox.ConsoleDetail;
import dev.easel.preview.sandbox.ConsoleDetail.Group;
import dev.easel.preview.sandbox.ConsoleDetail.Part;
import dev.easel.preview.sandbox.ConsoleEntry;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A line of the console, or something inside one. Equal only to itself. UI thread.
final class ConsoleNode {
    private final @Nullable ConsoleNode parent;
    private final @Nullable ConsoleNode group;
    private ConsoleContent content;
    private int count = 1;
    private int version;
    private boolean isOpen;
    private @Nullable List<ConsoleNode> children;

    /// A line.
    ///
    /// @param group the line that began the group that it is in; null outside of groups
    static ConsoleNode line(ConsoleContent content, @Nullable ConsoleNode group) {
        return new ConsoleNode(content, null, group);
    }

    private ConsoleNode(
            ConsoleContent content, @Nullable ConsoleNode parent, @Nullable ConsoleNode group) {
        this.content = content;
        this.parent = parent;
        this.group = group;
        isOpen = detail().group() == Group.OPEN;
    }

    ConsoleNode child(ConsoleContent inside) {
        return new ConsoleNode(inside, this, null);
    }

    ConsoleContent content() {
        return content;
    }

    /// The row as it is now.
    ConsoleRow row() {
        return new ConsoleRow(this, version);
    }

    void setContent(ConsoleContent now) {
        content = now;
        children = null;
        version++;
    }

    /// Takes a line that repeats this one; the values of the latest are the ones to open.
    void repeat(ConsoleContent latest) {
        content = latest;
        count++;
        version++;
    }

    int count() {
        return count;
    }

    boolean isOpen() {
        return isOpen;
    }

    void setOpen(boolean open) {
        isOpen = open;
        version++;
    }

    /// Null until they were read.
    @Nullable List<ConsoleNode> children() {
        return children;
    }

    void setChildren(List<ConsoleNode> now) {
        children = new ArrayList<>(now);
    }

    @Nullable ConsoleNode parent() {
        return parent;
    }

    /// The line that it is, or is inside of.
    ConsoleNode top() {
        return parent == null ? this : parent.top();
    }

    @Nullable ConsoleNode group() {
        return group;
    }

    boolean isInside(ConsoleNode other) {
        for (ConsoleNode n = parent; n != null; n = n.parent) {
            if (n == other) {
                return true;
            }
        }
        return false;
    }

    /// How far its row stands to the right, in steps: groups and parents.
    int indent() {
        return parent == null ? detail().depth() : parent.indent() + 1;
    }

    boolean isGroup() {
        return detail().group() != Group.NONE;
    }

    /// Whether there may be rows below it.
    boolean opens() {
        return switch (content) {
            case ConsoleContent.Line(ConsoleEntry entry) ->
                    isGroup()
                            || !entry.stack().isEmpty()
                            || entry.detail().parts().stream()
                                    .anyMatch(p ->
                                            p instanceof Part.Value(var value) && value.opens());
            case ConsoleContent.Result(var value, boolean thrown) -> value.opens();
            case ConsoleContent.Property(var property) -> property.value().opens();
            case ConsoleContent.Divider d -> false;
            case ConsoleContent.Input i -> false;
            case ConsoleContent.Pending p -> false;
            case ConsoleContent.Failure f -> false;
            case ConsoleContent.Frame f -> false;
            case ConsoleContent.More m -> false;
            case ConsoleContent.Gone g -> false;
            case ConsoleContent.Nothing n -> false;
        };
    }

    private ConsoleDetail detail() {
        return content instanceof ConsoleContent.Line(ConsoleEntry entry)
                ? entry.detail()
                : ConsoleDetail.NONE;
    }
}
