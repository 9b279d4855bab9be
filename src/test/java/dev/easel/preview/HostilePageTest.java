package dev.easel.preview;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.preview.sandbox.NetworkEntry;
import dev.easel.preview.sandbox.NetworkEntry.Outcome;
import dev.easel.preview.sandbox.PageMessage.Moment;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

/// Pages that try everything to get out, against a server on this computer that notes who connects
/// and a resolver that notes which names are looked up.
///
/// The attempts are files in `hostile/`: `HOST` is the server, each attempt asks for a path of its
/// own.
class HostilePageTest {
    private static final Pattern ATTEMPT = Pattern.compile("HOST/([\\w-]+)");

    /// Each replaces the page, or would, so each has a page of its own.
    static final List<String> NAVIGATIONS = lines("navigations.js");

    @TempDir Path storage;
    private PageFixture page;
    private ServerSocket server;
    private final List<String> connections = new CopyOnWriteArrayList<>();

    @BeforeEach
    void open() throws IOException {
        page = new PageFixture(storage);
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.startVirtualThread(this::accept);
        NotedLookups.NAMES.clear();
    }

    private void accept() {
        while (!server.isClosed()) {
            try (Socket socket = server.accept()) {
                connections.add("from port " + socket.getPort());
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

    private static String text(String file) {
        try (var in = HostilePageTest.class.getResourceAsStream("hostile/" + file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static List<String> lines(String file) {
        return text(file).lines().filter(l -> !l.isBlank() && !l.startsWith("//")).toList();
    }

    private String filled(String text) {
        return text.replace("HOST", "127.0.0.1:" + server.getLocalPort())
                .replace("PORT", Integer.toString(server.getLocalPort()));
    }

    private void show(String html) {
        List<String> files = new ArrayList<>(List.of("index.html", filled(html)));
        for (String other : List.of("inner.html", "inner.svg", "worker.js")) {
            files.add(other);
            files.add(filled(text(other)));
        }
        FxThread.run(() ->
                page.preview.show(
                        page.project,
                        PageFixture.source(files.toArray(String[]::new)),
                        "index.html"));
        page.waitFor(
                "the document",
                () -> page.preview.timingsProperty().get().at(Moment.DOM_READY).isPresent());
    }

    /// What has been asked for and refused, by the paths of the attempts.
    private Set<String> listed() {
        Set<String> names = new TreeSet<>();
        for (NetworkEntry entry : page.requests()) {
            Matcher path = Pattern.compile("://[^/]+/([\\w-]+)").matcher(entry.url());
            if (entry.outcome() == Outcome.DENIED && path.find()) {
                names.add(path.group(1));
            }
        }
        return names;
    }

    private static Set<String> attempts(String text) {
        Set<String> names = new TreeSet<>();
        ATTEMPT.matcher(text).results().forEach(m -> names.add(m.group(1)));
        return names;
    }

    /// Until the page has been quiet: what it starts late (workers in frames in frames) comes too.
    private void waitUntilQuiet() {
        int[] state = {-1, 0};
        page.waitFor(
                "a quiet page",
                () -> {
                    int now = page.preview.requests().size() + page.preview.console().size();
                    state[1] = now == state[0] ? state[1] + 1 : 0;
                    state[0] = now;
                    return state[1] > 60;
                });
    }

    private void assertNothingGotOut() {
        assertThat(connections).isEmpty();
        assertThat(NotedLookups.NAMES).noneMatch(n -> n.endsWith(".test") || n.contains("invalid"));
        assertThat(page.requests())
                .filteredOn(r -> r.outcome() != Outcome.DENIED)
                .allSatisfy(r -> assertThat(r.outcome()).isIn(Outcome.PROJECT, Outcome.MISSING));
    }

    /// The second column: attempts that the engine drops without a word (it does not know the
    /// element, prefetches nothing, or draws nothing that would need the picture).
    @ParameterizedTest
    @CsvSource({
        "elements.html, applet1 cite css11 css12 css7 css9 font1 icon1 img6 import1 manifest1 math1"
                + " prefetch1 prerender1 svg2 svg6 svg7 track1",
        "calls.html, beacon1 beacon2 fetch5 notify1 parser1 push1 push2 share1 sw1 worklet1"
                + " worklet2 wt1 xsl1 xsl2 xxe1",
        "frames.html, blob-fetch blob-ws frame3 objdata-ws",
        "workers.html, classic-ws dataworker-fetch dataworker-ws module-import module-ws nested-ws"
                + " shared-fetch shared-ws srcdocworker-ws worker1",
    })
    void nothingOfAHostilePageGetsOutAndWhatTheEngineTellsIsListed(String file, String silent) {
        String html = text(file);
        show(html);
        waitUntilQuiet();

        assertNothingGotOut();
        Set<String> expected = attempts(html);
        Set.of(silent.split(" ")).forEach(expected::remove);
        assertThat(listed()).containsAll(expected);
    }

    @ParameterizedTest
    @FieldSource("NAVIGATIONS")
    void noNavigationLeavesThePage(String script) {
        show("<!doctype html><title>here</title><body>");
        page.eval("setTimeout(() => { " + filled(script) + "\n}, 0), 1");
        waitUntilQuiet();

        assertNothingGotOut();
        assertThat(page.eval("location.hostname"))
                .isEqualTo("\"" + page.project + ".preview.invalid\"");
        if (!script.endsWith("// silent")) {
            assertThat(listed()).containsAll(attempts(script));
        }
    }

    @Test
    void filesOfTheComputerAreOutOfReach() throws IOException {
        Path secret = Files.writeString(storage.resolve("secret.js"), "window.secret = 'told'");
        show(
                """
                <!doctype html><script>
                const url = 'FILE'; window.read = [];
                const t = f => { try { f() } catch (e) {} };
                t(() => fetch(url).then(r => r.text()).then(x => read.push(x), () => 0));
                t(() => { const x = new XMLHttpRequest(); x.onload = () => read.push(x.responseText); x.open('GET', url); x.send() });
                t(() => { const x = new XMLHttpRequest(); x.open('GET', url, false); x.send(); read.push(x.responseText) });
                t(() => new Worker(url).onmessage = e => read.push(e.data));
                t(() => import(url).then(m => read.push(m), () => 0));
                t(() => { const f = document.createElement('iframe'); f.src = url; f.onload = () => { try { read.push(f.contentDocument.body.textContent) } catch (e) {} }; document.documentElement.append(f) });
                t(() => { const o = document.createElement('object'); o.data = url; document.documentElement.append(o) });
                t(() => { const l = document.createElement('link'); l.rel = 'stylesheet'; l.href = url; document.documentElement.append(l) });
                t(() => { const s = document.createElement('script'); s.src = url; document.documentElement.append(s) });
                t(() => { const d = new DOMParser().parseFromString('<!DOCTYPE a [<!ENTITY x SYSTEM "' + url + '">]><a>&x;</a>', 'text/xml'); if (d.documentElement.textContent) read.push(d.documentElement.textContent) });
                t(() => location = url);
                </script>
                """
                        .replace("FILE", secret.toUri().toString()));
        waitUntilQuiet();

        assertThat(page.eval("read.filter(r => r)")).isEqualTo("[]");
        assertThat(page.eval("typeof secret")).isEqualTo("\"undefined\"");
        assertThat(page.requests())
                .filteredOn(r -> r.url().startsWith("file:"))
                .isNotEmpty()
                .extracting(NetworkEntry::outcome)
                .containsOnly(Outcome.DENIED);
    }

    /// Walks everything that hangs on the window, the bridge's own object included, and looks for
    /// what only Java objects have.
    @Test
    void noJavaObjectIsInReach() {
        show("<!doctype html><iframe src=inner.html></iframe><canvas></canvas>");
        String found =
                page.eval(
                        """
                        (() => {
                          const seen = new Set(), found = [], queue = [[window, 'window']];
                          while (queue.length && seen.size < 200000) {
                            const [o, path] = queue.shift();
                            if (o === null || (typeof o !== 'object' && typeof o !== 'function') || seen.has(o)) continue;
                            seen.add(o);
                            const tag = Object.prototype.toString.call(o);
                            if (/Java/.test(tag) || (typeof o.getClass === 'function' && typeof o.hashCode === 'function')) found.push(path + ' ' + tag);
                            if (path.split('.').length > 6) continue;
                            for (const k of Reflect.ownKeys(o)) {
                              let d; try { d = Object.getOwnPropertyDescriptor(o, k) } catch (e) { continue }
                              if (!d) continue;
                              const p = path + '.' + String(k);
                              if (d.get) { queue.push([d.get, p]); try { queue.push([o[k], p]) } catch (e) {} }
                              else queue.push([d.value, p]);
                            }
                            try { queue.push([Object.getPrototypeOf(o), path + '.__proto__']) } catch (e) {}
                          }
                          const names = ['java', 'javafx', 'Packages', 'netscape', 'JavaClass', 'JavaObject', 'importPackage'].filter(n => n in window);
                          return [found, names, seen.size > 3000, Object.getOwnPropertySymbols(window).length > 0];
                        })()
                        """);

        assertThat(found).isEqualTo("[[],[],true,true]");
    }

    @Test
    void theServerWouldHaveNoticed() throws IOException {
        new Socket(server.getInetAddress(), server.getLocalPort()).close();
        page.show("index.html", "<!doctype html>");
        page.waitFor("the connection", () -> !connections.isEmpty());

        assertThat(FxThread.call(() -> page.preview.timingsProperty().get().at(Moment.LOAD)))
                .isPresent();
        assertThat(connections).hasSize(1);
    }
}
