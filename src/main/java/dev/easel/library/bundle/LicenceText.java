package dev.easel.library.bundle;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.easel.library.BundlePart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/// Collects the licences of the bundled web packages into one file.
final class LicenceText {
    private LicenceText() {}

    static void write(Path file, Map<BundlePart, PackageFiles> packages) throws IOException {
        StringBuilder text =
                new StringBuilder(
                        "The web libraries and fonts that Easel brings along for pages, with their"
                                + " licences.\n");
        for (Map.Entry<BundlePart, PackageFiles> entry : packages.entrySet()) {
            if (!entry.getValue().files().isEmpty()) {
                text.append(of(entry.getKey(), entry.getValue()));
            }
        }
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static String of(BundlePart part, PackageFiles files) throws IOException {
        StringBuilder text = new StringBuilder("\n" + "=".repeat(80) + "\n");
        text.append(part.name()).append(' ').append(part.version()).append(": ");
        text.append(licence(part, files)).append("\n\n");
        files.licences().forEach(licence -> text.append(licence).append('\n'));
        return text.toString();
    }

    /// What the table says, else what the package says.
    private static String licence(BundlePart part, PackageFiles files) throws IOException {
        return part.licence().isEmpty() && !files.manifest().isEmpty()
                ? new ObjectMapper().readTree(files.manifest()).path("license").asText("see below")
                : part.licence();
    }
}
