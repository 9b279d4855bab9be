package dev.easel.cost;

import dev.easel.project.Cost;
import dev.easel.project.Usage;
import dev.easel.text.BundledText;
import dev.easel.text.Texts;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// What runs cost by the table that Easel brings and the one that the user wrote, which wins. The
/// user's file is read again when it has changed; a damaged one is left as it is and not used.
/// Blocking; thread-safe.
public final class Prices {
    private static final Texts TEXTS = Texts.of(Prices.class);
    private static final String BUILT_IN = "/assets/prices.json";

    private final PriceTable builtIn = builtIn();
    private final Path own;
    private final Predicate<String> local;
    private final InstantSource clock;
    private PriceTable table = builtIn;
    private Optional<String> problem = Optional.empty();
    private @Nullable FileTime seen;

    /// @param own the user's table; may be missing
    /// @param local whether a provider, by its id, works on this computer and costs nothing
    public Prices(Path own, Predicate<String> local, InstantSource clock) {
        this.own = own;
        this.local = local;
        this.clock = clock;
    }

    /// Where the user's own prices belong.
    public Path file() {
        return own;
    }

    /// Puts a copy of the built-in table where the user's own belongs, to be changed there.
    ///
    /// @throws IOException when it cannot be written, or is there already
    void copyBuiltIn() throws IOException {
        Files.createDirectories(own.toAbsolutePath().getParent());
        Files.writeString(own, builtInText(), StandardOpenOption.CREATE_NEW);
    }

    /// Why the user's table is not used, in plain words; empty when all is well.
    public synchronized Optional<String> problem() {
        refresh();
        return problem;
    }

    /// Whether nobody is paid for the runs of a provider.
    public boolean isFree(String provider) {
        return local.test(provider);
    }

    /// What tokens cost today; empty when the price is not known.
    ///
    /// @param model the id that was asked for
    /// @param answered the id that answered, which decides when it has a price; may be empty
    public Optional<Cost> cost(String provider, String model, String answered, Usage usage) {
        if (isFree(provider)) {
            return Optional.of(new Cost(0, TEXTS.get("price.free")));
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        PriceTable now = table();
        return now.find(provider, answered, today)
                .or(() -> now.find(provider, model, today))
                .map(price -> price.cost(usage));
    }

    private synchronized PriceTable table() {
        refresh();
        return table;
    }

    private void refresh() {
        FileTime changed = changed();
        if (changed == null) {
            table = builtIn;
            problem = Optional.empty();
        } else if (!changed.equals(seen)) {
            read();
        }
        seen = changed;
    }

    private @Nullable FileTime changed() {
        try {
            return Files.getLastModifiedTime(own);
        } catch (IOException e) {
            return null;
        }
    }

    private void read() {
        table = builtIn;
        try {
            table = builtIn.overriddenBy(PriceFile.parse(Files.readString(own)));
            problem = Optional.empty();
        } catch (PriceFile.Damaged e) {
            problem = Optional.of(TEXTS.get("file.damaged", own, String.valueOf(e.getMessage())));
        } catch (MalformedInputException e) {
            problem = Optional.of(TEXTS.get("file.damaged", own, TEXTS.get("file.noUtf8")));
        } catch (NoSuchFileException e) {
            problem = Optional.empty();
        } catch (IOException e) {
            problem = Optional.of(TEXTS.get("file.unreadable", own, e.toString()));
        }
    }

    private static String builtInText() {
        return BundledText.read(Prices.class, BUILT_IN);
    }

    private static PriceTable builtIn() {
        try {
            return PriceFile.parse(builtInText());
        } catch (PriceFile.Damaged e) {
            throw new IllegalStateException("Damaged: " + BUILT_IN, e);
        }
    }
}
