package dev.easel.preview.share;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.easel.preview.sandbox.PageSource;
import dev.easel.project.Artifact;
import dev.easel.project.ProjectFile;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageServersTest {
    private static final String PAGE = "<!doctype html><title>Größe</title>";

    private final ExecutorService background = Executors.newVirtualThreadPerTaskExecutor();
    private final PageServers servers = new PageServers(background);
    private final HttpClient client = HttpClient.newHttpClient();

    @AfterEach
    void close() {
        servers.close();
        client.close();
        background.close();
    }

    private static PageSource source() {
        return PageSource.of(
                new Artifact(
                        List.of(
                                new ProjectFile("index.html", PAGE),
                                new ProjectFile("css/style.css", "b{}"),
                                new ProjectFile("js/app.mjs", "export {}"),
                                new ProjectFile("über uns/日本 + 1.html", "<p>there"),
                                new ProjectFile("docs/index.html", "<p>docs"),
                                new ProjectFile("logo.svg", "<svg/>"))));
    }

    private URI open() throws IOException {
        return servers.open("project", source(), "index.html");
    }

    private HttpResponse<String> get(URI address) throws Exception {
        return send("GET", address);
    }

    private HttpResponse<String> send(String method, URI address) throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(address)
                        .method(method, HttpRequest.BodyPublishers.noBody())
                        .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    /// What a client of our own making gets: the JDK's sends no Host but the right one.
    private static String raw(URI address, String path, String... headers) throws IOException {
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            String head = "GET " + path + " HTTP/1.1\r\n" + String.join("\r\n", headers);
            socket.getOutputStream()
                    .write(
                            (head + "\r\nConnection: close\r\n\r\n")
                                    .getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String host(URI address) {
        return "Host: " + address.getAuthority();
    }

    @Test
    void thePageIsServedAsItIs() throws Exception {
        HttpResponse<String> answer = get(open());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(PAGE);
        assertThat(answer.headers().firstValue("content-type"))
                .hasValue("text/html; charset=utf-8");
    }

    @ParameterizedTest
    @CsvSource({
        "css/style.css, text/css; charset=utf-8",
        "js/app.mjs, text/javascript; charset=utf-8",
        "logo.svg, image/svg+xml; charset=utf-8",
        "docs/, text/html; charset=utf-8"
    })
    void typesAreRight(String path, String type) throws Exception {
        HttpResponse<String> answer = get(open().resolve(path));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("content-type")).hasValue(type);
    }

    @Test
    void namesMayHoldAnything() throws Exception {
        URI address = servers.open("project", source(), "über uns/日本 + 1.html");

        assertThat(get(address).body()).isEqualTo("<p>there");
    }

    @Test
    void theFolderOfTheTokenIsTheEntry() throws Exception {
        assertThat(get(open().resolve(".")).body()).isEqualTo(PAGE);
    }

    @Test
    void nothingIsKeptGuessedOrGivenAway() throws Exception {
        var headers = get(open()).headers();

        assertThat(headers.firstValue("cache-control")).hasValue("no-store");
        assertThat(headers.firstValue("referrer-policy")).hasValue("no-referrer");
        assertThat(headers.firstValue("x-content-type-options")).hasValue("nosniff");
        assertThat(headers.firstValue("cross-origin-resource-policy")).hasValue("same-origin");
        assertThat(headers.map()).doesNotContainKey("access-control-allow-origin");
    }

    @Test
    void headTellsTheLengthOnly() throws Exception {
        HttpResponse<String> answer = send("HEAD", open());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEmpty();
        assertThat(answer.headers().firstValueAsLong("content-length"))
                .hasValue(PAGE.getBytes(StandardCharsets.UTF_8).length);
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "OPTIONS"})
    void nothingCanBeWritten(String method) throws Exception {
        HttpResponse<String> answer = send(method, open());

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("allow")).hasValue("GET, HEAD");
    }

    @Test
    void theTokenIsLongAndNewEachTime() throws Exception {
        String first = open().getPath().split("/")[1];
        String second = servers.open("other", source(), "index.html").getPath().split("/")[1];

        assertThat(first).matches("[0-9a-f]{48}").isNotEqualTo(second);
    }

    @Test
    void withoutTheTokenThereIsNothing() throws Exception {
        URI address = open();
        String token = address.getPath().split("/")[1];
        String wrong = (token.startsWith("0") ? "1" : "0") + token.substring(1);

        for (String path :
                List.of(
                        "/",
                        "/index.html",
                        "/" + wrong + "/index.html",
                        "/" + token,
                        "/" + token.substring(1) + "/index.html",
                        "//" + token + "/index.html",
                        "/x/../" + token + "/index.html")) {
            HttpResponse<String> answer =
                    get(URI.create("http://" + address.getAuthority() + path));
            assertThat(answer.statusCode()).as(path).isEqualTo(404);
            assertThat(answer.body()).as(path).doesNotContain(token);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../../../etc/passwd",
                "%2e%2e/%2e%2e/etc/passwd",
                "..%2f..%2fetc%2fpasswd",
                "..%5c..%5cetc",
                "css/%2e%2e/secret.txt",
                "%2fetc%2fpasswd",
                "index.html%00.png",
                "css",
                "css/",
                "missing.html",
                "%ff%fe"
            })
    void onlyFilesOfTheProjectAreThere(String path, @TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("secret.txt"), "secret");
        Path inside = Files.createDirectories(folder.resolve("site/css"));
        Files.writeString(inside.resolveSibling("index.html"), PAGE);
        URI address =
                servers.open("project", PageSource.directory(inside.getParent()), "index.html");
        String prefix = address.getPath().substring(0, address.getPath().lastIndexOf('/') + 1);

        assertThat(raw(address, prefix + path, host(address))).startsWith("HTTP/1.1 404");
    }

    @Test
    void aNameThatWasMadeToPointHereIsRefused() throws Exception {
        URI address = open();
        int port = address.getPort();

        for (String host :
                List.of(
                        "Host: evil.example",
                        "Host: evil.example:" + port,
                        "Host: localhost:" + port,
                        "Host: 127.0.0.1",
                        "Host: 127.0.0.1:" + (port + 1),
                        "Host: 127.0.0.1.nip.example:" + port,
                        "X-Forwarded-Host: 127.0.0.1:" + port)) {
            assertThat(raw(address, address.getPath(), host))
                    .as(host)
                    .startsWith("HTTP/1.1 4")
                    .doesNotContain("doctype");
        }
        assertThat(raw(address, address.getPath(), "Host: evil.example", host(address)))
                .doesNotContain("doctype");
        assertThat(raw(address, address.getPath(), host(address))).contains("doctype");
    }

    @Test
    void otherComputersCannotConnect() throws Exception {
        int port = open().getPort();
        List<InetAddress> outside =
                NetworkInterface.networkInterfaces()
                        .flatMap(NetworkInterface::inetAddresses)
                        .filter(a -> !a.getHostAddress().equals("127.0.0.1"))
                        .toList();

        for (InetAddress address : outside) {
            assertThatThrownBy(() -> new Socket(address, port).close())
                    .as(address.toString())
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void openingAgainKeepsTheAddressAndServesWhatIsShownNow() throws Exception {
        URI first = open();
        PageSource later =
                PageSource.of(new Artifact(List.of(new ProjectFile("index.html", "later"))));
        URI second = servers.open("project", later, "index.html");

        assertThat(second).isEqualTo(first);
        assertThat(get(first).body()).isEqualTo("later");
    }

    @Test
    void eachProjectHasAnOriginOfItsOwn() throws Exception {
        assertThat(open().getPort())
                .isNotEqualTo(servers.open("other", source(), "index.html").getPort());
    }

    @Test
    void aClosedProjectIsServedNoMore() throws Exception {
        URI closed = open();
        URI open = servers.open("other", source(), "index.html");
        servers.keepOnly("other");

        assertThatThrownBy(() -> get(closed)).isInstanceOf(ConnectException.class);
        assertThat(get(open).statusCode()).isEqualTo(200);
    }

    @Test
    void afterTheEndNothingIsServed() throws Exception {
        URI address = open();
        servers.close();

        assertThatThrownBy(() -> get(address)).isInstanceOf(ConnectException.class);
        assertThatThrownBy(this::open)
                .isInstanceOf(IOException.class)
                .hasMessageContaining("closed");
    }
}
