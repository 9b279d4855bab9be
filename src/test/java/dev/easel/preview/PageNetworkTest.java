package dev.easel.preview;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.preview.sandbox.NetworkEntry;
import dev.easel.preview.sandbox.NetworkEntry.Outcome;
import dev.easel.preview.sandbox.PageSource;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a page can reach: a server on this computer counts who connects.
class PageNetworkTest {
    @TempDir Path storage;
    @TempDir Path files;
    private PageFixture page;
    private ServerSocket server;
    private final List<String> connections = new CopyOnWriteArrayList<>();

    @BeforeEach
    void open() throws IOException {
        page = new PageFixture(storage);
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.startVirtualThread(this::accept);
    }

    private void accept() {
        while (!server.isClosed()) {
            try (Socket socket = server.accept()) {
                connections.add(socket.toString());
                socket.getOutputStream()
                        .write(
                                "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\nok"
                                        .getBytes(StandardCharsets.US_ASCII));
            } catch (IOException e) {
                return;
            }
        }
    }

    @AfterEach
    void close() throws IOException {
        page.close();
        server.close();
    }

    private List<String> urls(Outcome outcome) {
        return page.requests().stream()
                .filter(r -> r.outcome() == outcome)
                .map(NetworkEntry::url)
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<img src=http://HOST/x>",
                "<img src=https://HOST/x>",
                "<img src=//HOST/x>",
                "<img srcset='https://HOST/x 2x'>",
                "<script src=https://HOST/x></script>",
                "<script type=module src=https://HOST/x></script>",
                "<link rel=stylesheet href=https://HOST/x>",
                "<style>@import url(https://HOST/x)</style>",
                "<style>body{background:url(https://HOST/x)}</style>",
                "<iframe src=https://HOST/x></iframe>",
                "<video src=https://HOST/x autoplay></video>",
                "<audio src=http://HOST/x autoplay></audio>",
                "<object data=https://HOST/x></object>",
                "<img src=ftp://HOST/x>",
                "<script>fetch('http://HOST/x').catch(() => 0)</script>",
                "<script>fetch('https://HOST/x', {method: 'POST', body: 'b'}).catch(() => 0)</script>",
                "<script>fetch('https://HOST/x', {headers: {a: 'b'}}).catch(() => 0)</script>",
                "<script>x=new XMLHttpRequest;x.open('GET','https://HOST/x');x.send()</script>",
                "<script>x=new XMLHttpRequest;x.open('GET','https://HOST/x',false);try{x.send()}catch(e){}</script>",
                "<script>new EventSource('https://HOST/x')</script>",
                "<script>try{new WebSocket('ws://HOST/x')}catch(e){}</script>",
                "<script>try{new WebSocket('wss://HOST/x')}catch(e){}</script>",
                "<script>import('https://HOST/x').catch(() => 0)</script>",
                "<script>setTimeout(() => location = 'http://HOST/x', 50)</script>",
                "<script>setTimeout(() => location = 'https://HOST/x', 50)</script>",
                "<meta http-equiv=refresh content='0;url=https://HOST/x'>",
                "<form id=f action=https://HOST/x method=post></form><script>setTimeout(() => f.submit(), 50)</script>",
                "<a id=a href=https://HOST/x download>x</a><script>setTimeout(() => a.click(), 50)</script>",
            })
    void nothingOfAPageReachesAServerAndTheAttemptIsListed(String html) {
        String host = "127.0.0.1:" + server.getLocalPort();
        page.show("index.html", "<!doctype html><body>" + html.replace("HOST", host));
        page.waitFor("the attempt is listed", () -> !deniedNow().isEmpty());

        assertThat(deniedNow()).allSatisfy(u -> assertThat(u).contains(host));
        assertThat(connections).isEmpty();
    }

    private List<String> deniedNow() {
        return urls(Outcome.DENIED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<iframe srcdoc=\"<script>try{new WebSocket('ws://HOST/x')}catch(e){}</script>\"></iframe>",
                "<iframe src=\"data:text/html,<script>try{new WebSocket('ws://HOST/x')}catch(e){}</script>\"></iframe>",
                "<script>new Worker(URL.createObjectURL(new Blob([\"new WebSocket('ws://HOST/x')\"])))</script>",
                "<script>new Worker(URL.createObjectURL(new Blob([\"fetch('http://HOST/x')\"])))</script>",
                "<link rel=preconnect href=http://HOST/><link rel=dns-prefetch href=//HOST>",
                "<link rel=prefetch href=https://HOST/x>",
                "<script>navigator.sendBeacon('https://HOST/x', 'b')</script>",
                "<script>window.open('http://HOST/x')</script>",
                "<script>location = 'ftp://HOST/x'</script>",
                "<script>location = 'jar:http://HOST/x.jar!/a'</script>",
                "<script>location = 'mailto:a@HOST'</script>",
                "<a id=a target=_blank href=http://HOST/x>x</a><script>a.click()</script>",
                "<a id=a ping=http://HOST/x href='#b'>x</a><script>a.click()</script>",
            })
    void nothingReachesAServerBySideDoors(String html) {
        String host = "127.0.0.1:" + server.getLocalPort();
        page.show("index.html", "<!doctype html><body>" + html.replace("HOST", host));
        // A frame's and a worker's first steps come after the page's own load.
        assertThat(page.eval("new Promise(r => setTimeout(() => r(document.body !== null), 300))"))
                .isEqualTo("true");

        assertThat(connections).isEmpty();
    }

    @Test
    void aRefusedNavigationLeavesThePage() {
        page.show("index.html", "<!doctype html><p id=p>here");
        assertThat(page.eval("location = 'https://example.org/'; 1")).isEqualTo("1");
        page.waitFor("the attempt is listed", () -> !deniedNow().isEmpty());

        assertThat(page.eval("p.textContent")).isEqualTo("\"here\"");
        assertThat(FxThread.call(() -> page.preview.stateProperty().get()))
                .isEqualTo(Preview.State.SHOWN);
    }

    @Test
    void aPageThatLeavesBeforeItIsLoadedIsShownAsFarAsItCame() {
        FxThread.run(() ->
                page.preview.show(
                        page.project,
                        PageFixture.source(
                                "index.html",
                                "<!doctype html><p>a</p><script>location='https://a.b/'</script>"),
                        "index.html"));
        page.waitFor(
                "the page is there",
                () -> page.preview.stateProperty().get() == Preview.State.SHOWN);

        assertThat(page.eval("document.querySelector('p').textContent")).isEqualTo("\"a\"");
    }

    @Test
    void aLinkToAPageOfTheProjectIsFollowed() {
        page.show(
                "index.html",
                "<!doctype html><a id=a href=b.html>b",
                "b.html",
                "<!doctype html><title>B</title>");
        page.eval("a.click()");
        page.waitFor("the other page", () -> page.preview.titleProperty().get().equals("B"));

        assertThat(page.eval("location.pathname")).isEqualTo("\"/b.html\"");
    }

    @Test
    void aLinkToAFileThatIsNotThereLeavesThePage() {
        page.show("index.html", "<!doctype html><a id=a href=b.html>b");
        page.eval("a.click()");
        page.waitFor("the attempt is listed", () -> !urls(Outcome.MISSING).isEmpty());

        assertThat(page.eval("a.textContent")).isEqualTo("\"b\"");
    }

    @Test
    void aPopupIsRefused() {
        page.show("index.html", "<!doctype html>");

        assertThat(page.eval("window.open('b.html')")).isEqualTo("null");
    }

    @Test
    void filesOfTheComputerAreOutOfReach() {
        page.show("index.html", "<!doctype html>");

        assertThat(page.eval("fetch('file:///etc/passwd').then(r => r.text(), e => e.name)"))
                .isEqualTo("\"TypeError\"");
    }

    @Test
    void aDirectoryIsServedAndNothingOutsideIt() throws IOException {
        Path site = Files.createDirectories(files.resolve("site/sub"));
        Files.writeString(files.resolve("secret.txt"), "secret");
        Files.writeString(files.resolve("site/index.html"), "<!doctype html><title>D</title>");
        Files.writeString(site.resolve("a.txt"), "inside");
        Files.createSymbolicLink(site.resolve("out.txt"), files.resolve("secret.txt"));
        Files.createSymbolicLink(site.resolve("up"), files);
        Files.createSymbolicLink(site.resolve("in.txt"), site.resolve("a.txt"));
        page.show(PageSource.directory(files.resolve("site")), "index.html");

        assertThat(status("sub/a.txt")).isEqualTo("200");
        assertThat(status("sub/in.txt")).isEqualTo("200");
        assertThat(status("sub/out.txt")).isEqualTo("404");
        assertThat(status("sub/up/secret.txt")).isEqualTo("404");
        assertThat(status("..%2fsecret.txt")).isEqualTo("404");
        assertThat(status("sub/%2e%2e/%2e%2e/secret.txt")).isEqualTo("404");
        assertThat(status("sub/..%5c..%5csecret.txt")).isEqualTo("404");
        assertThat(status("%2fetc/passwd")).isEqualTo("404");
        assertThat(status("a%00.txt")).isEqualTo("404");
        assertThat(status("%ff%zz")).isEqualTo("404");
        assertThat(status("sub")).isEqualTo("404");
    }

    private String status(String path) {
        return page.eval("fetch('" + path + "').then(r => r.status)");
    }

    @Test
    void aSingleFileHasNoNeighbours() throws IOException {
        Files.writeString(files.resolve("a b.html"), "<!doctype html><title>A</title>");
        Files.writeString(files.resolve("b.txt"), "b");
        page.show(PageSource.file(files.resolve("a b.html")), "a b.html");

        assertThat(status("b.txt")).isEqualTo("404");
        assertThat(status("a b.html")).isEqualTo("200");
    }

    @Test
    void anotherProjectsFilesAreDenied() {
        PageFixture other = new PageFixture(storage);
        other.show("index.html", "<!doctype html>", "a.txt", "private");
        page.show("index.html", "<!doctype html>");

        assertThat(
                        page.eval(
                                "fetch('https://"
                                        + other.project
                                        + ".preview.invalid/a.txt').then(r => r.text(), e => e.name)"))
                .isEqualTo("\"TypeError\"");
        other.close();
    }

    @Test
    void headAndPostAreAnsweredSensibly() {
        page.show("index.html", "<!doctype html>", "a.txt", "12345");

        assertThat(
                        page.eval(
                                "fetch('a.txt', {method: 'HEAD'}).then(r => [r.status,"
                                        + " r.headers.get('content-length')])"))
                .isEqualTo("[200,\"5\"]");
        assertThat(page.eval("fetch('a.txt', {method: 'POST', body: 'x'}).then(r => r.status)"))
                .isEqualTo("404");
    }

    @Test
    void aPreflightToTheLibraryIsAllowed() {
        page.show("index.html", "<!doctype html>");

        assertThat(
                        page.eval(
                                "fetch('https://unpkg.com/three@0.181.1/build/three.tsl.js',"
                                        + " {headers: {'x-a': 'b'}}).then(r => r.status)"))
                .isEqualTo("200");
    }

    @Test
    void theProgramsOwnConnectionsAreTheJdks() throws IOException {
        page.show("index.html", "<!doctype html>");
        URI uri = URI.create("http://127.0.0.1:" + server.getLocalPort() + "/");

        try (var in = uri.toURL().openStream()) {
            assertThat(in.readAllBytes()).asString(StandardCharsets.US_ASCII).isEqualTo("ok");
        }
        assertThat(PageNetworkTest.class.getResource("PageNetworkTest.class").openStream())
                .isNotEmpty();
        assertThat(files.toUri().toURL().openConnection()).isNotNull();
    }
}
