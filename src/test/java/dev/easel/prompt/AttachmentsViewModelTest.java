package dev.easel.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.image.ImageReading;
import dev.easel.image.Pixels;
import dev.easel.image.TestImages;
import dev.easel.project.Attachment;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AttachmentsViewModelTest {
    @TempDir Path folder;

    private final List<Runnable> waiting = new ArrayList<>();
    private final List<String> done = new ArrayList<>();
    private final AttachmentsViewModel model =
            new AttachmentsViewModel(new ImageReading(), waiting::add, Runnable::run);

    private Path image(String name) throws Exception {
        return Files.write(folder.resolve(name), TestImages.file("png", 20, 10));
    }

    private void work() {
        List<Runnable> due = List.copyOf(waiting);
        waiting.clear();
        due.forEach(Runnable::run);
    }

    private List<String> names() {
        return model.items().stream().map(AttachmentsViewModel.Item::name).toList();
    }

    @Test
    void filesAreThereAtOnceAndReadInTheBackground() throws Exception {
        model.addFiles(List.of(image("a.png"), image("b.png")));
        assertThat(names()).containsExactly("a.png", "b.png");
        assertThat(model.images()).isEmpty();

        work();

        assertThat(model.images())
                .extracting(i -> i.note().name())
                .containsExactly("a.png", "b.png");
        assertThat(model.problemProperty().get()).isEmpty();
    }

    @Test
    void whatCannotBeReadSaysWhyAndLeavesTheOthers() throws Exception {
        Path text = Files.writeString(folder.resolve("notes.txt"), "hello");
        model.addFiles(List.of(image("a.png"), text));
        work();

        assertThat(names()).containsExactly("a.png");
        assertThat(model.problemProperty().get()).startsWith("notes.txt is not an image");

        model.addFiles(List.of(image("b.png")));
        assertThat(model.problemProperty().get()).isEmpty();
    }

    @Test
    void moreThanEightAreLeftOut() throws Exception {
        List<Path> files = new ArrayList<>();
        for (int i = 1; i <= 9; i++) {
            files.add(image(i + ".png"));
        }
        model.addFiles(files);
        work();

        assertThat(model.images()).hasSize(8);
        assertThat(model.problemProperty().get())
                .isEqualTo("8 images may go along with one prompt; 9.png was left out.");
    }

    @Test
    void aRemovedOneDoesNotComeBackWhenItIsRead() throws Exception {
        model.addFiles(List.of(image("a.png")));
        model.remove(model.items().getFirst());
        work();

        assertThat(model.items()).isEmpty();
    }

    @Test
    void svgGoesIntoThePrompt() throws Exception {
        model.setOnCode(code -> done.add(code.code()));
        Path svg = folder.resolve("logo.svg");
        Files.write(svg, "<svg></svg>".getBytes(StandardCharsets.UTF_8));
        model.addFiles(List.of(svg));
        work();

        assertThat(done).containsExactly("```svg logo.svg\n<svg></svg>\n```");
        assertThat(model.items()).isEmpty();
        assertThat(model.problemProperty().get()).contains("put into the prompt as code");
    }

    @Test
    void whatWaitsForThemIsDoneWhenAllAreRead() throws Exception {
        model.addFiles(List.of(image("a.png"), image("b.png")));
        model.whenRead(() -> done.add("sent"));
        waiting.removeFirst().run();
        assertThat(done).isEmpty();
        work();
        assertThat(done).containsExactly("sent");

        model.whenRead(() -> done.add("again"));
        assertThat(done).containsExactly("sent", "again");
    }

    @Test
    void nothingIsSentWithoutAnImageThatCouldNotBeRead() throws Exception {
        model.addFiles(List.of(image("a.png"), folder.resolve("gone.png")));
        model.whenRead(() -> done.add("sent"));
        work();

        assertThat(done).isEmpty();
        assertThat(model.problemProperty().get()).contains("gone.png");
    }

    @Test
    void changesAreTold() throws Exception {
        List<Integer> counts = new ArrayList<>();
        model.setOnChange(images -> counts.add(images.size()));
        model.add("shot", () -> new Pixels(1, 1, new int[] {0xff00ff00}));
        work();
        List<Attachment> taken = model.images();
        model.taken(taken);
        model.restore(taken);

        assertThat(counts).containsExactly(1, 0, 1);
        assertThat(names()).containsExactly("shot");
    }

    @Test
    void imagesAreKnownByTheirNames() {
        assertThat(AttachmentsViewModel.areImages(Stream.of(Path.of("a.txt"), Path.of("b.JPG"))))
                .isTrue();
        assertThat(AttachmentsViewModel.areImages(Stream.of(Path.of("png"), Path.of("b.html"))))
                .isFalse();
    }
}
