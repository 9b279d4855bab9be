package dev.easel.preview.sandbox;

import dev.easel.library.cache.WrittenAddresses;
import dev.easel.preview.guard.GuardCache;
import dev.easel.preview.guard.GuardedFiles;
import dev.easel.preview.sandbox.NetworkEntry.Outcome;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/// One load of a project in a preview: where its files come from, who hears of its requests, and
/// the secret that its messages carry.
///
/// Made by [PreviewNetwork#open]; belongs to that network until it is closed or another load of the
/// same project takes its place.
public final class OpenPage {
    static final String DOMAIN = ".preview.invalid";
    private static final Pattern PROJECT_ID = Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");

    private final String projectId;
    private final String token;
    private final PageSource source;
    private final Consumer<NetworkEntry> listener;
    private final GuardedFiles guarded;
    private final WrittenAddresses written = new WrittenAddresses();
    private final AtomicBoolean forgets = new AtomicBoolean();

    OpenPage(
            String projectId,
            String token,
            PageSource source,
            Consumer<NetworkEntry> listener,
            GuardCache cache) {
        if (!PROJECT_ID.matcher(projectId).matches()) {
            throw new IllegalArgumentException(
                    "A project id must be usable as a host name: " + projectId);
        }
        this.projectId = projectId;
        this.token = token;
        this.source = source;
        this.listener = listener;
        guarded = new GuardedFiles("https://" + host() + "/", cache);
    }

    /// The address of a file of the page.
    ///
    /// @param path relative, with `/`; not encoded
    public URI uri(String path) {
        try {
            return URI.create(new URI("https", host(), "/" + path, null).toASCIIString());
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("Not a path: " + path, e);
        }
    }

    /// What every message of this load begins with. Known to the page, so it sorts loads apart but
    /// proves nothing.
    public String token() {
        return token;
    }

    /// Shortens addresses of the page's own files in a text (a file name, a stack) to their paths.
    public String relative(String text) {
        return text.replace("https://" + host() + "/", "");
    }

    /// The files of this load as the page has them.
    public GuardedFiles guarded() {
        return guarded;
    }

    /// Whether a document at an address may take the page's place: one of the same project. Other
    /// hosts may be asked for, because [PreviewNetwork] lists and refuses that; nothing else may,
    /// not even an empty document, which would leave the preview empty.
    public boolean mayGo(String address) {
        try {
            URI uri = new URI(address);
            String target = String.valueOf(uri.getHost()).toLowerCase(Locale.ROOT);
            boolean isWeb = String.valueOf(uri.getScheme()).matches("(?i)https?");
            return isWeb && (target.equals(host()) || !target.endsWith(DOMAIN));
        } catch (URISyntaxException e) {
            return false;
        }
    }

    /// Makes this load begin with empty storage: emptied before the page's first script, after the
    /// last one of the page before, which may store something as it goes. To be called before the
    /// page is there.
    public void forgetStorage() {
        forgets.set(true);
    }

    /// Whether the storage is to be emptied; once.
    boolean takesForgetting() {
        return forgets.getAndSet(false);
    }

    String host() {
        return projectId + DOMAIN;
    }

    String projectId() {
        return projectId;
    }

    /// What the files name that this load was served.
    WrittenAddresses written() {
        return written;
    }

    PageSource source() {
        return source;
    }

    void report(NetworkEntry entry) {
        listener.accept(entry);
    }

    /// Tells what became of a request.
    ///
    /// @param bytes of the answer
    /// @param offered whether the user may have it fetched
    void report(PageRequest request, Outcome outcome, long bytes, String note, boolean offered) {
        report(
                new NetworkEntry(
                        request.method(),
                        request.url().toExternalForm(),
                        outcome,
                        bytes,
                        note,
                        request.kind(),
                        offered));
    }
}
