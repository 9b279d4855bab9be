package dev.easel.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TextsTest {
    private final Texts texts = Texts.of(TextsTest.class);

    @Test
    void aTextIsThatOfThePackage() {
        assertThat(texts.get("plain")).isEqualTo("Nothing to fill in");
    }

    @Test
    void argumentsAreFilledIn() {
        assertThat(texts.get("order", "a", "b")).isEqualTo("b before a");
    }

    @Test
    void anApostropheWrittenTwiceIsOneWithAndWithoutArguments() {
        assertThat(texts.get("apostrophe")).isEqualTo("The model's reply");
        assertThat(texts.get("apostropheAnd", "page")).isEqualTo("The model's page");
    }

    @Test
    void apostrophesAndBracesInArgumentsStay() {
        assertThat(texts.get("apostropheAnd", "it's {0}")).isEqualTo("The model's it's {0}");
    }

    @Test
    void numbersAreGroupedAndChooseTheirWords() {
        assertThat(texts.get("lines", 0)).isEqualTo("no lines");
        assertThat(texts.get("lines", 1)).isEqualTo("1 line");
        assertThat(texts.get("lines", 12_345)).isEqualTo("12,345 lines");
    }

    @Test
    void aTextThatIsNotThereIsAnError() {
        assertThatThrownBy(() -> texts.get("gone")).isInstanceOf(MissingResourceException.class);
    }

    @Test
    void aPackageWithoutTextsIsAnError() {
        assertThatThrownBy(() -> Texts.of(String.class))
                .isInstanceOf(MissingResourceException.class);
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyTextOfEaselIsAValidPattern(URI file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(Path.of(file))) {
            properties.load(reader);
        }
        assertThat(properties).isNotEmpty();
        properties.forEach((key, value) -> {
            String pattern = value.toString();
            assertThatCode(() -> new MessageFormat(pattern, Locale.ROOT).toPattern())
                    .as("%s in %s", key, file)
                    .doesNotThrowAnyException();
            assertThat(pattern.replace("''", ""))
                    .as("apostrophes of %s in %s are written twice", key, file)
                    .doesNotContain("'");
        });
    }

    static List<URI> files() throws IOException, URISyntaxException {
        List<URI> found = new ArrayList<>();
        for (URL root :
                Collections.list(TextsTest.class.getClassLoader().getResources("dev/easel"))) {
            try (Stream<Path> paths = Files.walk(Path.of(root.toURI()))) {
                paths.filter(p -> p.getFileName().toString().equals("texts.properties"))
                        .map(Path::toUri)
                        .forEach(found::add);
            }
        }
        assertThat(found).hasSizeGreaterThan(10);
        return found;
    }
}
