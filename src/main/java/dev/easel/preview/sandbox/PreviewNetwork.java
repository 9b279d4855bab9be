package dev.easel.preview.sandbox;

import dev.easel.library.Library;
import dev.easel.library.LibraryFile;
import dev.easel.library.cache.OutsideFiles;
import dev.easel.preview.engine.PlayableMedia;
import dev.easel.preview.guard.GuardCache;
import dev.easel.preview.sandbox.NetworkEntry.Outcome;
import java.io.IOException;
import java.net.URI;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Consumer;

/// All the network that a page in a preview has: the files of its own project, the bundled library,
/// what the user had fetched, and nothing else.
///
/// ```java
/// PreviewNetwork network = new PreviewNetwork(new Library());
/// network.install();                                      // once, before the first WebView
/// OpenPage page = network.open(projectId, source, entry -> ...);
/// webEngine.load(page.uri("index.html").toString());
/// ```
///
/// Thread-safe. Listeners are called on loader threads.
public final class PreviewNetwork {
    private final Library library;
    private final Outside outside;
    private final ProjectFiles files = new ProjectFiles();
    private final OpenPages pages = new OpenPages();
    private final GuardCache guarded = new GuardCache();
    private final Films films = new Films(PlayableMedia::ofMachine);
    private final SecureRandom random = new SecureRandom();

    /// Without anything of the outside.
    public PreviewNetwork(Library library) {
        this.library = library;
        this.outside = new Outside(Optional.empty());
    }

    /// @param files what was or may be fetched with the user's consent
    public PreviewNetwork(Library library, OutsideFiles files) {
        this.library = library;
        this.outside = new Outside(Optional.of(files));
    }

    /// Makes this network answer its pages. To be called before the first WebView is made; other
    /// users of `java.net.URL` keep the JDK's own connections. A process needs one network, but may
    /// have several.
    ///
    /// @throws IllegalStateException when something else in the process has taken the JVM's only
    ///   place for URL handlers
    public void install() {
        PageProtocols.answerWith(this);
    }

    /// Begins a load of a project.
    ///
    /// @param projectId letters, digits and `-` only: it becomes the host name
    /// @param listener hears of every request, on the loader's thread
    public OpenPage open(String projectId, PageSource source, Consumer<NetworkEntry> listener) {
        byte[] token = new byte[16];
        random.nextBytes(token);
        OpenPage page =
                new OpenPage(projectId, HexFormat.of().formatHex(token), source, listener, guarded);
        pages.open(page);
        return page;
    }

    /// Ends a load: its requests are refused from now on.
    public void close(OpenPage page) {
        pages.close(page);
    }

    /// @return empty when no page of this network asks
    Optional<PageAnswer> answer(PageRequest request) {
        return pages.of(request).map(page -> answer(request, page));
    }

    /// The answer to a request that does not say which page asks. A page that was closed is no
    /// reason to take its late requests for those of another.
    Optional<PageAnswer> answerForLast(PageRequest request) {
        return request.isOwn() || request.isFromProject()
                ? Optional.empty()
                : pages.last().map(page -> answer(request, page));
    }

    /// A WebSocket that the policy of its document did not stop; it does not say whose it is.
    void refusedSocket(URI uri) {
        String address = uri.toString().replaceFirst("^http", "ws");
        pages.last()
                .ifPresent(page ->
                        page.report(new NetworkEntry("GET", address, Outcome.DENIED, 0, "")));
    }

    private PageAnswer answer(PageRequest request, OpenPage page) {
        if (!request.isOwn()) {
            return foreign(request, page);
        }
        return request.isFromElsewhere()
                ? denied(request, page, "A file of another project")
                : own(request, page);
    }

    private PageAnswer own(PageRequest request, OpenPage page) {
        if (PageBridge.isAskedFor(request)) {
            return PageBridge.answer(request, page);
        }
        try {
            Optional<PageAnswer.Content> file =
                    request.isGet() ? files.answer(request, page) : Optional.empty();
            if (file.isPresent() && Films.isFilm(request)) {
                return films.answer(request, page, file.get());
            }
            if (file.isPresent()) {
                page.report(request, Outcome.PROJECT, file.get().body().length, "", false);
                Outside.note(request, page, file.get());
                return file.get();
            }
            page.report(request, Outcome.MISSING, 0, "", false);
        } catch (IOException e) {
            page.report(request, Outcome.MISSING, 0, "Cannot be read: " + e.getMessage(), false);
        }
        return nothing(request, 404);
    }

    private PageAnswer foreign(PageRequest request, OpenPage page) {
        if (request.isNavigation()) {
            return denied(request, page, NetworkEntry.LEAVES);
        }
        Optional<LibraryFile> file = request.uri().flatMap(library::find);
        if (file.isEmpty()) {
            return outside.answer(request, page, request.uri().map(library::absence).orElse(""));
        }
        return request.method().equals("OPTIONS")
                ? nothing(request, 204)
                : bundled(request, page, file.get());
    }

    private PageAnswer bundled(PageRequest request, OpenPage page, LibraryFile file) {
        byte[] body = library.read(file);
        Outcome outcome = file.substituted() ? Outcome.SUBSTITUTED : Outcome.BUNDLED;
        page.report(request, outcome, body.length, file.note(), false);
        PageAnswer.Content content =
                new PageAnswer.Content(
                        200,
                        body,
                        AnswerHeaders.of(request, TextCharset.contentType(file.mediaType(), body)));
        Outside.note(request, page, content);
        return content;
    }

    /// A refused navigation is answered with "no content", which leaves the page as it is.
    private static PageAnswer denied(PageRequest request, OpenPage page, String note) {
        page.report(request, Outcome.DENIED, 0, note, false);
        return request.isNavigation()
                ? nothing(request, 204)
                : new PageAnswer.Refused("The preview has no network: " + request.host());
    }

    private static PageAnswer nothing(PageRequest request, int status) {
        return new PageAnswer.Content(
                request.isNavigation() ? 204 : status,
                new byte[0],
                AnswerHeaders.of(request, "text/plain"));
    }
}
