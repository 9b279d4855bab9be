package dev.easel.preview.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.library.Library;
import dev.easel.preview.engine.PlayableMedia;
import dev.easel.preview.sandbox.NetworkEntry.Outcome;
import dev.easel.project.Artifact;
import java.net.MalformedURLException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FilmsTest {
    private static final byte[] BYTES = "film".getBytes(StandardCharsets.US_ASCII);

    private final List<NetworkEntry> entries = new ArrayList<>();
    private final OpenPage page =
            new PreviewNetwork(new Library())
                    .open("films", PageSource.of(new Artifact(List.of())), entries::add);

    @Test
    void aFilmIsGivenWhereItCanBePlayed() throws MalformedURLException {
        PageAnswer answer = answer(new PlayableMedia(true, true), "video/mp4");
        assertThat(((PageAnswer.Content) answer).body()).isEqualTo(BYTES);
        assertThat(entries.getFirst().outcome()).isEqualTo(Outcome.PROJECT);
        assertThat(entries.getFirst().note()).isEmpty();
    }

    @Test
    void aFilmWithoutACodecIsRefusedAndTheListSaysWhatToInstall() throws MalformedURLException {
        PageAnswer answer = answer(new PlayableMedia(false, true), "video/mp4");
        assertThat(answer).isInstanceOf(PageAnswer.Refused.class);
        assertThat(entries.getFirst().bytes()).isZero();
        assertThat(entries.getFirst().note()).contains("libavcodec");
    }

    @Test
    void aFilmOnASilentComputerIsGivenAndTheListSaysThatItIsSilent() throws MalformedURLException {
        PageAnswer answer = answer(new PlayableMedia(true, false), "video/mp4");
        assertThat(((PageAnswer.Content) answer).body()).hasSize(BYTES.length);
        assertThat(entries.getFirst().note()).contains("no device for sound");
    }

    @Test
    void whatIsNotNamedAsMediaIsLeftToThePlayer() throws MalformedURLException {
        PageAnswer answer = answer(new PlayableMedia(false, true), "application/octet-stream");
        assertThat(answer).isInstanceOf(PageAnswer.Content.class);
    }

    private PageAnswer answer(PlayableMedia media, String type) throws MalformedURLException {
        PageRequest request =
                new PageRequest(
                        "GET",
                        URI.create(page.uri("film.mp4").toString()).toURL(),
                        Map.of("sec-fetch-dest", "video"));
        return new Films(() -> media)
                .answer(
                        request,
                        page,
                        new PageAnswer.Content(200, BYTES, Map.of("content-type", type)));
    }
}
