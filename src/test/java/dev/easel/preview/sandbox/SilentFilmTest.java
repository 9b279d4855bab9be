package dev.easel.preview.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SilentFilmTest {
    @Test
    void onlyTheNameOfTheTrackOfSoundIsChanged() throws IOException {
        byte[] film = film();
        byte[] silent = SilentFilm.of(film);
        int second = text(film, 0, film.length).lastIndexOf("trak");
        assertThat(text(film, second, film.length - second)).contains("soun");
        byte[] expected = film.clone();
        System.arraycopy("free".getBytes(StandardCharsets.US_ASCII), 0, expected, second, 4);
        assertThat(silent).isEqualTo(expected).isNotEqualTo(film);
    }

    @Test
    void whatIsNoFilmStaysAsItIs() {
        byte[] noise = new byte[4096];
        new Random(7).nextBytes(noise);
        assertThat(SilentFilm.of(noise)).isEqualTo(noise);
        assertThat(SilentFilm.of(new byte[0])).isEmpty();
    }

    @Test
    void aFilmThatIsCutOffAnywhereIsNoReasonToFail() throws IOException {
        byte[] film = film();
        for (int length = 0; length < 3_000; length++) {
            assertThat(SilentFilm.of(Arrays.copyOf(film, length))).hasSize(length);
        }
    }

    private static byte[] film() throws IOException {
        try (InputStream in =
                Objects.requireNonNull(
                        SilentFilmTest.class.getResourceAsStream("/dev/easel/preview/film.mp4"))) {
            return in.readAllBytes();
        }
    }

    private static String text(byte[] bytes, int from, int length) {
        return new String(bytes, from, length, StandardCharsets.ISO_8859_1);
    }
}
