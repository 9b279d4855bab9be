package dev.easel.preview;

import dev.easel.preview.sandbox.PageSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/// The files of the Khronos tests, with something before their script that counts the results.
final class ConformanceSource implements PageSource {
    private static final String SCRIPT = "js/js-test-pre.js";

    /// What the tests tell their harness, in place of the harness's own page.
    private static final String COUNTER =
            """
            window.easelResult = { passed: 0, failed: 0, skipped: 0, first: '', done: false };
            window.webglTestHarness = {
              reportResults: function (path, success, message, skipped) {
                var r = window.easelResult;
                if (skipped) r.skipped++;
                else if (success) r.passed++;
                else { r.failed++; if (r.failed <= 3) r.first += (r.first ? ' | ' : '') + String(message).slice(0, 300); }
              },
              notifyFinished: function () { window.easelResult.done = true; }
            };
            var quietMode = function () { return true; };
            window.addEventListener('error', function (e) {
              if (e.message) window.easelResult.first += (window.easelResult.first ? ' | ' : '') + 'Uncaught: ' + e.message + ' ' + e.filename + ':' + e.lineno;
            });
            window.addEventListener('unhandledrejection', function (e) {
              window.easelResult.first += (window.easelResult.first ? ' | ' : '') + 'Rejected: ' + e.reason + ' ' + (e.reason && e.reason.stack || '').slice(0, 200);
            });
            """;

    private final PageSource files;

    ConformanceSource(Path root) {
        this.files = PageSource.directory(root);
    }

    @Override
    public Optional<byte[]> read(String path) throws IOException {
        Optional<byte[]> file = files.read(path);
        if (!path.equals(SCRIPT)) {
            return file;
        }
        return file.map(bytes ->
                (COUNTER + new String(bytes, StandardCharsets.UTF_8))
                        .getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public Optional<String> entry() {
        return Optional.empty();
    }
}
