package dev.easel.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Needs the bundle that the build makes, with its npm packages.
class LibraryTest {
    private final Library library = new Library();

    /// Addresses as generated pages write them; among them every exact one of the counted pages.
    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "addresses.csv", numLinesToSkip = 1)
    void addressIsAnsweredWith(String address, String file, String version, String outcome) {
        LibraryFile answer = find(address);

        assertThat(where(answer)).isEqualTo(file);
        assertThat(answer.version()).isEqualTo(version == null ? "" : version);
        assertThat(answer.substituted()).isEqualTo(outcome.equals("substituted"));
        assertThat(answer.note().isEmpty()).isEqualTo(!answer.substituted());
        assertThat(library.read(answer)).isNotEmpty();
    }

    private LibraryFile find(String address) {
        return library.find(URI.create(address.replace("^", "%5E"))).orElseThrow();
    }

    private static String where(LibraryFile answer) {
        return switch (answer.content()) {
            case LibraryFile.Stored(String file) -> file;
            case LibraryFile.Linked linked -> linked.library().folder() + "/" + linked.file();
            case LibraryFile.PassedOn passed -> passed.library().folder() + "/" + passed.file();
            case LibraryFile.Joined joined -> "joined";
            case LibraryFile.Written written -> "written";
        };
    }

    private String read(String address) {
        return new String(library.read(find(address)), StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://user@unpkg.com/three@0.160.0/build/three.module.js",
                "https://unpkg.com@evil.example/three@0.160.0/build/three.module.js",
                "https://unpkg.com:8443/three@0.160.0/build/three.module.js",
                "https://unpkg.com.evil.example/three/build/three.module.js",
                "https://evilunpkg.com/three/build/three.module.js",
                "https://evil.example/unpkg.com/three/build/three.module.js",
                "https://evil.example/?https://unpkg.com/three/build/three.module.js",
                "https://unpkg.com/three/build/../../../secret.js",
                "https://unpkg.com/three/build/..%2f..%2fsecret.js",
                "https://unpkg.com/three/build%2fthree.module.js",
                "https://unpkg.com/three/build/%2e%2e/build/three.module.js",
                "https://unpkg.com//three/build/three.module.js",
                "https://unpkg.com/three/./build/three.module.js",
                "https://unpkg.com/three/build/three.module.js%00.png",
                "https://unpkg.com/three-evil@0.160.0/build/three.module.js",
                "https://unpkg.com/@evil/three@0.160.0/build/three.module.js",
                "https://unpkg.com/THREE/build/three.module.js",
                "https://unpkg.com/three@0.160.0/build/nothing.js",
                "https://unpkg.com/three@0.160.0/examples/jsm/",
                "https://unpkg.com/three@0.160.0/package.json",
                "https://unpkg.com/",
                "https://unpkg.com",
                "https://cdn.jsdelivr.net/combine/npm/three,npm/not-there",
                "https://cdn.jsdelivr.net/gh/evil/three.js@r128/build/three.min.js",
                "https://cdnjs.cloudflare.com/ajax/libs/three.js",
                "https://cdnjs.cloudflare.com/other/libs/three.js/r128/three.min.js",
                "https://threejs.org/docs/index.html",
                "https://d3js.org/",
                "https://code.jquery.com/jquery-3.7.1.exe",
                "https://kit.fontawesome.com/a/b.js",
                "https://use.fontawesome.com/a1b2c3.js",
                "https://fonts.googleapis.com/css2",
                "https://fonts.googleapis.com/css2?family=",
                "https://fonts.gstatic.com/s/inter/v1/../../secret",
                "https://fonts.gstatic.com/s/unknown/v1/a.woff2",
                "ftp://unpkg.com/three/build/three.module.js",
                "file:///unpkg.com/three/build/three.module.js",
                "data:text/javascript,1",
                "mailto:three@unpkg.com",
                "//unpkg.com/three/build/three.module.js",
                "https://xn--unpkg-.com/three/build/three.module.js",
            })
    void everythingElseIsUnknown(String address) {
        assertThat(library.find(URI.create(address))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "https://UNPKG.com/three@0.181.1/build/three.module.js",
        "https://unpkg.com:443/three@0.181.1/build/three.module.js",
        "http://unpkg.com/three@0.181.1/build/three.module.js",
    })
    void theSpellingOfAHostDoesNotCount(String address) {
        assertThat(find(address).version()).isEqualTo("0.181.1");
    }

    @Test
    void aSubstitutionNamesBothVersions() {
        assertThat(find("https://unpkg.com/three@0.159.0/build/three.module.js").note())
                .isEqualTo("0.159.0 was asked for, 0.160.0 is bundled");
    }

    @Test
    void aLinkedPackageAddressPassesOnTheOneInstance() {
        assertThat(read("https://esm.sh/three@0.160.0"))
                .isEqualTo(
                        "export * from \"https://esm.sh/three@0.160.0/build/three.module.js\";\n");
        assertThat(read("https://cdn.jsdelivr.net/npm/three@0.160.0/+esm"))
                .isEqualTo(read("https://esm.sh/three@0.160.0"));
        assertThat(read("https://cdn.skypack.dev/react@18"))
                .isEqualTo(
                        """
                        export * from "https://esm.sh/react@18.3.1/cjs/react.production.min.js";
                        export { default } from "https://esm.sh/react@18.3.1/cjs/react.production.min.js";
                        """);
    }

    @Test
    void bareAndRelativeImportsOfALinkedModuleBecomeAddresses() {
        assertThat(
                        read(
                                "https://esm.sh/three@0.160.0/examples/jsm/postprocessing/"
                                        + "UnrealBloomPass.js"))
                .contains("} from 'https://esm.sh/three@0.160.0/build/three.module.js'")
                .contains("from 'https://esm.sh/three@0.160.0/examples/jsm/shaders/CopyShader.js'")
                .doesNotContain("from 'three'")
                .doesNotContain("from './");
    }

    @Test
    void whatAnAddressCallsExternalStaysBare() {
        assertThat(read("https://esm.sh/*react-dom@18.3.1/client.js"))
                .contains("import * as $r0 from \"react-dom\"");
        assertThat(
                        read(
                                "https://esm.sh/react-dom@18.3.1/cjs/react-dom.production.min.js"
                                        + "?external=react"))
                .contains("from \"react\"")
                .contains("from \"https://esm.sh/scheduler@0.23.2/");
    }

    @Test
    void commonJsBecomesAModuleWithItsNames() {
        assertThat(read("https://esm.sh/react-dom@18.3.1/client.js"))
                .contains("\"react-dom\": $r0")
                .contains("$x_createRoot as createRoot")
                .contains("export default $exports");
    }

    @Test
    void reactDomUsesTheReactOfItsOwnVersion() {
        assertThat(read("https://esm.sh/react-dom@18.3.1/cjs/react-dom.production.min.js"))
                .contains("https://esm.sh/react@18.3.1/");
        assertThat(read("https://esm.sh/react-dom@19.2.0/cjs/react-dom-client.production.js"))
                .contains("https://esm.sh/react@19.2.0/", "https://esm.sh/scheduler@0.27.0/");
    }

    @Test
    void aPlainModuleIsServedAsItIs() {
        assertThat(read("https://unpkg.com/three@0.160.0/examples/jsm/controls/OrbitControls.js"))
                .contains("from 'three'");
    }

    @Test
    void modulesHaveTheMediaTypeThatBrowsersInsistOn() {
        assertThat(find("https://esm.sh/three").mediaType()).isEqualTo("text/javascript");
        assertThat(find("https://esm.run/dompurify").mediaType()).isEqualTo("text/javascript");
        assertThat(find("https://fonts.googleapis.com/css2?family=Inter").mediaType())
                .isEqualTo("text/css");
    }

    @Test
    void aFileThatABundledPackageDoesNotHaveIsExplained() {
        assertThat(library.absence(URI.create("https://unpkg.com/d3@7.9.0/dist/nothing.js")))
                .isEqualTo("d3 7.9.0 is bundled, but has no such file");
        assertThat(library.absence(URI.create("https://unpkg.com/left-pad"))).isEmpty();
        assertThat(library.absence(URI.create("https://evil.example/d3"))).isEmpty();
    }

    @Test
    void modelsAreToldOfLibrariesByAddressesThatAnswer() {
        assertThat(String.join("\n", library.usage()))
                .contains("three.js 0.187.0", "Chart.js 4.4.9", "Inter, Roboto")
                .doesNotContain("{version}");
        assertThat(library.usage().stream().flatMap(LibraryTest::addresses))
                .isNotEmpty()
                .allSatisfy(a -> assertThat(library.find(URI.create(a))).as(a).isPresent());
    }

    private static java.util.stream.Stream<String> addresses(String line) {
        return java.util.regex.Pattern.compile("https://[^`\"\\s]+")
                .matcher(line)
                .results()
                .map(java.util.regex.MatchResult::group)
                .filter(a -> !a.endsWith("/") && !a.endsWith("..."));
    }
}
