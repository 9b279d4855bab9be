package dev.easel.provider.openai;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.provider.ModelInfo;
import dev.easel.provider.fake.FakeHttpServer;
import dev.easel.provider.fake.FakeOpenAiServer;
import dev.easel.provider.openai.LocalServers.Found;
import dev.easel.provider.openai.LocalServers.Place;
import java.util.List;
import org.junit.jupiter.api.Test;

class LocalServersTest {
    @Test
    void whoeverAnswersIsFoundAndNobodyElse() throws Exception {
        String nowhere;
        try (FakeOpenAiServer gone = new FakeOpenAiServer()) {
            nowhere = gone.url();
        }
        try (FakeOpenAiServer there = new FakeOpenAiServer();
                FakeHttpServer other =
                        new FakeHttpServer(
                                0, (r, exchange) -> exchange.full(200, "text/html", "<p>hi"));
                FakeHttpServer mute = new FakeHttpServer(0, (r, exchange) -> exchange.silence())) {
            Place place = new Place("There", there.url());

            List<Found> found =
                    new LocalServers(
                                    List.of(
                                            new Place("Gone", nowhere),
                                            new Place("Other", other.url() + "/v1"),
                                            new Place("Mute", mute.url() + "/v1"),
                                            place))
                            .search();

            assertThat(found)
                    .containsExactly(
                            new Found(
                                    place,
                                    List.of(ModelInfo.of("llama3:8b"), ModelInfo.of("qwen3:14b"))));
            assertThat(there.http().requests().getFirst().headers())
                    .doesNotContainKey("authorization");
        }
    }
}
