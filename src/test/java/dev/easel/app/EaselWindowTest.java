package dev.easel.app;

import static dev.easel.app.OpenWindow.until;
import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.history.HistoryRepository;
import dev.easel.library.cache.Kept;
import dev.easel.project.Project;
import dev.easel.project.Run;
import dev.easel.project.RunStatus;
import dev.easel.project.Usage;
import dev.easel.provider.fake.FakeGeminiServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TabPane;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import javafx.scene.web.WebView;
import org.fxmisc.richtext.CodeArea;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;

/// The real window, with a real history on disk, a real WebView, and a server that speaks Gemini's
/// wire format.
class EaselWindowTest {
    @TempDir Path home;

    private final FxRobot robot = new FxRobot();
    private FakeGeminiServer server;
    private OpenWindow window;

    @BeforeEach
    void start() throws Exception {
        FxToolkit.registerPrimaryStage();
        server = new FakeGeminiServer();
    }

    @AfterEach
    void stop() throws Exception {
        window.close();
        server.close();
    }

    @Test
    void aPromptBecomesCodeAPageAndARevisionThatSurvivesARestart() throws Exception {
        open(Map.of());
        window.ask("a windows 98 desktop");
        until(() -> window.state().equals("Done"));
        assertThat(code()).contains("boot()");
        assertThat(tabs()).containsExactly("index.html", "style.css", "app.js");
        until(() -> "Panes 98".equals(pageTitle()));
        assertThat(robot.lookup("#welcome").tryQuery()).isEmpty();
        assertThat(window.prompt().getText()).isEmpty();
        until(() -> robot.lookup(".revision-badge").tryQuery().isPresent());

        window.close();
        open(Map.of());
        until(() -> "Panes 98".equals(pageTitle()));
        assertThat(tabs()).containsExactly("index.html", "style.css", "app.js");
        assertThat(robot.lookup(".run-prompt").queryAs(Label.class).getText())
                .isEqualTo("a windows 98 desktop");
        try (HistoryRepository history = OpenWindow.history(home)) {
            assertThat(history.projects()).hasSize(1);
        }
    }

    @Test
    void theFirstScreenPlaysASampleAtOnce() throws Exception {
        open(Map.of());
        until(() -> robot.lookup("#welcome").query().isVisible());
        robot.interact(() -> robot.lookup("#sample-balloons").queryButton().fire());
        until(() -> window.state().equals("Done"));
        until(() -> robot.lookup("#welcome").tryQuery().isEmpty());
        assertThat(tabs()).containsExactly("index.html");
    }

    @Test
    void withoutAKeyTheRunSaysWhatToDoAndKeepsThePrompt() throws Exception {
        open(Map.of());
        robot.interact(() -> provider().getSelectionModel().select(0));
        window.ask("draw");
        until(() -> robot.lookup("#runMessage").tryQuery().isPresent());
        assertThat(robot.lookup("#runMessage").queryAs(Labeled.class).getText())
                .contains("API key");
        assertThat(onlyRun().prompt()).isEqualTo("draw");
        assertThat(onlyRun().status()).isEqualTo(RunStatus.FAILED);
    }

    @Test
    void aKeyOfTheEnvironmentIsNamedOnTheFirstScreen() throws Exception {
        open(key());
        until(() ->
                robot.lookup("#geminiState")
                        .queryLabeled()
                        .getText()
                        .equals(
                                "Ready: the key comes from the environment variable"
                                        + " GEMINI_API_KEY."));
        assertThat(robot.lookup("#geminiState").queryLabeled().isVisible()).isTrue();
    }

    @Test
    void aKeyIsTriedBeforeItIsBelieved() throws Exception {
        open(Map.of());
        robot.interact(() -> {
            robot.lookup("#geminiField").queryTextInputControl().setText("typed-key");
            robot.lookup("#geminiConnect").queryButton().fire();
        });
        until(() ->
                robot.lookup("#geminiState").queryLabeled().getText().startsWith("Connected: "));
        assertThat(server.http().requests().getLast().headers()).containsValue("typed-key");
    }

    @Test
    void escapeStopsTheServerAndKeepsWhatCame() throws Exception {
        server.answer(reply -> {
            reply.text("```html index.html\n<!DOCTYPE html>\n<p>half");
            reply.exchange().silence();
        });
        open(key());
        window.ask("draw");
        until(() -> tabs().contains("index.html") && code().contains("half"));
        robot.push(KeyCode.ESCAPE);
        assertThat(server.http().awaitDisconnect()).isNotNegative();
        until(() -> window.state().startsWith("Stopped"));
        assertThat(onlyRun().status()).isEqualTo(RunStatus.CANCELLED);
        assertThat(onlyRun().reply()).contains("<p>half");
    }

    @Test
    void closingTheWindowEndsTheServersRequest() throws Exception {
        server.answer(reply -> {
            reply.text("```html index.html\n<!DOCTYPE html>\n<p>half");
            reply.exchange().silence();
        });
        open(key());
        window.ask("draw");
        until(() -> tabs().contains("index.html"));
        window.close();
        assertThat(server.http().awaitDisconnect()).isNotNegative();
        assertThat(onlyRun().reply()).contains("<p>half");
    }

    @Test
    void aBrokenStreamNeverReplacesTheLastWholeRevision() throws Exception {
        String page = "```html index.html\n<!DOCTYPE html>\n<title>Whole</title></html>\n```\n";
        server.answer(reply -> reply.text(page).finish("STOP", Usage.NONE));
        open(key());
        window.ask("first");
        until(() -> "Whole".equals(pageTitle()));
        server.answer(reply -> {
            reply.text("```html index.html\n<!DOCTYPE html>\n<title>Broken</title>");
            reply.exchange().drop();
        });
        window.ask("second");
        until(() -> window.state().startsWith("Unfinished"));
        assertThat(pageTitle()).isEqualTo("Whole");
        assertThat(robot.lookup("#runMessage").queryAs(Labeled.class).getText()).isNotEmpty();
        assertThat(robot.lookup(".partial-badge").queryAll()).isNotEmpty();

        // The card of the whole revision brings its code back, too.
        assertThat(code()).contains("Broken");
        robot.interact(() -> window.model().openRevision(window.model().revisionProperty().get()));
        assertThat(code()).contains("Whole");
    }

    @Test
    void twoMegabytesArriveWholeInTheWindow() throws Exception {
        String line = "<p>" + "x".repeat(190) + "</p>\n";
        server.answer(reply -> {
            reply.text("```html index.html\n<!DOCTYPE html>\n<title>Long</title>\n");
            for (int i = 0; i < 1_000; i++) {
                reply.text(line.repeat(10));
            }
            reply.text("</html>\n```\n").finish("STOP", Usage.NONE);
        });
        open(key());
        window.ask("long");
        until(() -> window.state().equals("Done"));
        assertThat(code())
                .isEqualTo(
                        "<!DOCTYPE html>\n<title>Long</title>\n"
                                + line.repeat(10_000)
                                + "</html>\n");
        until(() -> "Long".equals(pageTitle()));
    }

    @Test
    void aRunGoesOnWhileAnotherProjectIsOpenAndIsSeenOnTheWayBack() throws Exception {
        CountDownLatch gate = new CountDownLatch(1);
        server.answer(reply ->
                reply.text("Here.\n```html index.html\n<!DOCTYPE html>\n<title>Live</title>\n")
                        .await(gate)
                        .text("<p>rest</p></html>\n```\n")
                        .finish("STOP", Usage.NONE));
        open(key());
        window.ask("slow");
        until(() -> tabs().contains("index.html") && code().contains("Live"));
        Project project = window.services().history().projects().getFirst();

        robot.interact(() -> window.model().newProject());
        assertThat(tabs()).isEmpty();
        robot.interact(() -> window.model().openProject(project));
        until(() -> tabs().contains("index.html") && code().contains("Live"));

        gate.countDown();
        until(() -> window.state().equals("Done"));
        assertThat(code()).isEqualTo("<!DOCTYPE html>\n<title>Live</title>\n<p>rest</p></html>\n");
        until(() -> "Live".equals(pageTitle()));
        assertThat(robot.lookup(".run-card").queryAll()).hasSize(1);
    }

    @Test
    void aPageThatTookTheWindowWithItIsShownByTheNextStartButNotRun() throws Exception {
        String page = "```html index.html\n<!DOCTYPE html>\n<title>Page</title></html>\n```\n";
        server.answer(reply -> reply.text(page).finish("STOP", Usage.NONE));
        open(key());
        window.ask("draw");
        until(() -> "Page".equals(pageTitle()));
        String project = window.services().history().projects().getFirst().id();
        window.close();
        // As a kill leaves it, a moment after the page was started.
        Path note = OpenWindow.directories(home).startNote();
        assertThat(note).doesNotExist();
        Files.writeString(note, project);

        open(key());
        until(() -> tabs().contains("index.html"));
        until(() ->
                robot.lookup("#guardText").queryLabeled().getText().contains("took the window"));
        assertThat(note).hasContent(project);
        robot.interact(() -> robot.lookup("#guardRun").queryButton().fire());
        until(() -> !robot.lookup("#guardBanner").query().isVisible());

        window.close();
        assertThat(note).doesNotExist();
    }

    @Test
    void whatIsTypedAndNotSentIsThereAfterARestart() throws Exception {
        open(Map.of());
        window.type("an idea");
        window.close();
        open(Map.of());
        assertThat(window.prompt().getText()).isEqualTo("an idea");
    }

    @Test
    void modelAndThinkingAreThereAfterARestartWithSamples() throws Exception {
        open(key());
        robot.interact(() -> {
            chooser("#model").getEditor().setText("gemini-3-pro-preview");
            thinking().setValue("high");
            provider().getSelectionModel().select(2);
        });
        assertThat(thinking().isDisabled()).isTrue();
        window.close();
        open(key());
        assertThat(thinking().isDisabled()).isTrue();
        robot.interact(() -> provider().getSelectionModel().select(0));

        assertThat(chooser("#model").getEditor().getText()).isEqualTo("gemini-3-pro-preview");
        assertThat(thinking().getValue()).isEqualTo("high");
    }

    private ChoiceBox<?> provider() {
        return robot.lookup("#provider").queryAs(ChoiceBox.class);
    }

    private ComboBox<?> chooser(String id) {
        return robot.lookup(id).queryAs(ComboBox.class);
    }

    @SuppressWarnings("unchecked")
    private ComboBox<String> thinking() {
        return (ComboBox<String>) chooser("#thinking");
    }

    private static final String PAGE =
            "```html index.html\n<!DOCTYPE html>\n<title>One</title>\n<p>text</p>\n</html>\n```\n";

    private static String change(String search, String replace) {
        return "```html index.html\n<<<<<<< SEARCH\n"
                + search
                + "\n=======\n"
                + replace
                + "\n>>>>>>> REPLACE\n```\n";
    }

    @Test
    void aPromptChangesTheRevisionThatIsSeen() throws Exception {
        server.answer(reply -> reply.text(PAGE).finish("STOP", Usage.NONE));
        open(key());
        window.ask("first");
        until(() -> "One".equals(pageTitle()));
        server.answer(reply ->
                reply.text(change("<title>One</title>", "<title>Two</title>"))
                        .finish("STOP", Usage.NONE));
        window.ask("make it two");
        until(() -> "Two".equals(pageTitle()));

        robot.push(KeyCode.ALT, KeyCode.LEFT);
        until(() -> "One".equals(pageTitle()));
        server.answer(reply ->
                reply.text(change("<title>One</title>", "<title>Three</title>"))
                        .finish("STOP", Usage.NONE));
        window.ask("third");
        until(() -> "Three".equals(pageTitle()));
        assertThat(server.http().requests().getLast().body())
                .contains("<title>One</title>")
                .doesNotContain("make it two");
    }

    @Test
    void whatWaitsAfterAFailureIsSentByHand() throws Exception {
        CountDownLatch gate = new CountDownLatch(1);
        server.answer(reply -> reply.await(gate).refuse(400, "Not like this.", 0));
        open(key());
        window.ask("first");
        until(() -> !window.state().equals("Ready"));
        window.ask("second");
        until(() -> robot.lookup(".queue-row").tryQuery().isPresent());
        assertThat(robot.lookup("#sendNext").query().isVisible()).isFalse();
        gate.countDown();
        until(() -> robot.lookup("#sendNext").query().isVisible());

        server.answer(reply -> reply.text(PAGE).finish("STOP", Usage.NONE));
        robot.interact(() -> robot.lookup("#sendNext").queryButton().fire());
        until(() -> "One".equals(pageTitle()));
        assertThat(robot.lookup(".queue-row").tryQuery()).isEmpty();
    }

    @Test
    void aPageIsSeenWhileItIsWritten() throws Exception {
        CountDownLatch gate = new CountDownLatch(1);
        server.answer(reply ->
                reply.text(
                                "```html index.html\n<!DOCTYPE html>\n<title>T</title>\n<body><h1>Half</h1>\n")
                        .await(gate)
                        .text("<script>document.title = 'ran'</script>\n</html>\n```\n")
                        .finish("STOP", Usage.NONE));
        open(key());
        window.ask("draw");
        until(() -> "Draft".equals(pageTitle()));
        gate.countDown();
        until(() -> "ran".equals(pageTitle()));
    }

    @Test
    void aSmallChangeIsMadeShownAndCompared() throws Exception {
        server.answer(reply -> reply.text(PAGE).finish("STOP", Usage.NONE));
        open(key());
        window.ask("first");
        until(() -> "One".equals(pageTitle()));
        server.answer(reply ->
                reply.text(change("<title>One</title>", "<title>Two</title>"))
                        .finish("STOP", Usage.NONE));
        window.ask("second");
        until(() -> "Two".equals(pageTitle()));
        assertThat(code()).contains("<title>Two</title>", "<p>text</p>");
        until(() -> robot.lookup("#showChanges").tryQuery().isPresent());
        robot.interact(() -> robot.lookup("#showChanges").queryButton().fire());
        CodeArea diff = robot.lookup("#diffText").queryAs(CodeArea.class);
        until(() -> diff.getText().contains("<title>One</title>\n<title>Two</title>"));
        assertThat(robot.lookup("#diff").query().isVisible()).isTrue();
        robot.interact(() -> robot.lookup("#diffClose").queryButton().fire());
        assertThat(robot.lookup("#diff").tryQuery()).isEmpty();
    }

    @Test
    void aReplyAtTheLimitIsContinuedByAButton() throws Exception {
        int cut = PAGE.indexOf("<p>") + 8;
        server.answer(reply -> reply.text(PAGE.substring(0, cut)).finish("MAX_TOKENS", Usage.NONE));
        open(key());
        window.ask("first");
        until(() -> robot.lookup("#continueReply").tryQuery().isPresent());
        server.answer(reply ->
                reply.text(PAGE.substring(PAGE.indexOf("<!DOCTYPE"))).finish("STOP", Usage.NONE));
        robot.interact(() -> robot.lookup("#continueReply").queryButton().fire());
        // The part that came first had the title already.
        until(() -> window.state().equals("Done") && "One".equals(pageTitle()));
        assertThat(code()).isEqualTo("<!DOCTYPE html>\n<title>One</title>\n<p>text</p>\n</html>\n");
    }

    @Test
    void errorsOfThePageAreOfferedToBeFixed() throws Exception {
        String broken = PAGE.replace("<p>text</p>", "<script>missing();</script>");
        server.answer(reply -> reply.text(broken).finish("STOP", Usage.NONE));
        open(key());
        window.ask("first");
        until(() -> robot.lookup("#fix").tryQuery().isPresent());
        server.answer(reply ->
                reply.text(change("<script>missing();</script>", "<p>fixed</p>"))
                        .finish("STOP", Usage.NONE));
        robot.interact(() -> robot.lookup("#fix").queryButton().fire());
        until(() -> code().contains("<p>fixed</p>") && window.state().equals("Done"));
        // Tokens may have been counted since.
        assertThat(server.http().requests())
                .filteredOn(r -> r.path().contains(":streamGenerateContent"))
                .last()
                .satisfies(r -> assertThat(r.body()).contains("missing", "repair it"));
    }

    @Test
    void whatIsTypedDuringARunIsAskedAfterIt() throws Exception {
        CountDownLatch gate = new CountDownLatch(1);
        server.answer(
                reply -> reply.text("Here.\n").await(gate).text(PAGE).finish("STOP", Usage.NONE));
        open(key());
        window.ask("first");
        until(() -> robot.lookup(".run-card").tryQuery().isPresent());
        window.ask("second");
        until(() -> robot.lookup(".queue-row").queryAll().size() == 1);
        gate.countDown();
        until(() ->
                robot.lookup(".run-card").queryAll().size() == 2 && window.state().equals("Done"));
        assertThat(robot.lookup(".queue-row").queryAll()).isEmpty();
    }

    @Test
    void runsOfTwoProjectsGoSideBySideAndOneIsStoppedAlone() throws Exception {
        CountDownLatch gate = new CountDownLatch(1);
        server.answer(reply ->
                reply.text("```html index.html\n<!DOCTYPE html>\n<p>half</p>\n")
                        .await(gate)
                        .text("</html>\n```\n")
                        .finish("STOP", Usage.NONE));
        open(key());
        window.ask("one");
        until(() -> tabs().contains("index.html") && code().contains("half"));
        robot.interact(() -> window.model().newProject());
        window.ask("two");
        until(() -> tabs().contains("index.html") && code().contains("half"));
        assertThat(window.model().runs().projects()).hasSize(2);
        robot.push(KeyCode.ESCAPE);
        until(() -> window.model().runs().projects().size() == 1);
        gate.countDown();
        until(() -> window.model().runs().projects().isEmpty());
        assertThat(
                        window.services().history().projects().stream()
                                .flatMap(p -> window.services().history().runs(p.id()).stream())
                                .map(Run::status))
                .containsExactlyInAnyOrder(RunStatus.CANCELLED, RunStatus.COMPLETE);
    }

    @Test
    void aProjectIsDeletedDuringItsRun() throws Exception {
        server.answer(reply -> {
            reply.text("```html index.html\n<!DOCTYPE html>\n<p>half");
            reply.exchange().silence();
        });
        open(key());
        window.ask("draw");
        until(() -> tabs().contains("index.html"));
        Project project = window.services().history().projects().getFirst();
        robot.interact(() -> window.model().deleting(project));
        assertThat(server.http().awaitDisconnect()).isNotNegative();
        assertThat(window.model().runs().projects()).isEmpty();
    }

    @Test
    void thePageThatAsksNobodyIsProvenToAskNobody() throws Exception {
        open(Map.of());
        until(() -> proof().getText().equals("Pages: 0 requests left this computer"));
        robot.interact(() -> robot.lookup("#sample-balloons").queryButton().fire());
        until(() -> window.state().equals("Done"));
        robot.interact(() -> proof().fire());

        assertThat(
                        robot.lookup("#previewTabs")
                                .queryAs(TabPane.class)
                                .getSelectionModel()
                                .getSelectedItem()
                                .getId())
                .isEqualTo("networkTab");
        assertThat(proof().getText()).isEqualTo("Pages: 0 requests left this computer");
    }

    private Hyperlink proof() {
        return robot.lookup("#statusProof").queryAs(Hyperlink.class);
    }

    @Test
    void theSettingsOpenWithCtrlCommaAndKeepWhatIsChosen() throws Exception {
        Kept.file(
                OpenWindow.directories(home).fetchedFiles(),
                "https://files.example/kept.js",
                "text/javascript",
                "kept");
        open(Map.of());
        robot.push(KeyCode.CONTROL, KeyCode.COMMA);
        until(() -> robot.lookup("#settingsDialog").tryQuery().isPresent());
        robot.interact(() -> {
            robot.lookup("#theme-dark").queryAs(RadioButton.class).fire();
            robot.lookup("#settingsSections").queryListView().getSelectionModel().select(1);
        });
        until(() -> robot.lookup("#fetchedTotal").queryLabeled().getText().startsWith("1 file"));
        robot.interact(() -> robot.lookup("#network-never").queryAs(RadioButton.class).fire());
        robot.push(KeyCode.ESCAPE);
        until(() -> robot.lookup("#settingsDialog").tryQuery().isEmpty());

        window.close();
        String settings = Files.readString(OpenWindow.directories(home).settingsFile());
        assertThat(settings).contains("\"network\" : \"never\"").contains("\"theme\" : \"dark\"");
    }

    private Map<String, String> key() {
        return Map.of("GEMINI_API_KEY", "secret-key");
    }

    private void open(Map<String, String> more) {
        window = new OpenWindow(home, server, more).show();
    }

    private List<String> tabs() {
        return robot.lookup("#codeTabs").queryAs(TabPane.class).getTabs().stream()
                .map(t -> t.getText())
                .toList();
    }

    // The code area has all of it; while it streams, the end is drawn.
    private String code() {
        Node shown =
                robot.lookup("#codeTabs")
                        .queryAs(TabPane.class)
                        .getSelectionModel()
                        .getSelectedItem()
                        .getContent();
        return robot.from(shown)
                .lookup(".styled-text-area")
                .<CodeArea>tryQuery()
                .map(CodeArea::getText)
                .orElseGet(() -> drawnLines(shown));
    }

    private String drawnLines(Node shown) {
        return robot.from(shown).lookup(".paragraph-text").<TextFlow>queryAll().stream()
                .map(line ->
                        line.getChildren().stream()
                                .map(text -> ((Text) text).getText())
                                .collect(Collectors.joining()))
                .collect(Collectors.joining("\n"));
    }

    private String pageTitle() {
        return robot.lookup(n -> n instanceof WebView && n.isVisible())
                .tryQueryAs(WebView.class)
                .map(v -> v.getEngine().getTitle())
                .orElse("");
    }

    private Run onlyRun() {
        List<Run> runs = OpenWindow.runs(home);
        assertThat(runs).hasSize(1);
        return runs.getFirst();
    }
}
