package dev.easel.settings;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.text.MessageFormat;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/// The settings in memory, and behind them in a JSON file.
///
/// Changes count at once and reach the file a little later, in the background: changes that come
/// while one is being written are written together. The file is replaced as a whole, so that a
/// killed process leaves either the old or the new one. Thread-safe.
public final class SettingsStore implements AutoCloseable {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

    private final Path file;
    private final Executor background;
    private final Consumer<String> failures;
    private ObjectNode json = SettingsJson.empty();
    private Settings settings = Settings.DEFAULT;
    private String warning = "";
    // A file that could not be read is not ours to replace.
    private boolean writable = true;
    private boolean dirty;
    private boolean writing;

    private SettingsStore(Path file, Executor background, Consumer<String> failures) {
        this.file = file;
        this.background = background;
        this.failures = failures;
    }

    /// Reads the file, which may be missing. Blocks for the time of reading a small file.
    ///
    /// @param background runs the writes
    /// @param failures takes, on a background thread, why a write failed, in plain words
    public static SettingsStore open(Path file, Executor background, Consumer<String> failures) {
        SettingsStore store = new SettingsStore(file, background, failures);
        store.load();
        return store;
    }

    /// What the user should know about the reading, in plain words; empty when all was well.
    public synchronized Optional<String> warning() {
        return warning.isEmpty() ? Optional.empty() : Optional.of(warning);
    }

    public synchronized Settings settings() {
        return settings;
    }

    /// Changes the settings and has them written soon. Returns at once.
    public synchronized void update(UnaryOperator<Settings> change) {
        Settings changed = change.apply(settings);
        if (changed.equals(settings)) {
            return;
        }
        settings = changed;
        dirty = writable;
        if (dirty && !writing) {
            writing = true;
            background.execute(this::writeAll);
        }
    }

    /// Returns when everything is written, on the calling thread if need be. Later updates are
    /// written as before.
    @Override
    public void close() {
        writeOnce();
    }

    private void writeAll() {
        while (true) {
            synchronized (this) {
                if (!dirty) {
                    writing = false;
                    return;
                }
            }
            writeOnce();
        }
    }

    // Not synchronized on `this`: the window reads settings while the disk is slow.
    private void writeOnce() {
        synchronized (file) {
            String text = take();
            if (text.isEmpty()) {
                return;
            }
            try {
                replace(text);
            } catch (IOException e) {
                failures.accept(text("error.write", e));
            }
        }
    }

    private synchronized String take() {
        if (!dirty) {
            return "";
        }
        dirty = false;
        SettingsJson.write(settings, json);
        return json.toPrettyString() + "\n";
    }

    private void replace(String text) throws IOException {
        Path folder = Files.createDirectories(file.toAbsolutePath().getParent());
        Path temp = Files.createTempFile(folder, "settings", ".tmp");
        try {
            Files.writeString(temp, text, StandardCharsets.UTF_8);
            move(temp);
        } finally {
            Files.deleteIfExists(temp);
        }
    }

    private void move(Path temp) throws IOException {
        try {
            Files.move(temp, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(temp, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private synchronized void load() {
        try {
            JsonNode tree = MAPPER.readTree(Files.readAllBytes(file));
            if (!(tree instanceof ObjectNode object)) {
                setAside();
                return;
            }
            json = object;
            settings = SettingsJson.read(object);
        } catch (NoSuchFileException e) {
            settings = Settings.DEFAULT;
        } catch (JsonProcessingException e) {
            setAside();
        } catch (IOException e) {
            giveUp(e);
        }
    }

    private void giveUp(IOException e) {
        writable = false;
        warning = text("warning.unreadable", e);
    }

    private void setAside() {
        Path aside =
                file.resolveSibling(
                        file.getFileName() + ".damaged-" + LocalDateTime.now().format(STAMP));
        try {
            Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
            warning = text("warning.damaged", aside);
        } catch (IOException e) {
            giveUp(e);
        }
    }

    private String text(String key, Object detail) {
        String pattern = ResourceBundle.getBundle("dev.easel.settings.texts").getString(key);
        return MessageFormat.format(pattern, file.toString(), detail.toString());
    }
}
