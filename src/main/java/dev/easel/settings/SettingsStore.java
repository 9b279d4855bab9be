package dev.easel.settings;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// Reads and writes the settings file. Writes go to a background executor; of several that wait,
/// only the last is made. A file is replaced in one step, so a crash leaves the old or the new one.
public final class SettingsStore {
    private static final System.Logger LOG = System.getLogger(SettingsStore.class.getName());

    private final ObjectMapper json = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private final Path file;
    private final Executor background;
    private final AtomicReference<@Nullable String> waiting = new AtomicReference<>();
    private final Object writing = new Object();
    // A file that is there but cannot be read is not ours to replace.
    private volatile boolean unreadable;

    /// @param file made when first written, with its folder
    /// @param background makes the writes
    public SettingsStore(Path file, Executor background) {
        this.file = file;
        this.background = background;
    }

    /// Reads the file; blocking. Without one the defaults hold. One that is damaged is moved aside
    /// to `settings.json.damaged`, so that nothing the user wrote is lost.
    public Settings read() {
        try {
            return json.readValue(Files.readString(file), Settings.class);
        } catch (NoSuchFileException e) {
            // The first start.
        } catch (JacksonException e) {
            String kept = moveAside().map(Path::toString).orElse("what it was");
            LOG.log(Level.WARNING, "The settings file is damaged; it is kept as {0}.", kept);
        } catch (IOException e) {
            unreadable = true;
            LOG.log(Level.WARNING, "The settings in {0} cannot be read or saved: {1}", file, e);
        }
        return new Settings();
    }

    /// Writes them soon. The settings are taken as they are now; later changes need another call.
    public void write(Settings settings) {
        if (waiting.getAndSet(text(settings)) == null) {
            background.execute(this::flush);
        }
    }

    /// Writes at once what waits; blocking. For the end of the program.
    public void flush() {
        synchronized (writing) {
            String text = waiting.getAndSet(null);
            if (text == null || unreadable) {
                return;
            }
            try {
                Files.createDirectories(file.toAbsolutePath().getParent());
                Path fresh =
                        Files.createTempFile(file.toAbsolutePath().getParent(), "settings", ".tmp");
                Files.writeString(fresh, text);
                Files.move(
                        fresh,
                        file,
                        StandardCopyOption.REPLACE_EXISTING,
                        StandardCopyOption.ATOMIC_MOVE);
            } catch (IOException e) {
                LOG.log(Level.WARNING, "The settings cannot be written to {0}: {1}", file, e);
            }
        }
    }

    private String text(Settings settings) {
        try {
            return json.writeValueAsString(settings);
        } catch (JacksonException e) {
            throw new IllegalStateException("Settings hold only texts and numbers", e);
        }
    }

    private Optional<Path> moveAside() {
        Path aside = file.resolveSibling(file.getFileName() + ".damaged");
        try {
            return Optional.of(Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
