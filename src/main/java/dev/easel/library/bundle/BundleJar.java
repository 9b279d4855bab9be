package dev.easel.library.bundle;

import dev.easel.library.BundleIndex;
import dev.easel.library.BundlePart;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Writes the jar of web files and its index.
final class BundleJar {
    private final ZipOutputStream zip;
    private final StringBuilder index = new StringBuilder();

    private BundleJar(ZipOutputStream zip) {
        this.zip = zip;
    }

    /// @param absence why a package without files is not there
    static void write(Path jar, Map<BundlePart, PackageFiles> packages, String absence)
            throws IOException {
        // A program that is running keeps the old jar until the new one is whole.
        Path part = jar.resolveSibling(jar.getFileName() + ".part");
        try (ZipOutputStream zip =
                new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(part)))) {
            BundleJar bundle = new BundleJar(zip);
            for (Map.Entry<BundlePart, PackageFiles> entry : packages.entrySet()) {
                bundle.add(entry.getKey(), entry.getValue(), absence);
            }
            bundle.put(BundleIndex.NAME, bundle.index.toString().getBytes(StandardCharsets.UTF_8));
        }
        Files.move(part, jar, StandardCopyOption.REPLACE_EXISTING);
    }

    private void add(BundlePart part, PackageFiles files, String absence) throws IOException {
        if (files.files().isEmpty()) {
            index.append("- ").append(part.folder()).append(' ').append(absence).append('\n');
        }
        for (Map.Entry<String, byte[]> file : files.files().entrySet()) {
            String name = part.folder() + "/" + file.getKey();
            put(name, file.getValue());
            index.append("+ ").append(name).append('\n');
        }
    }

    private void put(String name, byte[] bytes) throws IOException {
        ZipEntry entry = new ZipEntry(BundleIndex.ROOT + name);
        // The same inputs give the same jar.
        entry.setTime(0);
        if (name.endsWith(".woff") || name.endsWith(".png")) {
            store(entry, bytes);
        }
        zip.putNextEntry(entry);
        zip.write(bytes);
        zip.closeEntry();
    }

    /// Compressed already.
    private static void store(ZipEntry entry, byte[] bytes) {
        CRC32 crc = new CRC32();
        crc.update(bytes);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(bytes.length);
        entry.setCrc(crc.getValue());
    }
}
