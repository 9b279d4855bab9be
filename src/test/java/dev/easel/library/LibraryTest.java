package dev.easel.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LibraryTest {
    private static final String MODULES = "META-INF/resources/webjars/three/0.181.1/";
    private static final String UMD = "META-INF/resources/webjars/three.js/r130/";

    private final Library library = new Library();

    @ParameterizedTest
    @CsvSource({
        "https://unpkg.com/three@0.160.0/build/three.module.js, build/three.module.js",
        "https://unpkg.com/three@0.160.0/build/three.module.min.js, build/three.module.min.js",
        "https://unpkg.com/three@0.160.0/build/three.core.js, build/three.core.js",
        "https://unpkg.com/three/build/three.module.js, build/three.module.js",
        "https://unpkg.com/three@latest/build/three.module.js, build/three.module.js",
        "https://UNPKG.com/three@0.181.1/build/three.module.js, build/three.module.js",
        "https://unpkg.com:443/three@0.163.0/build/three.module.js, build/three.module.js",
        "http://unpkg.com/three@0.163.0/build/three.module.js, build/three.module.js",
        "https://unpkg.com/three@0.128.0/build/three.module.js, build/three.module.js",
        "https://unpkg.com/three@0.160.0/build/three.module.js?module, build/three.module.js",
        "https://unpkg.com/three@0.160.0?module, build/three.module.js",
        "https://unpkg.com/three@0.160.0/examples/jsm/controls/OrbitControls.js,"
                + " examples/jsm/controls/OrbitControls.js",
        "https://unpkg.com/three@0.160.0/examples/fonts/helvetiker_regular.typeface.json,"
                + " examples/fonts/helvetiker_regular.typeface.json",
        "https://unpkg.com/three@0.160.0/src/Three.js, src/Three.js",
        "https://cdn.jsdelivr.net/npm/three@0.165.0/build/three.module.js, build/three.module.js",
        "https://cdn.jsdelivr.net/npm/three@0.165.0/+esm, build/three.module.js",
        "https://cdn.jsdelivr.net/npm/three/+esm, build/three.module.js",
        "https://cdn.jsdelivr.net/npm/three@0.165/examples/jsm/loaders/GLTFLoader.js/+esm,"
                + " examples/jsm/loaders/GLTFLoader.js",
        "https://cdn.jsdelivr.net/npm/three@0.165/examples/jsm/controls/OrbitControls.min.js,"
                + " examples/jsm/controls/OrbitControls.js",
        "https://cdn.jsdelivr.net/gh/mrdoob/three.js@r150/build/three.module.js,"
                + " build/three.module.js",
        "https://cdnjs.cloudflare.com/ajax/libs/three.js/0.160.0/three.module.min.js,"
                + " build/three.module.min.js",
        "https://cdnjs.cloudflare.com/ajax/libs/three.js/0.160.0/three.core.min.js,"
                + " build/three.core.min.js",
        "https://esm.sh/three, build/three.module.js",
        "https://esm.sh/three@0.160.0, build/three.module.js",
        "https://esm.sh/v135/three@0.160.0, build/three.module.js",
        "https://esm.sh/*three@0.160.0, build/three.module.js",
        "https://esm.sh/three@0.160.0/examples/jsm/controls/OrbitControls,"
                + " examples/jsm/controls/OrbitControls.js",
        "https://esm.sh/three@0.170.0/addons/controls/OrbitControls.js,"
                + " examples/jsm/controls/OrbitControls.js",
        "https://esm.sh/three@0.170.0/webgpu, build/three.webgpu.js",
        "https://esm.run/three@0.160.0, build/three.module.js",
        "https://cdn.skypack.dev/three@0.132.2, build/three.module.js",
        "https://cdn.skypack.dev/three@0.132.2/examples/jsm/controls/OrbitControls.js,"
                + " examples/jsm/controls/OrbitControls.js",
        "https://cdn.skypack.dev/pin/three@v0.137.5-HJEdoVYPhjkiJWkt6XIa/mode=imports/optimized/three.js,"
                + " build/three.module.js",
        "https://ga.jspm.io/npm:three@0.160.0/build/three.module.js, build/three.module.js",
        "https://threejs.org/build/three.module.js, build/three.module.js",
        "https://threejs.org/examples/jsm/controls/OrbitControls.js,"
                + " examples/jsm/controls/OrbitControls.js",
    })
    void moduleAddressesOfAnyVersionAreAnsweredWithTheBundledModules(URI address, String file) {
        assertThat(library.find(address)).map(LibraryFile::resource).contains(MODULES + file);
    }

    @ParameterizedTest
    @CsvSource({
        "https://cdnjs.cloudflare.com/ajax/libs/three.js/r128/three.min.js, three.min.js",
        "https://cdnjs.cloudflare.com/ajax/libs/three.js/r134/three.js, three.js",
        "https://unpkg.com/three@0.132.2/build/three.min.js, three.min.js",
        "https://cdn.jsdelivr.net/npm/three@0.150.0/build/three.js, three.js",
        "https://cdn.jsdelivr.net/gh/mrdoob/three.js@r128/build/three.min.js, three.min.js",
        "https://threejs.org/build/three.min.js, three.min.js",
        "https://threejs.org/build/three.js, three.js",
        "https://unpkg.com/three@0.128.0, three.min.js",
        "https://cdn.jsdelivr.net/npm/three, three.min.js",
    })
    void scriptAddressesAreAnsweredWithTheLastScriptBuild(URI address, String file) {
        assertThat(library.find(address)).map(LibraryFile::resource).contains(UMD + file);
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
                "https://cdn.jsdelivr.net/combine/npm/three",
                "https://cdn.jsdelivr.net/gh/evil/three.js@r128/build/three.min.js",
                "https://cdnjs.cloudflare.com/ajax/libs/three.js",
                "https://cdnjs.cloudflare.com/other/libs/three.js/r128/three.min.js",
                "https://threejs.org/docs/index.html",
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
        "0.181.1, false",
        "0.181, false",
        "%5E0.181.0, true",
        "%5E0.181, false",
        "~0, false",
        "latest, false",
        "0.160.0, true",
        "0.18, true",
        "r128, true",
    })
    void anotherVersionThanTheBundledOneIsASubstitution(String version, boolean substituted) {
        Optional<LibraryFile> file =
                library.find(
                        URI.create(
                                "https://unpkg.com/three@" + version + "/build/three.module.js"));

        assertThat(file).map(LibraryFile::substituted).contains(substituted);
        assertThat(file).map(LibraryFile::requestedVersion).contains(version.replace("%5E", "^"));
        assertThat(file).map(LibraryFile::bundledVersion).contains("0.181.1");
    }

    @Test
    void modulesHaveTheMediaTypeThatBrowsersInsistOn() {
        assertThat(library.find(URI.create("https://esm.sh/three")))
                .map(LibraryFile::mediaType)
                .contains("text/javascript");
    }

    @Test
    void aLinkedPackageAddressPassesOnTheOneInstance() {
        assertThat(read("https://esm.sh/three@0.160.0"))
                .isEqualTo(
                        "export * from \"https://esm.sh/three@0.160.0/build/three.module.js\";\n");
        assertThat(read("https://cdn.jsdelivr.net/npm/three@0.160.0/+esm"))
                .contains("https://cdn.jsdelivr.net/npm/three@0.160.0/build/three.module.js");
    }

    @Test
    void bareAndRelativeImportsOfALinkedModuleBecomeAddresses() {
        String pass =
                read(
                        "https://cdn.jsdelivr.net/npm/three@0.160.0/examples/jsm/postprocessing/"
                                + "UnrealBloomPass.js/+esm");

        assertThat(pass)
                .contains(
                        "} from 'https://cdn.jsdelivr.net/npm/three@0.160.0/build/three.module.js'")
                .contains(
                        "from 'https://cdn.jsdelivr.net/npm/three@0.160.0/examples/jsm/shaders/"
                                + "CopyShader.js/+esm'")
                .doesNotContain("from 'three'")
                .doesNotContain("from './");
    }

    @Test
    void aPlainModuleIsServedAsItIs() {
        assertThat(read("https://unpkg.com/three@0.160.0/examples/jsm/controls/OrbitControls.js"))
                .contains("from 'three'");
    }

    private String read(String address) {
        return new String(
                library.read(library.find(URI.create(address)).orElseThrow()),
                StandardCharsets.UTF_8);
    }
}
