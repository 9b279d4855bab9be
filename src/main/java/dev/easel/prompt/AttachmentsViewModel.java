package dev.easel.prompt;

import dev.easel.image.ImageException;
import dev.easel.image.ImageReading;
import dev.easel.image.Pixels;
import dev.easel.project.Attachment;
import dev.easel.text.Texts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The images beside the prompt that is typed. Reading and scaling happen in the background; what
/// cannot be used says why and takes nothing else with it. UI thread only.
public final class AttachmentsViewModel {
    private static final Texts TEXTS = Texts.of(AttachmentsViewModel.class);

    /// An image, from the moment it was given.
    public static final class Item {
        private final String name;
        private final ReadOnlyObjectWrapper<Optional<Attachment>> attachment;

        private Item(String name, Optional<Attachment> attachment) {
            this.name = name;
            this.attachment = new ReadOnlyObjectWrapper<>(attachment);
        }

        public String name() {
            return name;
        }

        /// Empty while it is being read.
        public ReadOnlyObjectProperty<Optional<Attachment>> attachmentProperty() {
            return attachment.getReadOnlyProperty();
        }
    }

    private interface Source {
        ImageReading.Read read() throws ImageException;
    }

    private final ImageReading reading;
    private final Executor background;
    private final Executor ui;
    private final ObservableList<Item> items = FXCollections.observableArrayList();
    private final StringProperty problem = new SimpleStringProperty("");
    private Consumer<ImageReading.Read.Code> onCode = code -> {};
    private Consumer<List<Attachment>> onChange = images -> {};
    private Optional<Runnable> waiting = Optional.empty();

    /// @param background reads files and scales
    /// @param ui runs on the JavaFX thread
    public AttachmentsViewModel(ImageReading reading, Executor background, Executor ui) {
        this.reading = reading;
        this.background = background;
        this.ui = ui;
    }

    /// In the order in which they are sent.
    public ObservableList<Item> items() {
        return items;
    }

    /// Why something could not be attached, in plain words; empty when all could be.
    public StringProperty problemProperty() {
        return problem;
    }

    /// @param code takes SVG files, which become part of the prompt's text
    public void setOnCode(Consumer<ImageReading.Read.Code> code) {
        onCode = code;
    }

    /// @param change told what is there now whenever it changes
    public void setOnChange(Consumer<List<Attachment>> change) {
        onChange = change;
    }

    /// Attaches files.
    public void addFiles(List<Path> files) {
        problem.set("");
        for (Path file : files) {
            add(String.valueOf(file.getFileName()), () -> reading.read(file));
        }
    }

    /// Attaches a picture.
    ///
    /// @param name what it is a picture of
    /// @param pixels asked in the background
    public void add(String name, Supplier<Pixels> pixels) {
        problem.set("");
        add(name, () -> new ImageReading.Read.Image(reading.read(name, pixels.get())));
    }

    private void add(String name, Source source) {
        if (items.size() >= ImageReading.LIMIT) {
            say(TEXTS.get("attach.limit", ImageReading.LIMIT, name));
            return;
        }
        Item item = new Item(name, Optional.empty());
        items.add(item);
        background.execute(() -> {
            try {
                ImageReading.Read read = source.read();
                ui.execute(() -> read(item, read));
            } catch (ImageException e) {
                ui.execute(() -> failed(item, String.valueOf(e.getMessage())));
            } catch (RuntimeException e) {
                ui.execute(() -> failed(item, TEXTS.get("attach.failed", name, e.toString())));
            }
        });
    }

    private void read(Item item, ImageReading.Read read) {
        // Removed meanwhile.
        if (!items.contains(item)) {
            return;
        }
        switch (read) {
            case ImageReading.Read.Image(Attachment attachment) ->
                    item.attachment.set(Optional.of(attachment));
            case ImageReading.Read.Code code -> {
                items.remove(item);
                onCode.accept(code);
                say(TEXTS.get("attach.code", code.name()));
            }
        }
        changed();
    }

    private void failed(Item item, String why) {
        if (items.remove(item)) {
            // What was about to be sent is looked at first.
            waiting = Optional.empty();
            say(why);
            changed();
        }
    }

    private void say(String text) {
        problem.set(problem.get().isEmpty() ? text : problem.get() + "\n" + text);
    }

    private void changed() {
        onChange.accept(images());
        if (isRead()) {
            Optional<Runnable> then = waiting;
            waiting = Optional.empty();
            then.ifPresent(Runnable::run);
        }
    }

    private boolean isRead() {
        return items.stream().allMatch(i -> i.attachment.get().isPresent());
    }

    /// Does something when all are read: at once, or soon. When one cannot be, it is not done.
    void whenRead(Runnable then) {
        if (isRead()) {
            then.run();
        } else {
            waiting = Optional.of(then);
        }
    }

    /// Those that are read.
    public List<Attachment> images() {
        return items.stream().flatMap(i -> i.attachment.get().stream()).toList();
    }

    /// Takes one away.
    public void remove(Item item) {
        problem.set("");
        items.remove(item);
        changed();
    }

    /// Puts images before those that are there: what was taken comes back.
    public void restore(List<Attachment> images) {
        List<Item> back = new ArrayList<>();
        images.forEach(i -> back.add(new Item(i.note().name(), Optional.of(i))));
        items.addAll(0, back);
        if (!back.isEmpty()) {
            changed();
        }
    }

    /// A run has taken these.
    void taken(List<Attachment> images) {
        boolean any =
                items.removeIf(item ->
                        item.attachment.get().stream()
                                .anyMatch(a -> images.stream().anyMatch(b -> a == b)));
        if (any) {
            problem.set("");
            changed();
        }
    }

    /// Files whose names say that they are images.
    public static boolean areImages(Stream<Path> files) {
        return files.map(f -> String.valueOf(f.getFileName()).toLowerCase(Locale.ROOT))
                .anyMatch(n -> n.matches(".*\\.(png|jpe?g|gif|webp|bmp|svg|heic|avif|tiff?)"));
    }
}
