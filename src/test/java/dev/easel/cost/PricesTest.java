package dev.easel.cost;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.project.Cost;
import dev.easel.project.Usage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PricesTest {
    private static final Usage MILLION_IN = new Usage(1_000_000, 0, 0, 0, false);

    @TempDir Path folder;

    private Path own;
    private Instant now = Instant.parse("2026-11-23T12:00:00Z");
    private Prices prices;
    private int writes;

    @BeforeEach
    void open() {
        own = folder.resolve("prices.json");
        prices = new Prices(own, provider -> provider.equals("samples"), () -> now);
    }

    private void write(String text) throws Exception {
        Files.writeString(own, text);
        // File systems keep coarse times; two writes of a test must differ.
        Files.setLastModifiedTime(own, FileTime.from(now.plusSeconds(++writes)));
    }

    private static String entry(String fields) {
        return "{\"prices\": [\n{" + fields + ", \"source\": \"bill\", \"read\": \"2026-11\"}\n]}";
    }

    private long nano(String model, Usage usage) {
        return cost(model, usage).map(Cost::nanoUsd).orElse(-1L);
    }

    private Optional<Cost> cost(String model, Usage usage) {
        return prices.cost("gemini", model, "", usage);
    }

    @ParameterizedTest
    @CsvSource({
        "gemini-2.5-flash-lite, 0.10, 0.40",
        "gemini-2.5-flash, 0.30, 2.50",
        "gemini-2.5-pro, 1.25, 10",
        "gemini-3-flash-preview, 0.50, 3",
        "gemini-3.1-flash-lite, 0.25, 1.50",
        "gemini-3.1-pro-preview, 2, 12",
        "gemini-3.5-flash-lite, 0.30, 2.50",
        "gemini-3.5-flash, 1.50, 9",
        "gemini-3.8-flash, 0.75, 3.75",
        "gemini-4-hydrogen, 1.50, 7.50",
        "gemini-4-neon, 3, 15"
    })
    void theBuiltInTableHasThePricesThatWereRead(String model, String in, String out) {
        assertThat(nano(model, new Usage(100_000, 0, 0, 0, false)))
                .isEqualTo(Dollars.parse(in).orElseThrow() / 10);
        assertThat(nano(model, new Usage(0, 0, 1_000_000, 0, false)))
                .isEqualTo(Dollars.parse(out).orElseThrow());
    }

    @Test
    void thoughtsCostLikeTheAnswer() {
        Usage usage = new Usage(1_000, 0, 200, 300, false);

        assertThat(nano("gemini-3-flash-preview", usage)).isEqualTo(1_000 * 500 + 500 * 3_000);
    }

    @Test
    void cachedTokensAreCheaperAndPartOfThePrompt() {
        Usage usage = new Usage(1_000, 400, 0, 0, false);

        assertThat(nano("gemini-2.5-pro", usage)).isEqualTo(600 * 1_250 + 400 * 125);
    }

    @Test
    void withoutAPriceForCachedTokensTheyCountFullyAndTheWordsSaySo() {
        Cost cost = cost("gemini-2.5-flash", new Usage(1_000, 400, 0, 0, false)).orElseThrow();

        assertThat(cost.nanoUsd()).isEqualTo(1_000 * 300);
        assertThat(cost.price()).contains("cached tokens counted like the others");
    }

    @Test
    void aLongPromptCostsMoreFromTheFirstTokenOn() {
        assertThat(nano("gemini-2.5-pro", new Usage(200_000, 0, 10, 0, false)))
                .isEqualTo(200_000L * 1_250 + 10 * 10_000);
        Usage longer = new Usage(200_001, 1, 10, 0, false);
        assertThat(nano("gemini-2.5-pro", longer)).isEqualTo(200_000L * 2_500 + 250 + 10 * 15_000);
        assertThat(cost("gemini-2.5-pro", longer).orElseThrow().price())
                .contains("prompt over 200,000 tokens: 2.50 in, 15.00 out, 0.25 cached");
    }

    @Test
    void fractionsOfANanodollarAreSummedBeforeTheyAreRounded() throws Exception {
        write(entry("\"id\": \"tiny\", \"in\": 0.0004, \"out\": 0.000001"));

        assertThat(nano("tiny", new Usage(1, 0, 0, 0, false))).isZero();
        assertThat(nano("tiny", new Usage(2, 0, 0, 0, false))).isEqualTo(1);
        assertThat(nano("tiny", new Usage(1, 0, 99, 0, false))).isZero();
        assertThat(nano("tiny", new Usage(1, 0, 100, 0, false))).isEqualTo(1);
    }

    @Test
    void theDearestPriceAndTheLargestCountsDoNotOverflow() throws Exception {
        write(entry("\"id\": \"dear\", \"in\": 1000, \"out\": 1000"));
        int most = Integer.MAX_VALUE;

        assertThat(nano("dear", new Usage(most, 0, most, most, false)))
                .isEqualTo(3L * most * 1_000_000);
    }

    @Test
    void theWordsNameSourceAndDate() {
        assertThat(cost("gemini-3-flash-preview", MILLION_IN).orElseThrow().price())
                .startsWith("gemini-3-flash-preview: 0.50 in, 3.00 out")
                .contains("notes of published prices")
                .contains("read 2026-11");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gemini-3.2-pro",
                "gemini-2.5-flash-preview-09-2025",
                "gemini-3-flash-preview-001",
                "gemini-2.5-flash-0012",
                "gemini-2.5",
                "GEMINI-2.5-FLASH",
                ""
            })
    void anIdThatIsNotInTheTableHasNoPrice(String model) {
        assertThat(cost(model, MILLION_IN)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"gemini-2.5-flash-001", "models/gemini-2.5-flash"})
    void aNumberedIdCostsLikeItsFamily(String model) {
        assertThat(nano(model, MILLION_IN)).isEqualTo(300_000_000);
    }

    @Test
    void theIdThatAnsweredDecidesWhenItHasAPrice() {
        assertThat(prices.cost("gemini", "gemini-2.5-flash", "gemini-3.5-flash", MILLION_IN))
                .map(Cost::nanoUsd)
                .contains(1_500_000_000L);
        assertThat(prices.cost("gemini", "gemini-2.5-flash", "nobody-knows", MILLION_IN))
                .map(Cost::nanoUsd)
                .contains(300_000_000L);
    }

    @Test
    void aPriceHoldsThroughItsLastDayAndIsUnknownAfterIt() {
        now = Instant.parse("2026-12-31T23:59:59Z");
        assertThat(nano("gemini-3.8-flash", MILLION_IN)).isEqualTo(750_000_000);
        now = Instant.parse("2027-01-01T00:00:00Z");
        assertThat(cost("gemini-3.8-flash", MILLION_IN)).isEmpty();
    }

    @Test
    void oneIdMayHavePricesForDifferentDays() throws Exception {
        write(
                """
                {"prices": [
                  {"id": "m", "in": 1, "out": 1, "validUntil": "2026-11-22",
                   "source": "s", "read": "2026-11-01"},
                  {"id": "m", "in": 2, "out": 2, "validFrom": "2026-11-23",
                   "source": "s", "read": "2026-11-01"}]}
                """);
        assertThat(nano("m", MILLION_IN)).isEqualTo(2_000_000_000);
        now = Instant.parse("2026-11-22T00:00:00Z");
        assertThat(nano("m", MILLION_IN)).isEqualTo(1_000_000_000);
    }

    @Test
    void theUsersPriceReplacesTheBuiltInOneAndTheOthersStay() throws Exception {
        write(entry("\"id\": \"gemini-2.5-pro\", \"in\": 7, \"out\": 8"));

        assertThat(nano("gemini-2.5-pro", MILLION_IN)).isEqualTo(7_000_000_000L);
        assertThat(nano("gemini-2.5-flash", MILLION_IN)).isEqualTo(300_000_000);
        assertThat(prices.problem()).isEmpty();
    }

    @Test
    void aChangeOfTheFileCountsAtOnceAndSoDoesItsEnd() throws Exception {
        write(entry("\"id\": \"m\", \"in\": 1, \"out\": 1"));
        assertThat(nano("m", MILLION_IN)).isEqualTo(1_000_000_000);
        write(entry("\"id\": \"m\", \"in\": 2, \"out\": 1"));
        assertThat(nano("m", MILLION_IN)).isEqualTo(2_000_000_000);
        Files.delete(own);
        assertThat(cost("m", MILLION_IN)).isEmpty();
    }

    @Test
    void aPriceIsThatOfOneProvider() throws Exception {
        write(entry("\"id\": \"m\", \"provider\": \"openai\", \"in\": 1, \"out\": 1"));

        assertThat(prices.cost("openai", "m", "", MILLION_IN)).isPresent();
        assertThat(cost("m", MILLION_IN)).isEmpty();
    }

    @Test
    void whatRunsOnThisComputerIsFreeAndSaysSo() {
        assertThat(prices.cost("samples", "anything", "", MILLION_IN))
                .contains(new Cost(0, "free, this computer"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"in\": 1, \"out\": 1|\"id\" is missing",
                "\"id\": \"m\", \"out\": 1|\"in\" is missing",
                "\"id\": \"m\", \"in\": \"1\", \"out\": 1|\"in\" is missing or is no number",
                "\"id\": \"m\", \"in\": -1, \"out\": 1|between 0 and 1000",
                "\"id\": \"m\", \"in\": 1e9, \"out\": 1|between 0 and 1000",
                "\"id\": \"m\", \"in\": 0.0000001, \"out\": 1|six decimals",
                "\"id\": \"m\", \"in\": 1, \"out\": 1, \"cahced\": 1|\"cahced\" means nothing",
                "\"id\": \"m\", \"in\": 1, \"out\": 1, \"validUntil\": \"May\"|2026-12-31",
                "\"id\": \"m\", \"in\": 1, \"out\": 1, \"numbered\": \"yes\"|true or false",
                "\"id\": \"m\", \"in\": 1, \"out\": 1, \"long\": {\"over\": 5}|\"in\" is missing",
                "\"id\": \"m\", \"in\": 1, \"out\": 1, \"long\": 5|\"long\" is written",
            })
    void aDamagedEntryIsNamedWithItsLineAndTheBuiltInPricesHold(String fields, String said)
            throws Exception {
        write(entry(fields));

        assertThat(prices.problem().orElseThrow())
                .contains(own.toString())
                .contains("Line 2: ")
                .contains(said)
                .contains("built-in prices hold");
        assertThat(nano("gemini-2.5-flash", MILLION_IN)).isEqualTo(300_000_000);
        assertThat(own).hasContent(entry(fields));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|Line 1",
                "[]|Line 1",
                "{\"prices\": 5}|Line 1",
                "{\"prices\": [%%{]}|Line 3",
                "{\"prices\": [%{\"id\": \"m\" \"in\": 1}]}|Line 2",
                "{\"about\": 1}|has a list",
            })
    void whatIsNoTableIsSaidWithTheLine(String text, String said) throws Exception {
        write(text.replace('%', '\n'));

        assertThat(prices.problem().orElseThrow()).contains(said).doesNotContain("Source");
    }

    @Test
    void bytesThatAreNoTextAreSaidToo() throws Exception {
        Files.write(own, new byte[] {(byte) 0xff, (byte) 0xfe, 0});

        assertThat(prices.problem().orElseThrow()).contains("UTF-8");
    }

    @Test
    void theBuiltInFileCanBeCopiedAsItIs() throws Exception {
        try (var in = PricesTest.class.getResourceAsStream("/assets/prices.json")) {
            write(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }

        assertThat(prices.problem()).isEmpty();
        assertThat(nano("gemini-2.5-flash", MILLION_IN)).isEqualTo(300_000_000);
    }
}
