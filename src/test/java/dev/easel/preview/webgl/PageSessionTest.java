package dev.easel.preview.webgl;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

class PageSessionTest {
    private final FakePage page = new FakePage();
    private final PageSession session = new PageSession(page, new FakeHost());

    private static Words words(String text) {
        return new Words(text, 0);
    }

    @Test
    void anAnswerThatIsNotThereYetIsNotWaitedFor() {
        session.answer('l', words("\7\0\1\2"));

        assertThat(page.asked).isEqualTo(2);
        assertThat(session.answer('r', words("\7\0"))).isEmpty();
        page.answer.complete(
                ByteBuffer.allocate(4).order(ByteOrder.nativeOrder()).putInt(0, 0x20041));
        assertThat(session.answer('r', words("\7\0"))).isEqualTo("tA\2");
    }

    @Test
    void anAnswerThatNobodyAskedForIsEmpty() {
        assertThat(session.answer('r', words("\7\0"))).isEqualTo("t");
    }

    @Test
    void aFailureIsAnEmptyAnswer() {
        session.answer('l', words("\7\0\1\2"));
        page.answer.completeExceptionally(new IllegalStateException());

        assertThat(session.answer('r', words("\7\0"))).isEqualTo("t");
    }

    private static final class FakePage implements WebGlPage {
        final CompletableFuture<ByteBuffer> answer = new CompletableFuture<>();
        int asked;

        @Override
        public CompletableFuture<ByteBuffer> askLater(ByteBuffer commands) {
            asked = commands.remaining() / 2;
            return answer;
        }

        @Override
        public ByteBuffer ask(ByteBuffer commands) {
            throw new AssertionError("waited");
        }

        @Override
        public boolean submit(ByteBuffer commands) {
            return true;
        }

        @Override
        public void blob(ByteBuffer bytes) {}

        @Override
        public void show(int context, Screen screen) {}

        @Override
        public CompletionStage<Void> settled() {
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public WebGlUse use() {
            return WebGlUse.NONE;
        }

        @Override
        public void close() {}
    }

    private static final class FakeHost implements PageHost {
        @Override
        public String script() {
            return "";
        }

        @Override
        public void frameAsked() {}

        @Override
        public void ordered(FrameInWork frame) {}

        @Override
        public void waited(long nanos) {}

        @Override
        public Optional<Screen> screen() {
            return Optional.empty();
        }

        @Override
        public Optional<PageMemory> memory(int index, int words) {
            return Optional.empty();
        }
    }
}
