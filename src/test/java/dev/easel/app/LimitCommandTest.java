package dev.easel.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.easel.project.Usage;
import dev.easel.provider.fake.FakeGeminiServer;
import dev.easel.settings.DataDirectories;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Costs and the daily limit at the command line, in processes of their own.
class LimitCommandTest {
    private static final String PAGE =
            "```html index.html\n<!DOCTYPE html>\n<p>x</p>\n</html>\n```";

    @TempDir Path folder;

    private FakeGeminiServer server;
    private Path home;

    @BeforeEach
    void start() throws Exception {
        home = folder.resolve("home");
        server = new FakeGeminiServer();
        // 1,000 in at 500 and 10,000 out at 3,000 billionths: 0.0305 dollars.
        server.answer(
                reply -> reply.text(PAGE).finish("STOP", new Usage(1_000, 0, 9_000, 1_000, false)));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private void limit(String dollars) throws Exception {
        Path file = DataDirectories.of(Map.of("EASEL_HOME", home.toString())).settingsFile();
        Files.createDirectories(file.getParent());
        Files.writeString(file, "{\"dailyLimit\": \"" + dollars + "\"}");
    }

    private EaselProcess generate(String model, String... options) throws Exception {
        List<String> all = new ArrayList<>(List.of("generate", "x", "--model", model));
        all.addAll(List.of("--provider", "gemini"));
        all.addAll(List.of(options));
        return easel(all.toArray(String[]::new));
    }

    private EaselProcess easel(String... arguments) throws Exception {
        EaselProcess easel =
                EaselProcess.start(
                        home,
                        Map.of("GOOGLE_GEMINI_BASE_URL", server.url(), "GEMINI_API_KEY", "k"),
                        arguments);
        easel.await();
        return easel;
    }

    @Test
    void aRunSaysWhatItCostAndTheHistoryKeepsIt() throws Exception {
        EaselProcess easel = generate("gemini-3-flash-preview", "--json");
        JsonNode cost = new ObjectMapper().readTree(easel.out()).path("cost");

        assertThat(cost.path("usd").asText()).isEqualTo("0.0305");
        assertThat(cost.path("price").asText()).contains("0.50 in, 3.00 out", "read 2026-11");

        EaselProcess unknown = generate("gemini-3.2-pro", "--json");
        cost = new ObjectMapper().readTree(unknown.out()).path("cost");
        assertThat(cost.path("usd").isNull()).isTrue();
        assertThat(cost.path("price").asText()).isEqualTo("unknown price");

        JsonNode projects = new ObjectMapper().readTree(easel("history", "--json").out());
        String id = projects.get(1).path("id").asText();
        assertThat(easel("history", "show", id).out()).contains("cost: $0.0305");
        JsonNode shown = new ObjectMapper().readTree(easel("history", "show", id, "--json").out());
        assertThat(shown.path("runs").get(0).path("cost").path("usd").asText()).isEqualTo("0.0305");
    }

    @Test
    void theLimitRefusesBeforeAnythingIsSentUnlessToldOtherwise() throws Exception {
        limit("0.01");

        EaselProcess refused = generate("gemini-3-flash-preview", "--json");

        assertThat(refused.process().exitValue()).isEqualTo(EaselCommand.OVER_LIMIT);
        assertThat(refused.err())
                .contains("would pass today's limit of $0.01")
                .contains("--over-limit");
        assertThat(new ObjectMapper().readTree(refused.out()).path("status").asText())
                .isEqualTo("over_limit");
        assertThat(server.http().requests()).isEmpty();

        EaselProcess allowed = generate("gemini-3-flash-preview", "--over-limit");
        assertThat(allowed.process().exitValue()).isZero();
        assertThat(allowed.err()).contains("$0.0305");
    }

    @Test
    void anUnknownPriceRunsAndSaysThatItIsNotCounted() throws Exception {
        limit("0.01");

        EaselProcess easel = generate("gemini-3.2-pro");

        assertThat(easel.process().exitValue()).isZero();
        assertThat(easel.err()).contains("price of gemini-3.2-pro is unknown");
    }

    @Test
    void aDamagedPriceTableIsSaidAndKept() throws Exception {
        Path file = DataDirectories.of(Map.of("EASEL_HOME", home.toString())).prices();
        Files.createDirectories(file.getParent());
        Files.writeString(file, "{\"prices\": [\n{\"id\": 5}]}");

        EaselProcess easel = generate("gemini-3-flash-preview");

        assertThat(easel.process().exitValue()).isZero();
        assertThat(easel.err()).contains("Line 2").contains(file.toString()).contains("$0.0305");
        assertThat(file).hasContent("{\"prices\": [\n{\"id\": 5}]}");
    }
}
