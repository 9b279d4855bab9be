package dev.easel.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.easel.history.HistoryRepository;
import dev.easel.history.SqliteHistoryRepository;
import dev.easel.project.Run;
import dev.easel.project.RunStatus;
import dev.easel.project.Usage;
import dev.easel.provider.fake.FakeGeminiServer;
import dev.easel.settings.DataDirectories;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `easel generate` as a process of its own, against a server that speaks Gemini's wire format.
class GenerateCommandTest {
    private static final String PAGE =
            "<!DOCTYPE html>\n<title>Hi</title>\n<p>Hello</p>\n</html>\n";

    @TempDir Path folder;

    private FakeGeminiServer server;
    private Path home;

    @BeforeEach
    void start() throws Exception {
        server = new FakeGeminiServer();
        home = folder.resolve("home");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aReplyBecomesFilesAndFigures() throws Exception {
        server.answer(reply ->
                reply.thought("I will greet.")
                        .text("Here it is.\n```html index.html\n" + PAGE)
                        .text("```\nDone.")
                        .finish("STOP", new Usage(12, 4, 20, 48, false)));
        EaselProcess easel = generate("--out", folder.resolve("out").toString(), "--json");
        assertThat(easel.await()).isZero();
        assertThat(folder.resolve("out/index.html")).hasContent(PAGE);
        JsonNode json = new ObjectMapper().readTree(easel.out());
        assertThat(json.path("status").asText()).isEqualTo("complete");
        assertThat(json.path("tokens").path("prompt").asInt()).isEqualTo(12);
        assertThat(json.path("tokens").path("output").asInt()).isEqualTo(20);
        assertThat(json.path("tokens").path("thought").asInt()).isEqualTo(48);
        assertThat(json.path("lines").asInt()).isEqualTo(4);
        assertThat(json.path("timings").path("firstToken").asLong()).isNotNegative();
        assertThat(easel.err()).contains("I will greet.");
        assertThat(easel.out()).doesNotContain("I will greet.");
    }

    @Test
    void withoutAFolderTheReplyStreamsToTheTerminal() throws Exception {
        server.answer(reply ->
                reply.text("```html index.html\n" + PAGE + "```").finish("STOP", Usage.NONE));
        EaselProcess easel = generate();
        assertThat(easel.await()).isZero();
        assertThat(easel.out()).contains("<p>Hello</p>");
    }

    @Test
    void aFolderIsChanged() throws Exception {
        Path project = Files.createDirectories(folder.resolve("project"));
        Files.writeString(project.resolve("index.html"), "<!DOCTYPE html><p>old</p></html>");
        Files.writeString(project.resolve("style.css"), "p { color: red }");
        server.answer(reply ->
                reply.text("```html index.html\n" + PAGE + "```").finish("STOP", Usage.NONE));
        EaselProcess easel = generate("--project", project.toString());
        assertThat(easel.await()).isZero();
        assertThat(server.lastBody().toString()).contains("color: red");
        assertThat(project.resolve("index.html")).hasContent(PAGE);
        assertThat(project.resolve("style.css")).hasContent("p { color: red }");
    }

    @Test
    void ctrlCEndsTheServersRequestAndKeepsWhatCame() throws Exception {
        server.answer(reply -> {
            reply.text("```html index.html\n<!DOCTYPE html>\n<p>half");
            reply.exchange().silence();
        });
        EaselProcess easel = generate("--out", folder.resolve("out").toString());
        easel.awaitText("writing index.html");
        // SIGINT, as the terminal sends it.
        new ProcessBuilder("kill", "-INT", String.valueOf(easel.process().pid())).start().waitFor();
        assertThat(server.http().awaitDisconnect()).isNotNegative();
        easel.await();
        Run run = onlyRun();
        assertThat(run.status()).isEqualTo(RunStatus.CANCELLED);
        assertThat(run.reply()).contains("<p>half");
    }

    @Test
    void killedInTheMiddleThePromptAndWhatCameAreThereMarkedPartial() throws Exception {
        server.answer(reply -> {
            reply.thought("thinking").text("```html index.html\n<!DOCTYPE html>\n<p>half");
            reply.exchange().silence();
        });
        EaselProcess easel = generate("--out", folder.resolve("out").toString());
        easel.awaitText("writing index.html");
        easel.process().destroyForcibly().waitFor();
        EaselProcess next = EaselProcess.start(home, Map.of(), "history", "--json");
        assertThat(next.await()).isZero();
        Run run = onlyRun();
        assertThat(run.status()).isEqualTo(RunStatus.PARTIAL);
        assertThat(run.prompt()).isEqualTo("greet me");
        assertThat(run.reply()).contains("<p>half");
        assertThat(run.thoughts()).isEqualTo("thinking");
        try (HistoryRepository history = history()) {
            assertThat(history.revisions(run.projectId()))
                    .singleElement()
                    .matches(r -> r.partial());
        }
    }

    @Test
    void aRefusedKeyIsSaidAndNeverShown() throws Exception {
        server.answer(reply -> reply.fail(400, "API key not valid. Please pass a valid API key."));
        EaselProcess easel = generate();
        assertThat(easel.await()).isEqualTo(3);
        assertThat(easel.err()).contains("API key").doesNotContain("secret-key");
        assertThat(onlyRun().status()).isEqualTo(RunStatus.FAILED);
        assertThat(onlyRun().prompt()).isEqualTo("greet me");
    }

    @Test
    void tooManyRequestsSaysHowLongToWait() throws Exception {
        server.answer(reply -> reply.refuse(429, "Quota exceeded.", 1));
        EaselProcess easel = generate();
        assertThat(easel.await()).isEqualTo(3);
        assertThat(easel.err()).contains("1 s");
    }

    @Test
    void aServerThatIsNotThereIsSaid() throws Exception {
        String nowhere = server.url();
        server.close();
        EaselProcess easel = EaselProcess.start(home, environment(nowhere), "generate", "greet me");
        assertThat(easel.await()).isEqualTo(3);
        assertThat(easel.err()).contains("cannot be reached");
        assertThat(onlyRun().status()).isEqualTo(RunStatus.FAILED);
    }

    @Test
    void anEmptyReplyIsSaid() throws Exception {
        server.answer(reply -> reply.finish("STOP", Usage.NONE));
        EaselProcess easel = generate();
        assertThat(easel.await()).isEqualTo(3);
        assertThat(onlyRun().message()).isNotEmpty();
    }

    @Test
    void aReplyWithoutAFenceIsStillAFile() throws Exception {
        server.answer(reply -> reply.text(PAGE).finish("STOP", Usage.NONE));
        EaselProcess easel = generate("--out", folder.resolve("out").toString());
        assertThat(easel.await()).isZero();
        assertThat(Files.readString(folder.resolve("out/index.html")))
                .isEqualToIgnoringNewLines(PAGE);
    }

    @Test
    void twoMegabytesArriveWhole() throws Exception {
        String line = "<p>" + "x".repeat(1_000) + "</p>\n";
        server.answer(reply -> {
            reply.text("```html index.html\n<!DOCTYPE html>\n");
            for (int i = 0; i < 2_000; i++) {
                reply.text(line);
            }
            reply.text("</html>\n```\n").finish("STOP", Usage.NONE);
        });
        EaselProcess easel = generate("--out", folder.resolve("out").toString(), "--json");
        assertThat(easel.await()).isZero();
        assertThat(Files.readString(folder.resolve("out/index.html")))
                .isEqualTo("<!DOCTYPE html>\n" + line.repeat(2_000) + "</html>\n");
    }

    @Test
    void samplesNeedNoKeyAndNoNetwork() throws Exception {
        EaselProcess easel =
                EaselProcess.start(
                        home,
                        Map.of(),
                        "generate",
                        "a windows 98 desktop",
                        "--provider",
                        "samples",
                        "--instant",
                        "--out",
                        folder.resolve("w98").toString(),
                        "--json");
        assertThat(easel.await()).isZero();
        JsonNode json = new ObjectMapper().readTree(easel.out());
        assertThat(json.path("modelVersion").asText()).isEqualTo("sample:windows-98");
        assertThat(json.path("lines").asInt()).isGreaterThan(1_000);
        assertThat(json.path("tokens").path("estimated").asBoolean()).isTrue();
        assertThat(folder.resolve("w98/index.html")).isNotEmptyFile();
    }

    private EaselProcess generate(String... options) throws Exception {
        List<String> arguments =
                new java.util.ArrayList<>(List.of("generate", "greet me", "--provider", "gemini"));
        arguments.addAll(List.of(options));
        return EaselProcess.start(
                home, environment(server.url()), arguments.toArray(String[]::new));
    }

    private static Map<String, String> environment(String url) {
        return Map.of("GOOGLE_GEMINI_BASE_URL", url, "GEMINI_API_KEY", "secret-key");
    }

    private HistoryRepository history() {
        return SqliteHistoryRepository.open(
                DataDirectories.of(Map.of("EASEL_HOME", home.toString())).database());
    }

    private Run onlyRun() {
        try (HistoryRepository history = history()) {
            List<Run> runs =
                    history.projects().stream()
                            .flatMap(p -> history.runs(p.id()).stream())
                            .toList();
            assertThat(runs).hasSize(1);
            return runs.getFirst();
        }
    }
}
