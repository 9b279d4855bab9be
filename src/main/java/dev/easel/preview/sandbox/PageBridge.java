package dev.easel.preview.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/// The script that runs before a page's own and tells the preview what happens in it.
///
/// It talks through `alert`, and asks through `prompt`; both texts begin with [#prefix(OpenPage)].
/// No Java object is in the page. The page can read the script and say the same things, so
/// [PageMessages] trusts none of them.
public final class PageBridge {
    static final String PATH = "/__easel/bridge.js";

    /// The files of the script, in the order in which they run. They share one function's scope.
    private static final List<String> PARTS =
            List.of(
                    "core",
                    "bitmaps",
                    "webgl",
                    "flood",
                    "show",
                    "values",
                    "open",
                    "places",
                    "format",
                    "table",
                    "console",
                    "dialogs",
                    "exits",
                    "storage",
                    "errors",
                    "fonts",
                    "films",
                    "requests",
                    "workers",
                    "guard",
                    "frames",
                    "evaluate",
                    "prompt",
                    "pick",
                    "capture");

    /// As it is before a load's own values are put in.
    private static final String SCRIPT =
            text(
                    PARTS.stream().map(part -> "bridge/" + part).toList(),
                    "Object.defineProperty(window, key, { value: Object.freeze(calls) });\n");

    private static final String MARK = "\u0001easel:";

    private PageBridge() {}

    /// Whether an `alert` or `prompt` is a message of some load's bridge, this one's or an older
    /// one's.
    public static boolean isMessage(String text) {
        return text.startsWith(MARK);
    }

    /// What the messages of a load begin with.
    public static String prefix(OpenPage page) {
        return MARK + page.token() + ":";
    }

    /// JavaScript that calls a function of the bridge in the page.
    ///
    /// @param call e.g. `stats()`
    /// @return an expression that throws a TypeError where no bridge is
    public static String call(OpenPage page, String call) {
        return "window[Symbol.for('easel:" + page.token() + "')]." + call;
    }

    static boolean isAskedFor(PageRequest request) {
        String path = request.url().getPath();
        return path.equals(PATH) || path.equals(WorkerBridge.PATH);
    }

    static PageAnswer answer(PageRequest request, OpenPage page) {
        byte[] script =
                request.url().getPath().equals(WorkerBridge.PATH)
                        ? WorkerBridge.script(page)
                        : script(page);
        return new PageAnswer.Content(
                200, script, AnswerHeaders.of(request, "text/javascript; charset=utf-8"));
    }

    private static byte[] script(OpenPage page) {
        boolean forgets = page.takesForgetting();
        if (forgets) {
            PageProtocols.forgetCookies(page.host());
        }
        return SCRIPT.replace("%TOKEN%", page.token())
                .replace("'%FORGET%'", Boolean.toString(forgets))
                .getBytes(StandardCharsets.UTF_8);
    }

    /// Files of this package's resources, joined into one function.
    static String text(List<String> parts, String end) {
        StringBuilder script = new StringBuilder("(function () {\n'use strict';\n");
        parts.forEach(part -> script.append(text(part + ".js")).append('\n'));
        return script.append(end).append("})();\n").toString();
    }

    private static String text(String part) {
        try (InputStream in = Objects.requireNonNull(PageBridge.class.getResourceAsStream(part))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("The page bridge cannot be read", e);
        }
    }
}
