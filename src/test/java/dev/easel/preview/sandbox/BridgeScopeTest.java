package dev.easel.preview.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The files of the bridge share one function's scope, and so do those of WebGL: there JavaScript
/// lets a later function silently replace one of the same name.
class BridgeScopeTest {
    private static final Pattern NAME =
            Pattern.compile("^(?:function|var|let|const) +([\\w$]+)", Pattern.MULTILINE);

    @ParameterizedTest
    @ValueSource(strings = {"sandbox/bridge", "webgl/shim"})
    void noTwoFilesDeclareTheSameName(String folder) throws IOException {
        Path scripts = Path.of("src/main/resources/dev/easel/preview").resolve(folder);
        Map<String, List<String>> declared;
        try (Stream<Path> files = Files.list(scripts)) {
            declared =
                    files.flatMap(BridgeScopeTest::names)
                            .collect(
                                    Collectors.groupingBy(
                                            Declared::name,
                                            TreeMap::new,
                                            Collectors.mapping(
                                                    Declared::file, Collectors.toList())));
        }
        assertThat(declared).isNotEmpty();
        declared.forEach((name, files) -> assertThat(files).as(name).hasSize(1));
    }

    private record Declared(String name, String file) {}

    private static Stream<Declared> names(Path file) {
        try {
            return NAME.matcher(Files.readString(file))
                    .results()
                    .map(found -> new Declared(found.group(1), file.getFileName().toString()));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
