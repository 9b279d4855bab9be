package dev.easel.provider;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.provider.ProviderException.Kind;
import dev.easel.provider.fake.Http2Server;
import dev.easel.provider.fake.RecordedRun;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How every provider with a server behind it behaves where the server speaks HTTP/2, as services
/// on the internet do. How long a cancellation takes is told by `ProviderBench`.
public abstract class Http2Contract {
    private static final GenerateRequest DRAW =
            new GenerateRequest("model", "", List.of(Message.user("draw")), "");

    @TempDir private Path folder;

    /// An event that says `text`, as JSON.
    protected abstract String textEvent(String text);

    protected abstract ModelProvider provider(Http2Server server) throws Exception;

    @Test
    void textArrivesAndACancellationReachesTheServerWhileItIsSilent() throws Exception {
        String beginning = "data: " + textEvent("first words") + "\n\n";
        try (Http2Server server = new Http2Server(folder, beginning)) {
            RecordedRun run = RecordedRun.start(provider(server), DRAW);
            run.awaitText("first words");
            assertThat(server.awaitProtocol()).isEqualTo("HTTP/2.0");

            run.cancel();

            assertThat(server.awaitCancel()).isPositive();
            assertThat(run.failure().kind()).isEqualTo(Kind.CANCELLED);
        }
    }

    @Test
    void aCancellationReachesTheServerBeforeItHasSaidAWord() throws Exception {
        try (Http2Server server = new Http2Server(folder, ": nothing yet\n\n")) {
            RecordedRun run = RecordedRun.start(provider(server), DRAW);
            server.awaitProtocol();

            run.cancel();

            assertThat(server.awaitCancel()).isPositive();
            assertThat(run.failure().kind()).isEqualTo(Kind.CANCELLED);
        }
    }

    @Test
    void cancellingOneRunLeavesAnotherOnTheSameServerAlone() throws Exception {
        String beginning = "data: " + textEvent("first words") + "\n\n";
        try (Http2Server server = new Http2Server(folder, beginning)) {
            ModelProvider provider = provider(server);
            RecordedRun unwanted = RecordedRun.start(provider, DRAW);
            RecordedRun wanted = RecordedRun.start(provider, DRAW);
            unwanted.awaitText("first words");
            wanted.awaitText("first words");
            server.awaitProtocol();
            server.awaitProtocol();

            unwanted.cancel();
            server.awaitCancel();

            assertThat(unwanted.failure().kind()).isEqualTo(Kind.CANCELLED);
            assertThat(wanted.isOver()).isFalse();
            wanted.cancel();
            assertThat(server.awaitCancel()).isPositive();
        }
    }
}
