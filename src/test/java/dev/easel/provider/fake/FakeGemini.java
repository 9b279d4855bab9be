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
/// left. With `--slow` a reply never ends. The model chooses failures: `error-429` (any status),
/// `drop` (breaks off), `silent` (never answers), `blocked`, `empty`, `nofence`, `long` (2 MB).
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
            default -> stream(model, reply);
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
