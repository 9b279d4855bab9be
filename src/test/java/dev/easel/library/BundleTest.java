package dev.easel.library;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BundleTest {
    private static Catalogue catalogue() throws IOException {
        return Catalogue.read(BundleTest.class.getClassLoader());
    }

    static Stream<BundlePart> parts() {
        return BundlePart.all().stream();
    }

    @ParameterizedTest
    @MethodSource("parts")
    void everyEntryOfTheTablesHasItsFiles(BundlePart part) throws IOException {
        skipWithoutNpm(part);

        assertThat(catalogue().index().files())
                .anyMatch(file -> file.startsWith(part.folder() + "/"));
    }

    private static void skipWithoutNpm(BundlePart part) throws IOException {
        String absence = catalogue().index().absence(part.folder()).orElse("");
        Assumptions.assumeFalse(
                part.isNpm() && absence.startsWith("npm") && System.getenv("CI") == null, absence);
    }

    static Stream<BundledLibrary> libraries() throws IOException {
        return catalogue().entries().stream().flatMap(e -> e.libraries().stream());
    }

    @ParameterizedTest
    @MethodSource("libraries")
    void everyMainFileIsThereInSomeVersion(BundledLibrary library) throws IOException {
        String name = library.entry().names().getFirst();
        for (String main : library.mains(true).toList()) {
            assertThat(catalogue().find(new CdnAddress(name, "", main, java.util.Optional.empty())))
                    .as(main)
                    .isPresent();
        }
    }

    @Test
    void theVersionsOfTheTableAreThoseOfTheLockFile() throws IOException {
        var packages =
                new ObjectMapper()
                        .readTree(Files.readString(Path.of("packaging/web/package-lock.json")))
                        .path("packages");
        assertThat(libraries().filter(l -> l.folder().startsWith("npm/")))
                .allSatisfy(l ->
                        assertThat(
                                        packages.path("node_modules/" + l.folder().substring(4))
                                                .path("version")
                                                .asText())
                                .as(l.folder())
                                .isEqualTo(l.version()));
    }

    @Test
    void theLockFileNamesNoAddresses() throws IOException {
        assertThat(Files.readString(Path.of("packaging/web/package-lock.json")))
                .doesNotContain("\"resolved\"");
    }

    /// The bundle of a build on a machine that has no npm.
    private static Library withoutNpm() throws IOException {
        String index =
                catalogue().index().files().stream()
                                .filter(f -> f.startsWith("maven/"))
                                .map(f -> "+ " + f + "\n")
                                .reduce("", String::concat)
                        + parts().filter(BundlePart::isNpm)
                                .map(p -> "- " + p.folder() + " npm was missing\n")
                                .reduce("", String::concat);
        return new Library(
                new ClassLoader(BundleTest.class.getClassLoader()) {
                    @Override
                    public InputStream getResourceAsStream(String name) {
                        return name.endsWith(BundleIndex.NAME)
                                ? new ByteArrayInputStream(index.getBytes(StandardCharsets.UTF_8))
                                : super.getResourceAsStream(name);
                    }
                });
    }

    @Test
    void withoutNpmTheNearestOtherVersionAnswers() throws IOException {
        Library library = withoutNpm();

        assertThat(
                        library.find(
                                URI.create(
                                        "https://unpkg.com/three@0.160.0/build/three.module.js")))
                .hasValueSatisfying(f -> assertThat(f.version()).isEqualTo("0.181.1"));
        assertThat(
                        library.find(
                                URI.create(
                                        "https://cdnjs.cloudflare.com/ajax/libs/three.js/r128/three.min.js")))
                .hasValueSatisfying(f -> assertThat(f.version()).isEqualTo("0.130.0"));
    }

    @Test
    void withoutNpmWhatIsMissingIsExplained() throws IOException {
        Library library = withoutNpm();

        for (String address :
                List.of("https://unpkg.com/p5", "https://fonts.googleapis.com/css2?family=Inter")) {
            assertThat(library.find(URI.create(address))).isEmpty();
            assertThat(library.absence(URI.create(address)))
                    .endsWith("not in this build: npm was missing");
        }
    }

    @Test
    void withoutABundleThatIsSaid() {
        Library library =
                new Library(
                        new ClassLoader(BundleTest.class.getClassLoader()) {
                            @Override
                            public InputStream getResourceAsStream(String name) {
                                return name.startsWith(BundleIndex.ROOT)
                                        ? null
                                        : super.getResourceAsStream(name);
                            }
                        });

        assertThat(library.absence(URI.create("https://unpkg.com/d3")))
                .isEqualTo("d3 7.9.0 is not in this build: its libraries were not bundled");
        assertThat(library.usage()).isEmpty();
    }
}
