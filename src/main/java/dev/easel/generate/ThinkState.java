package dev.easel.generate;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/// In a `<think>` block that leaked into the reply: it is neither prose nor file, and fences in it
/// are drafts.
///
/// Some models never close it. Then the reply proper begins at the first line that opens a file;
/// the lines are kept until the end for that case.
final class ThinkState extends WholeLineState {
    private final ReplyState outer;
    private final List<String> lines = new ArrayList<>();

    private ThinkState(ReplyState outer) {
        this.outer = outer;
    }

    /// @param line begins with an opening or closing tag
    static ReplyState after(ReplyState outer, String line) {
        return line.stripLeading().startsWith("</")
                ? rest(outer, line)
                : new ThinkState(outer).line(line, 0);
    }

    private static ReplyState rest(ReplyState outer, String line) {
        Matcher end = Markup.THINK_END.matcher(line);
        String rest = end.find() ? line.substring(end.end()) : "";
        return rest.isBlank() ? outer : outer.line(rest.stripLeading(), 0);
    }

    @Override
    public ReplyState line(String line, int passed) {
        if (Markup.THINK_END.matcher(line).find()) {
            return rest(outer, line);
        }
        lines.add(line);
        return this;
    }

    @Override
    public @Nullable ReplyState finish() {
        ReplyState state = outer;
        for (String line : lines.subList(firstFile(), lines.size())) {
            // A tag once more would only hold everything back again.
            state = Markup.is(Markup.THINK_START, line) ? state : state.line(line, 0);
        }
        return state;
    }

    private int firstFile() {
        int i = 0;
        while (i < lines.size() && !opensFile(lines.get(i))) {
            i++;
        }
        return i;
    }

    private static boolean opensFile(String line) {
        return Markup.is(Markup.RAW_DOCUMENT, line)
                || Fence.of(line)
                        .map(f -> FenceInfo.of(f.info()))
                        .filter(ThinkState::isFile)
                        .isPresent();
    }

    private static boolean isFile(FenceInfo info) {
        return info.path().isPresent() || Language.of(info.language()) == Language.HTML;
    }
}
