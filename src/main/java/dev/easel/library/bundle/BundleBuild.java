package dev.easel.library.bundle;

import dev.easel.library.BundlePart;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Makes the bundle of web libraries: installs the npm packages, takes the wanted files of them and
/// of the WebJars, and writes `easel-web.jar`, its index and the licences.
///
/// ```
/// java -cp ... dev.easel.library.bundle.BundleBuild packaging/web target/web
/// ```
///
/// Without npm or a network the bundle is made of the WebJars alone, and what is missing is said; a
/// bundle whose inputs have not changed is left alone.
public final class BundleBuild {
    private final Path manifest;
    private final Path work;
    private final PrintStream out;

    BundleBuild(Path manifest, Path work, PrintStream out) {
        this.manifest = manifest;
        this.work = work;
        this.out = out;
    }

    /// @param args folder of package.json, working folder, with the WebJars in `maven`
    public static void main(String[] args) throws IOException, InterruptedException {
        new BundleBuild(Path.of(args[0]), Path.of(args[1]), System.out).run(BundlePart.all());
    }

    void run(List<BundlePart> parts) throws IOException, InterruptedException {
        Path stamp = work.resolve("bundle.stamp");
        Path jar = work.resolve("easel-web.jar");
        String inputs = Inputs.digest(parts, manifest, work.resolve("maven"));
        if (Files.exists(jar) && Files.exists(stamp) && Files.readString(stamp).equals(inputs)) {
            return;
        }
        Files.createDirectories(work);
        Files.deleteIfExists(stamp);
        Npm npm = new Npm(manifest, work.resolve("npm"));
        Optional<String> failure = npm.install();
        Map<BundlePart, PackageFiles> packages = packages(parts);
        BundleJar.write(jar, packages, failure.orElse("its package is missing"));
        LicenceText.write(work.resolve("licences/WEB-LIBRARIES.txt"), packages);
        say(jar, packages, failure);
        if (failure.isEmpty()) {
            Files.writeString(stamp, inputs);
            // Half a gigabyte of which the jar has what is wanted.
            npm.remove();
        }
        mark(failure);
    }

    private Map<BundlePart, PackageFiles> packages(List<BundlePart> parts) throws IOException {
        Map<BundlePart, PackageFiles> result = new LinkedHashMap<>();
        for (BundlePart part : parts) {
            result.put(
                    part,
                    part.isNpm()
                            ? PackageFiles.of(
                                    part,
                                    work.resolve("npm/node_modules")
                                            .resolve(part.folder().substring("npm/".length())))
                            : PackageFiles.ofWebJar(part, work.resolve(part.folder() + ".jar")));
        }
        return result;
    }

    private void say(Path jar, Map<BundlePart, PackageFiles> packages, Optional<String> failure)
            throws IOException {
        long missing = packages.values().stream().filter(p -> p.files().isEmpty()).count();
        out.printf(
                "Bundled %d web packages, %d files, %.1f MB%n",
                packages.size() - missing,
                packages.values().stream().mapToInt(p -> p.files().size()).sum(),
                Files.size(jar) / 1e6);
        failure.ifPresent(why ->
                out.printf(
                        "WARNING: %d web packages are not in this build, because %s.%n"
                                + "Pages that ask for them get nothing. Install npm, see to a"
                                + " network, and build again.%n",
                        missing, why));
        if (failure.isEmpty() && missing > 0) {
            throw new IOException(
                    "These entries of libraries.json or fonts.json match no file: "
                            + packages.entrySet().stream()
                                    .filter(e -> e.getValue().files().isEmpty())
                                    .map(e -> e.getKey().folder())
                                    .toList());
        }
    }

    /// Tells `./easel` to build again once npm is there.
    private void mark(Optional<String> failure) throws IOException {
        Path marker = work.resolve("without-npm");
        if (failure.isPresent()) {
            Files.writeString(marker, failure.get());
        } else {
            Files.deleteIfExists(marker);
        }
    }
}
