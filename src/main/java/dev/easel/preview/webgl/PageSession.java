package dev.easel.preview.webgl;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// One document's calls: their bytes come in the text of a message, two in a character, or stand in
/// memory that is shared with the page. UI thread.
///
/// What a page says is not believed. A message that does not fit is answered with nothing.
final class PageSession {
    private static final int MOST_WORDS = 1 << 24;
    private static final int MOST_TICKETS = 4096;
    private static final int MOST_AHEAD = 1 << 30;
    private static final String GONE = "x";
    private static final String IN_MEMORY = "m";
    private static final String IN_TEXT = "t";

    private final WebGlPage page;
    private final PageHost host;
    private final Map<Integer, Screen> screens = new HashMap<>();
    private final Map<Integer, CompletableFuture<ByteBuffer>> later = new HashMap<>();
    private @Nullable PageMemory commands;
    private @Nullable PageMemory replies;
    private @Nullable PageMemory pieces;
    private @Nullable ByteBuffer ahead;

    PageSession(WebGlPage page, PageHost host) {
        this.page = page;
        this.host = host;
    }

    /// @param kind upper case: the bytes are in the shared memory
    String answer(char kind, Words text) {
        return switch (kind) {
            case 'm' -> share(text);
            case 'i' -> show(text.number());
            case 'c', 'C' -> submit(kind == 'C', text);
            case 'q', 'Q' -> ask(kind == 'Q', text);
            case 'l' -> askLater(text);
            case 'r' -> answerTo(text.number());
            case 'b', 'B' -> ahead(kind == 'B', text);
            default -> "";
        };
    }

    /// The page has put a mark into its arrays and looks for its opposite beside it.
    private String share(Words text) {
        int mark = text.number();
        commands = memory(0, text.number(), mark);
        replies = memory(1, text.number(), mark);
        pieces = memory(2, text.number(), mark);
        return commands == null || replies == null || pieces == null ? "" : IN_MEMORY;
    }

    private @Nullable PageMemory memory(int index, int words, int mark) {
        return words < 0 || words > MOST_WORDS
                ? null
                : host.memory(index, words).filter(m -> isMarked(m, mark)).orElse(null);
    }

    private static boolean isMarked(PageMemory memory, int mark) {
        ByteBuffer bytes = memory.bytes().orElse(null);
        if (bytes == null || bytes.getInt(0) != mark) {
            return false;
        }
        bytes.putInt(4, ~mark);
        return true;
    }

    private String show(int context) {
        if (screens.containsKey(context)) {
            return "";
        }
        Screen screen = host.screen().orElse(null);
        if (screen == null) {
            return "";
        }
        screens.put(context, screen);
        page.show(context, screen);
        return screen.address();
    }

    /// The contexts that show a frame, then the commands.
    private String submit(boolean isShared, Words text) {
        List<Screen> shown = new ArrayList<>();
        for (int count = text.character(); count > 0; count--) {
            Screen screen = screens.get(text.number());
            if (screen != null) {
                shown.add(screen);
            }
        }
        ByteBuffer bytes = bytes(isShared, commands, text);
        boolean isTaken = bytes == null || waitFor(() -> page.submit(bytes));
        if (!shown.isEmpty()) {
            order(shown);
        }
        return isTaken ? "" : GONE;
    }

    private void order(List<Screen> shown) {
        long[] numbers = shown.stream().mapToLong(Screen::expect).toArray();
        host.ordered(
                new FrameInWork(
                        page.settled()
                                .whenComplete((done, error) -> {
                                    for (int k = 0; k < numbers.length; k++) {
                                        shown.get(k).settle(numbers[k]);
                                    }
                                }),
                        List.copyOf(shown)));
    }

    private String ask(boolean isShared, Words text) {
        ByteBuffer bytes = bytes(isShared, commands, text);
        if (bytes == null) {
            return "";
        }
        ByteBuffer answer = waitFor(() -> page.ask(bytes));
        ByteBuffer into = replies == null ? null : replies.bytes().orElse(null);
        if (into != null && answer.remaining() <= into.capacity()) {
            int length = answer.remaining();
            into.put(0, answer, answer.position(), length);
            return IN_MEMORY + (char) (length / 4 & 0xffff) + (char) (length / 4 >>> 16);
        }
        return text(answer);
    }

    private <T> T waitFor(Supplier<T> call) {
        long began = System.nanoTime();
        T result = call.get();
        host.waited(System.nanoTime() - began);
        return result;
    }

    /// The number under which the page will look for the answer, then the commands.
    private String askLater(Words text) {
        int ticket = text.number();
        if (later.size() >= MOST_TICKETS) {
            // The page has forgotten these.
            later.values().removeIf(CompletableFuture::isDone);
        }
        if (later.size() < MOST_TICKETS) {
            later.put(ticket, page.askLater(text.bytes()));
        }
        return "";
    }

    /// Nothing while there is no answer yet; an empty answer when there will be none.
    private String answerTo(int ticket) {
        CompletableFuture<ByteBuffer> answer = later.get(ticket);
        if (answer != null && !answer.isDone()) {
            return "";
        }
        later.remove(ticket);
        return answer == null || answer.isCompletedExceptionally() ? IN_TEXT : text(answer.join());
    }

    private static String text(ByteBuffer answer) {
        CharBuffer characters = answer.order(ByteOrder.nativeOrder()).asCharBuffer();
        return IN_TEXT + characters;
    }

    /// The length of all, where this piece begins, and the piece.
    private String ahead(boolean isShared, Words text) {
        int length = text.number();
        int from = text.number();
        ByteBuffer piece = bytes(isShared, pieces, text);
        if (from == 0) {
            ahead = length >= 0 && length <= MOST_AHEAD ? ByteBuffer.allocateDirect(length) : null;
        }
        ByteBuffer all = ahead;
        if (all == null || piece == null || from != all.position()) {
            ahead = null;
            return "";
        }
        all.put(piece.limit(Math.min(piece.limit(), all.remaining())));
        if (!all.hasRemaining()) {
            ahead = null;
            page.blob(all.flip());
        }
        return "";
    }

    private static @Nullable ByteBuffer bytes(
            boolean isShared, @Nullable PageMemory memory, Words text) {
        if (!isShared) {
            return text.bytes();
        }
        int length = text.number();
        ByteBuffer all = memory == null ? null : memory.bytes().orElse(null);
        return all == null || length < 0 || length > all.capacity()
                ? null
                : all.limit(length).order(ByteOrder.nativeOrder());
    }

    WebGlUse use() {
        return page.use();
    }

    void close() {
        page.close();
        screens.values().forEach(Screen::close);
        screens.clear();
        later.clear();
        commands = null;
        replies = null;
        pieces = null;
    }
}
