package dev.easel.preview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.easel.bench.Bench;
import dev.easel.preview.sandbox.PageSource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.image.Image;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// One frame of pages with three.js, in the preview and in Chromium on the same driver. Both
/// pictures are left in `target/pictures`.
class WebGlPicturesBench {
    private static final Path PAGES = Path.of("src/test/resources/dev/easel/preview/webgl-bench");
    private static final Path PICTURES = Path.of("target/pictures");

    private static final String QUERY = "?frozen&width=640&height=360";

    /// How far a channel may be off, of 255.
    private static final int FUZZ = 13;

    @TempDir Path storage;
    @TempDir Path profile;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "meshes",
                "points",
                "instances",
                "shader",
                "materials",
                "skinning",
                "gltf",
                "r128"
            })
    void theSameAsInChromium(String page) throws Exception {
        assumeTrue(Chromium.isThere(), "There is no Chromium on this machine");
        Files.createDirectories(PICTURES);
        Image theirs;
        try (Chromium chromium =
                new Chromium(PAGES, profile, "--use-gl=angle", "--use-angle=gl-egl")) {
            byte[] png = chromium.picture(page + ".html" + QUERY);
            Files.write(PICTURES.resolve(page + "-chromium.png"), png);
            theirs = new Image(new ByteArrayInputStream(png));
        }
        WritableImage ours = easel(page);
        PngFile.write(ours, PICTURES.resolve(page + "-easel.png"));
        double differing = differing(ours.getPixelReader(), theirs.getPixelReader());
        Bench.tell(page + ", pixels that differ by more than 5 %", "%", differing);
        assertThat(differing).isLessThan(0.5);
    }

    private WritableImage easel(String page) {
        try (PageFixture fixture = new PageFixture(storage)) {
            fixture.resize(1280, 720);
            fixture.show(new FrozenPages(PageSource.directory(PAGES)), page + ".html");
            fixture.eval(
                    "new Promise(r => (function look() { window.result ? r(1) : setTimeout(look, 50) })())");
            return FxThread.call(() -> fixture.preview.viewProperty().get().snapshot(null, null));
        }
    }

    /// The pages as they are with a query, which a preview's address cannot have.
    private record FrozenPages(PageSource pages) implements PageSource {
        @Override
        public Optional<byte[]> read(String path) throws IOException {
            return pages.read(path)
                    .map(bytes ->
                            new String(bytes, StandardCharsets.UTF_8)
                                    .replace("location.search", "'" + QUERY + "'")
                                    .getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public Optional<String> entry() {
            return pages.entry();
        }
    }

    /// In percent of the page's canvas.
    private static double differing(PixelReader a, PixelReader b) {
        int count = 0;
        for (int y = 0; y < 360; y++) {
            for (int x = 0; x < 640; x++) {
                if (isFar(a.getArgb(x, y), b.getArgb(x, y))) {
                    count++;
                }
            }
        }
        return 100.0 * count / (640 * 360);
    }

    private static boolean isFar(int a, int b) {
        for (int shift = 0; shift < 24; shift += 8) {
            if (Math.abs((a >> shift & 255) - (b >> shift & 255)) > FUZZ) {
                return true;
            }
        }
        return false;
    }
}
