package dev.easel.provider.gemini;

import java.io.IOException;
import okhttp3.MediaType;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.BufferedSource;
import okio.ForwardingSource;
import okio.Okio;
import org.jspecify.annotations.Nullable;

/// A `text/event-stream` body with an empty event (`data: {}`) put after every event.
///
/// The SDK hands out an event only when it has read the one after it, so text would come one event
/// late, and a connection that breaks would take the last event with it. With the filler there is
/// always a next event to read.
final class EventFiller extends ResponseBody {
    private static final String FILLER = "data: {}\n\n";

    private final ResponseBody body;
    private final BufferedSource filled;

    EventFiller(ResponseBody body) {
        this.body = body;
        this.filled = Okio.buffer(new FillingSource(body.source()));
    }

    @Override
    public @Nullable MediaType contentType() {
        return body.contentType();
    }

    @Override
    public long contentLength() {
        return -1;
    }

    @Override
    public BufferedSource source() {
        return filled;
    }

    private static final class FillingSource extends ForwardingSource {
        private final Buffer arrived = new Buffer();
        private boolean lineEmpty = true;
        private boolean inEvent;

        FillingSource(BufferedSource source) {
            super(source);
        }

        @Override
        public long read(Buffer sink, long byteCount) throws IOException {
            long read = super.read(arrived, byteCount);
            if (read < 0) {
                return read;
            }
            long before = sink.size();
            while (!arrived.exhausted()) {
                copy(arrived.readByte(), sink);
            }
            return sink.size() - before;
        }

        private void copy(byte b, Buffer sink) {
            sink.writeByte(b);
            if (b == '\r') {
                return;
            }
            if (b != '\n') {
                lineEmpty = false;
                inEvent = true;
                return;
            }
            if (lineEmpty && inEvent) {
                sink.writeUtf8(FILLER);
                inEvent = false;
            }
            lineEmpty = true;
        }
    }
}
