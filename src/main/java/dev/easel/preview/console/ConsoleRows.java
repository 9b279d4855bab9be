package dev.easel.preview.console;

import dev.easel.preview.console.ConsoleContent.More;
import dev.easel.preview.console.ConsoleContent.Property;
import dev.easel.preview.sandbox.PageProperty;
import dev.easel.preview.sandbox.PageValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The rows to be seen: the lines of a log that pass the filter, and what was opened below them. A
/// list follows [#rows()]. UI thread.
final class ConsoleRows {
    /// The window keeps answering while ten thousand long lines are searched.
    private static final long SLICE_NANOS = 4_000_000;

    private final ConsoleLog log;
    private final ConsoleTree tree;
    private final Executor later;
    private final ObservableList<ConsoleRow> rows = FXCollections.observableArrayList();
    private ConsoleFilter filter = ConsoleFilter.ALL;
    private int search;
    private boolean isSearching;
    private final Set<ConsoleNode> goneMeanwhile = new HashSet<>();

    /// @param later runs on the UI thread after what it is doing now
    ConsoleRows(ConsoleLog log, ConsoleTree tree, Executor later) {
        this.log = log;
        this.tree = tree;
        this.later = later;
    }

    ObservableList<ConsoleRow> rows() {
        return rows;
    }

    ConsoleFilter filter() {
        return filter;
    }

    /// Takes lines at the end, and lets the rows of older ones go that the log has no room for.
    ///
    /// @return the node of each line
    List<ConsoleNode> add(List<ConsoleContent> contents) {
        List<ConsoleNode> touched = new ArrayList<>();
        contents.forEach(content -> touched.add(log.add(content)));
        List<ConsoleNode> gone = log.trim();
        if (isSearching) {
            goneMeanwhile.addAll(gone);
            return touched;
        }
        removeFirst(gone);
        List<ConsoleRow> fresh = new ArrayList<>();
        ConsoleNode before = null;
        for (ConsoleNode node : touched) {
            if (node != before && !gone.contains(node)) {
                appendOrRedraw(node, fresh);
            }
            before = node;
        }
        rows.addAll(fresh);
        return touched;
    }

    private void appendOrRedraw(ConsoleNode node, List<ConsoleRow> fresh) {
        int at = lastRowOf(node);
        if (at >= 0) {
            redraw(at, node);
        } else if (isVisible(node)) {
            collect(node, fresh);
        }
    }

    // Only the last line of all can have been repeated.
    private int lastRowOf(ConsoleNode node) {
        int at = rows.size() - 1;
        while (at >= 0 && rows.get(at).node().isInside(node)) {
            at--;
        }
        return at >= 0 && rows.get(at).node() == node ? at : -1;
    }

    private void removeFirst(List<ConsoleNode> nodes) {
        int end = 0;
        for (ConsoleNode node : nodes) {
            if (end < rows.size() && rows.get(end).node() == node) {
                end += 1 + below(end);
            }
        }
        rows.remove(0, end);
    }

    void clear() {
        log.clear();
        rows.clear();
        search++;
        isSearching = false;
    }

    /// Shows other lines; of a long log after several slices of work.
    void setFilter(ConsoleFilter now) {
        filter = now;
        refilter();
    }

    private void refilter() {
        isSearching = true;
        goneMeanwhile.clear();
        slice(++search, 0, new ArrayList<>());
    }

    private void slice(int mine, int from, List<ConsoleRow> found) {
        if (mine != search) {
            return;
        }
        long end = System.nanoTime() + SLICE_NANOS;
        int lost = goneMeanwhile.size();
        // Lines that come meanwhile are found at the end of the log.
        for (int at = from; at - lost < log.nodes().size(); at++) {
            ConsoleNode node = log.nodes().get(Math.max(0, at - lost));
            if (isVisible(node)) {
                collect(node, found);
            }
            if (System.nanoTime() > end) {
                int next = at + 1;
                later.execute(() -> slice(mine, next, found));
                return;
            }
        }
        isSearching = false;
        found.removeIf(row -> goneMeanwhile.contains(row.node().top()));
        rows.setAll(found);
    }

    /// Opens or closes what is below a row; reads a value, or further rows, where the row stands
    /// for that.
    void toggle(ConsoleRow row) {
        ConsoleNode node = row.node();
        if (node.content() instanceof More more && node.parent() != null) {
            tree.readOn(node.parent(), node, more);
            reopen(node.parent());
        } else if (node.content() instanceof Property(PageProperty p)
                && p.value().kind() == PageValue.Kind.GETTER) {
            tree.read(node, p);
            indexOf(node).ifPresent(at -> redraw(at, node));
        } else if (node.opens()) {
            node.setOpen(!node.isOpen());
            if (node.isGroup()) {
                refilter();
            } else {
                reopen(node);
            }
        }
    }

    /// Draws a line again whose content has changed.
    void changed(ConsoleNode node) {
        indexOf(node)
                .ifPresent(at -> {
                    if (isVisible(node)) {
                        reopen(node);
                    } else {
                        rows.remove(at, at + 1 + below(at));
                    }
                });
    }

    private void reopen(ConsoleNode node) {
        indexOf(node)
                .ifPresent(at -> {
                    redraw(at, node);
                    int below = below(at);
                    if (below > 0) {
                        rows.remove(at + 1, at + 1 + below);
                    }
                    List<ConsoleRow> inside = new ArrayList<>();
                    collectChildren(node, inside);
                    rows.addAll(at + 1, inside);
                });
    }

    private void redraw(int at, ConsoleNode node) {
        rows.set(at, node.row());
    }

    private Optional<Integer> indexOf(ConsoleNode node) {
        for (int i = rows.size() - 1; i >= 0; i--) {
            if (rows.get(i).node() == node) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }

    /// How many rows belong to the one at an index.
    private int below(int at) {
        ConsoleNode node = rows.get(at).node();
        int end = at + 1;
        while (end < rows.size() && rows.get(end).node().isInside(node)) {
            end++;
        }
        return end - at - 1;
    }

    private void collect(ConsoleNode node, List<ConsoleRow> into) {
        into.add(node.row());
        collectChildren(node, into);
    }

    private void collectChildren(ConsoleNode node, List<ConsoleRow> into) {
        if (node.isOpen() && !node.isGroup()) {
            tree.children(node).forEach(child -> collect(child, into));
        }
    }

    /// A search looks into closed groups, too.
    private boolean isVisible(ConsoleNode node) {
        return filter.accepts(node.content()) && (filter.isSearch() || isInOpenGroups(node));
    }

    private static boolean isInOpenGroups(ConsoleNode node) {
        for (ConsoleNode g = node.group(); g != null; g = g.group()) {
            if (!g.isOpen()) {
                return false;
            }
        }
        return true;
    }
}
