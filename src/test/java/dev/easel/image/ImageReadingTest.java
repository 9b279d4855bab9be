package dev.easel.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.easel.project.Attachment;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageReadingTest {
    @TempDir Path folder;

    private final ImageReading reading = new ImageReading();

    private Path file(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes);
    }

    private void assertRefused(byte[] bytes, String... words) {
        assertThatThrownBy(() -> reading.read(file("given.png", bytes)))
                .isInstanceOf(ImageException.class)
                .hasMessageContainingAll(words);
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpeg", "gif", "bmp"})
    void everyKindBecomesWhatModelsTake(String format) throws Exception {
        ImageReading.Read read = reading.read(file("a.x", TestImages.file(format, 40, 20)));

        Attachment image = ((ImageReading.Read.Image) read).attachment();
        assertThat(image.note().name()).isEqualTo("a.x");
        assertThat(image.note().mimeType()).isIn("image/png", "image/jpeg");
        BufferedImage shown = TestImages.decoded(image.bytes());
        assertThat(shown.getWidth()).isEqualTo(40).isEqualTo(image.note().width());
        assertThat(shown.getHeight()).isEqualTo(20).isEqualTo(image.note().height());
        assertThat(shown.getRGB(5, 10) & 0xff0000).isGreaterThan(0xe00000);
        assertThat(shown.getRGB(35, 10) & 0xff).isGreaterThan(0xe0);
    }

    @Test
    void webPIsRead() throws Exception {
        assertThat(reading.read("a.webp", TestImages.WEBP).note().width()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"5000,1000,2048,410", "600,4096,300,2048", "2048,2048,2048,2048", "9000,2,2048,1"})
    void longSidesAreScaledDown(int width, int height, int toWidth, int toHeight) throws Exception {
        Attachment image = reading.read("a", TestImages.file("png", width, height));

        assertThat(image.note().width()).isEqualTo(toWidth);
        assertThat(image.note().height()).isEqualTo(toHeight);
        BufferedImage shown = TestImages.decoded(image.bytes());
        assertThat(shown.getRGB(0, 0)).isEqualTo(0xffff0000);
        assertThat(shown.getRGB(toWidth - 1, toHeight - 1)).isEqualTo(0xff0000ff);
    }

    @Test
    void photosBecomeJpegAndDrawingsPng() throws Exception {
        Pixels noise =
                new Pixels(300, 300, new Random(1).ints(90_000).map(i -> i | 0xff << 24).toArray());

        assertThat(reading.read("photo", noise).note().mimeType()).isEqualTo("image/jpeg");
        assertThat(reading.read("a", TestImages.file("bmp", 300, 300)).note().mimeType())
                .isEqualTo("image/png");
    }

    @Test
    void transparencyStays() throws Exception {
        BufferedImage glass =
                TestImages.halves(4000, 10, 0x00ffffff, 0xff00ff00, BufferedImage.TYPE_INT_ARGB);
        BufferedImage shown =
                TestImages.decoded(reading.read("a", TestImages.encoded("png", glass)).bytes());

        assertThat(shown.getRGB(0, 0) >>> 24).isZero();
        assertThat(shown.getRGB(2000, 0)).isEqualTo(0xff00ff00);
    }

    @ParameterizedTest
    @CsvSource({"1,40,20,L", "3,40,20,R", "6,20,40,T", "8,20,40,B", "2,40,20,R", "5,20,40,T"})
    void photosStandUpright(int held, int width, int height, String red) throws Exception {
        byte[] photo = TestImages.held(held, TestImages.file("jpeg", 40, 20));

        Attachment image = reading.read("a.jpg", photo);

        assertThat(image.note().width()).isEqualTo(width);
        assertThat(image.note().height()).isEqualTo(height);
        BufferedImage shown = TestImages.decoded(image.bytes());
        int x = red.equals("R") ? width - 3 : 3;
        int y = red.equals("B") ? height - 3 : 3;
        assertThat(shown.getRGB(x, y) >> 16 & 255).isGreaterThan(200);
    }

    @Test
    void nothingButPixelsIsSent() throws Exception {
        Attachment image =
                reading.read("a.jpg", TestImages.held(6, TestImages.file("jpeg", 40, 20)));

        assertThat(new String(image.bytes(), StandardCharsets.ISO_8859_1)).doesNotContain("Exif");
    }

    @Test
    void theThumbnailIsSmall() throws Exception {
        Attachment image = reading.read("a", TestImages.file("png", 3000, 1000));

        BufferedImage small = TestImages.decoded(image.note().thumbnail());
        assertThat(small.getWidth()).isEqualTo(160);
        assertThat(image.note().thumbnail().length).isLessThan(20_000);
    }

    @Test
    void anImageThatSaysItIsHugeIsNotDecoded() {
        assertRefused(TestImages.claiming(50_000, 50_000), "50,000", "more than 64 million");
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpeg", "gif", "bmp"})
    void aDamagedFileSaysSo(String format) {
        byte[] whole = TestImages.file(format, 400, 300);

        assertRefused(Arrays.copyOf(whole, 40), "damaged");
    }

    @Test
    void noByteOfAFileBreaksMoreThanTheImage() {
        Random random = new Random(7);
        for (String format : new String[] {"png", "jpeg", "gif", "bmp"}) {
            byte[] whole = TestImages.file(format, 30, 20);
            for (int i = 0; i < 150; i++) {
                byte[] broken = whole.clone();
                broken[random.nextInt(broken.length)] ^= (byte) (1 + random.nextInt(255));
                broken[random.nextInt(broken.length)] ^= (byte) (1 + random.nextInt(255));
                try {
                    assertThat(reading.read("a", broken).bytes()).isNotEmpty();
                } catch (ImageException e) {
                    assertThat(e).hasMessageStartingWith("a ");
                }
            }
        }
    }

    @Test
    void aLargeFileIsNotRead() throws IOException {
        Path large = folder.resolve("large.png");
        try (RandomAccessFile file = new RandomAccessFile(large.toFile(), "rw")) {
            file.setLength(100_000_000);
        }
        assertThatThrownBy(() -> reading.read(large)).hasMessageContainingAll("100 MB", "40 MB");
    }

    @Test
    void whatIsNoImageSaysWhatIs() {
        assertRefused("hello".getBytes(StandardCharsets.UTF_8), "not an image", "PNG, JPEG");
        assertRefused(new byte[0], "empty");
        assertRefused("<html><svg></svg></html>".getBytes(StandardCharsets.UTF_8), "not an image");
        assertRefused("\0\0\0\u0018ftypheic".getBytes(StandardCharsets.ISO_8859_1), "HEIC", "Save");
        assertRefused("\0\0\0\u0018ftypavif".getBytes(StandardCharsets.ISO_8859_1), "AVIF");
        assertThatThrownBy(() -> reading.read(folder)).hasMessageContaining("folder");
        assertThatThrownBy(() -> reading.read(folder.resolve("gone")))
                .hasMessageContaining("There is no file");
    }

    @Test
    void svgIsCodeForThePrompt() throws Exception {
        String svg = "<?xml version=\"1.0\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\"/>\n";

        ImageReading.Read read =
                reading.read(file("logo.svg", svg.getBytes(StandardCharsets.UTF_8)));

        assertThat(read)
                .isEqualTo(
                        new ImageReading.Read.Code("logo.svg", "```svg logo.svg\n" + svg + "```"));
    }

    @Test
    void anImageIsDescribedInAWord() throws Exception {
        assertThat(
                        ImageReading.describe(
                                reading.read("a", TestImages.file("png", 1280, 720)).note()))
                .matches("1280 \u00d7 720, \\d+ kB");
    }
}
