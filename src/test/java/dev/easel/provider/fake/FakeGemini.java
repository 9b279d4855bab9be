package dev.easel.provider.fake;

import dev.easel.project.Usage;
import java.io.IOException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;

/// [FakeGeminiServer] as a program, for tries by hand with the real program:
///
/// ```
/// java -cp ... dev.easel.provider.fake.FakeGemini --port 8089 [--slow] [--delay MS]
/// GEMINI_API_KEY=any-key GOOGLE_GEMINI_BASE_URL=http://127.0.0.1:8089 ./easel
/// ```
///
/// It thinks, streams a small desktop page and prints every request and the moment when a client
/// left. A prompt in a project is answered with two changes. With `--slow` a reply never ends. The
/// model chooses failures: `error-429` (any status), `drop` (breaks off), `silent` (never answers),
/// `blocked`, `empty`, `nofence`, `long` (2 MB), `limit` (reaches the output limit twice), `misfit`
/// (changes that do not fit at first), `elided` (leaves code out at first).
public final class FakeGemini {
    private static final Usage USAGE = new Usage(512, 128, 2310, 420, false);
    private static final List<String> THOUGHTS =
            List.of(
                    "**Planning the desktop**\n\n",
                    "A taskbar first, ",
                    "then windows that drag.\n");

    private final long delayMillis;
    private final boolean slow;

    private FakeGemini(long delayMillis, boolean slow) {
        this.delayMillis = delayMillis;
        this.slow = slow;
    }

    /// Runs until it is killed.
    public static void main(String[] args) throws Exception {
        List<String> words = List.of(args);
        boolean slow = words.contains("--slow");
        int port = Integer.parseInt(option(words, "--port", "8089"));
        FakeGemini fake = new FakeGemini(Long.parseLong(option(words, "--delay", "30")), slow);
        try (FakeGeminiServer server = new FakeGeminiServer(port)) {
            server.answer(fake::play);
            System.out.println("Listening: GOOGLE_GEMINI_BASE_URL=" + server.url());
            while (true) {
                server.http().nextDisconnect();
                System.out.println("a client left at " + LocalTime.now(ZoneId.systemDefault()));
            }
        }
    }

    private static String option(List<String> words, String name, String otherwise) {
        int at = words.indexOf(name);
        return at < 0 ? otherwise : words.get(at + 1);
    }

    private void play(FakeModelServer.Reply reply) throws IOException, InterruptedException {
        String path = reply.request().path();
        String model = path.replaceFirst(".*/models/", "").replaceFirst(":.*", "");
        System.out.println(
                "asked: " + path + " " + reply.request().body().length() + " characters");
        play(model, reply);
        System.out.println("answered");
    }

    private void play(String model, FakeModelServer.Reply reply)
            throws IOException, InterruptedException {
        if (model.startsWith("error-")) {
            int status = Integer.parseInt(model.substring(6));
            reply.refuse(status, "As the model's name asked.", status == 429 ? 7 : 0);
            return;
        }
        switch (model) {
            case "silent" -> reply.exchange().silence();
            case "blocked" ->
                    reply.event(
                            FakeModelServer.JSON.readTree(
                                    "{\"promptFeedback\":{\"blockReason\":\"SAFETY\"}}"));
            case "empty" -> reply.finish("STOP", Usage.NONE);
            case "nofence" -> reply.text(page(20)).finish("STOP", USAGE);
            case "long" -> reply.text(fenced(30_000)).finish("STOP", USAGE);
            case "limit" -> limit(reply);
            case "misfit" -> misfit(reply);
            case "elided" -> elided(reply);
            default -> answer(model, reply);
        }
    }

    private void answer(String model, FakeModelServer.Reply reply)
            throws IOException, InterruptedException {
        if (body(reply).contains("You improve the requests")) {
            lines(
                    reply,
                    "A poster for a jazz night in a harbour warehouse.\n\n"
                            + "- Deep blue to night sky, one brass-coloured accent, the word SKETCH huge.\n"
                            + "- A saxophone drawn in one line; it draws itself when the page opens.\n");
            reply.finish("STOP", USAGE);
        } else if (body(reply).contains("The current files of the project")) {
            lines(reply, "Another colour, and window 7 has more to say.\n\n" + changes("Text"));
            reply.finish("STOP", USAGE);
        } else {
            stream(model, reply);
        }
    }

    private static String body(FakeModelServer.Reply reply) {
        return reply.request().body();
    }

    private static String changes(String text) {
        return "```html index.html\n"
                + block(
                                "body { background: #008080; font: 12px",
                                "body { background: #284b63; font: 13px")
                        .replace("font: 12px\n", "font: 12px sans-serif; margin: 0; }\n")
                        .replace("font: 13px\n", "font: 13px sans-serif; margin: 0; }\n")
                + block(
                        "<div class=\"window\"><b>window 7</b>" + text + "</div>",
                        "<div class=\"window\"><b>window 7</b>More text</div>\n"
                                + "  <div class=\"window\"><b>window 7b</b>New</div>")
                + "```\n";
    }

    private static String block(String search, String replace) {
        return "<<<<<<< SEARCH\n  " + search + "\n=======\n  " + replace + "\n>>>>>>> REPLACE\n";
    }

    /// Changes that do not fit, until they are asked for again.
    private void misfit(FakeModelServer.Reply reply) throws IOException, InterruptedException {
        boolean again = body(reply).contains("do not fit");
        lines(reply, changes(again ? "Text" : "Other text"));
        reply.finish("STOP", USAGE);
    }

    private void elided(FakeModelServer.Reply reply) throws IOException, InterruptedException {
        boolean again = body(reply).contains("left out code");
        lines(
                reply,
                again
                        ? fenced(12)
                        : "```html index.html\n<!DOCTYPE html>\n<html>\n<h1>New</h1>\n"
                                + "<!-- ... rest of the page unchanged -->\n</html>\n```\n");
        reply.finish("STOP", USAGE);
    }

    /// Stops at the limit twice; goes on from wherever it is asked to, repeating two lines.
    private void limit(FakeModelServer.Reply reply) throws IOException, InterruptedException {
        String whole = fenced(60);
        String asked = body(reply);
        int from = 0;
        if (asked.contains("Your reply broke off")) {
            String said = asked.substring(asked.lastIndexOf("window ", asked.lastIndexOf("role")));
            int window = Integer.parseInt(said.replaceFirst("(?s)window (\\d+).*", "$1"));
            from = whole.indexOf("  <div class=\"window\"><b>window " + (window - 1) + "<");
        }
        int to = from < whole.indexOf("window 40<") ? from + 1_600 : whole.length();
        lines(reply, whole.substring(from, Math.min(to, whole.length())));
        reply.finish(to < whole.length() ? "MAX_TOKENS" : "STOP", USAGE);
    }

    private void lines(FakeModelServer.Reply reply, String text)
            throws IOException, InterruptedException {
        for (String line : text.split("(?<=\n)")) {
            Thread.sleep(delayMillis);
            reply.text(line);
        }
    }

    private void stream(String model, FakeModelServer.Reply reply)
            throws IOException, InterruptedException {
        for (String thought : THOUGHTS) {
            Thread.sleep(delayMillis);
            reply.thought(thought);
        }
        for (String line : fenced(200).split("(?<=\n)")) {
            Thread.sleep(delayMillis);
            reply.text(line);
            if (model.equals("drop") && line.contains("window 50")) {
                reply.exchange().drop();
            }
            while (slow && line.contains("window 50")) {
                Thread.sleep(delayMillis);
                reply.text("<!-- and on and on -->\n");
            }
        }
        reply.finish("STOP", USAGE);
    }

    private static String fenced(int windows) {
        return "Here is the desktop.\n\n```html index.html\n"
                + page(windows)
                + "```\n\nDouble-click an icon.\n";
    }

    private static String page(int windows) {
        StringBuilder page =
                new StringBuilder(
                        """
                        <!DOCTYPE html>
                        <html lang="en">
                        <head>
                          <meta charset="utf-8">
                          <title>Windows 98</title>
                          <style>
                            body { background: #008080; font: 12px sans-serif; margin: 0; }
                            .window { background: #c0c0c0; border: 2px outset #fff; display: inline-block; margin: 4px; }
                            .window b { background: #000080; color: #fff; display: block; padding: 2px 6px; }
                          </style>
                        </head>
                        <body>
                        """);
        for (int i = 1; i <= windows; i++) {
            page.append("  <div class=\"window\"><b>window ").append(i).append("</b>Text</div>\n");
        }
        return page.append("</body>\n</html>\n").toString();
    }
}
