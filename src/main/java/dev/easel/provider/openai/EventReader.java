package dev.easel.provider.openai;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.StringJoiner;

/// Reads a `text/event-stream` event by event, each as soon as its blank line has arrived.
///
/// Lines are cut out as bytes and decoded whole, so a character that is spread over two packets
/// stays intact. Fields other than `data` mean nothing here.
final class EventReader {
    private static final int LONGEST_LINE = 64 << 20;

    private final InputStream in;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private boolean afterReturn;

    /// @param in is not closed here; buffered by the caller
    EventReader(InputStream in) {
        this.in = in;
    }

    /// The data of the next event, its lines joined by `\n`; empty at the end of the stream. An
    /// event that the end cuts off is handed out too, as far as it came in whole lines.
    Optional<String> next() throws IOException {
        StringJoiner data = new StringJoiner("\n");
        boolean any = false;
        for (Optional<String> read = line(); read.isPresent(); read = line()) {
            String text = read.get();
            if (text.isEmpty() && any) {
                return Optional.of(data.toString());
            }
            if (text.startsWith("data:")) {
                data.add(text.substring(text.startsWith("data: ") ? 6 : 5));
                any = true;
            }
        }
        return any ? Optional.of(data.toString()) : Optional.empty();
    }

    /// The next line without its end (`\n`, `\r\n` or `\r`).
    private Optional<String> line() throws IOException {
        line.reset();
        for (int b = in.read(); b >= 0; b = in.read()) {
            boolean restOfEnd = b == '\n' && afterReturn;
            afterReturn = b == '\r';
            if (restOfEnd) {
                continue;
            }
            if (b == '\n' || b == '\r') {
                return Optional.of(line.toString(StandardCharsets.UTF_8));
            }
            if (line.size() == LONGEST_LINE) {
                throw new IOException("a line of more than " + LONGEST_LINE + " bytes");
            }
            line.write(b);
        }
        return line.size() == 0
                ? Optional.empty()
                : Optional.of(line.toString(StandardCharsets.UTF_8));
    }
}
