package dev.easel.preview;

import dev.easel.preview.webgl.WebGlPage;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/// Feeds garbage to the program's own driver.
final class WebGlGarbage {
    private WebGlGarbage() {}

    /// One page's worth.
    static void run(long seed, int buffers) {
        CommandGarbage garbage = new CommandGarbage(seed, PageWebGl.API, PageWebGl.OPCODES);
        Random random = new Random(~seed);
        WebGlPage page = PageWebGl.DRIVER.open();
        try {
            for (int k = 0; k < buffers; k++) {
                if (k % 3 == 0) {
                    // Whatever does not fit ends all contexts of the page.
                    page.submit(garbage.beginning(k + 1, 1 + random.nextInt(2)));
                }
                switch (random.nextInt(4)) {
                    case 0 -> page.ask(garbage.next());
                    case 1 -> {
                        page.blob(garbage.next());
                        page.submit(garbage.next());
                    }
                    default -> page.submit(garbage.next());
                }
            }
            page.settled().toCompletableFuture().get(60, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError("Seed " + seed + ": the driver's thread does not answer", e);
        } finally {
            page.close();
        }
    }

    /// Whether a fresh page gets a context that answers.
    static boolean worksAfterwards() {
        WebGlPage page = PageWebGl.DRIVER.open();
        try {
            CommandGarbage script = new CommandGarbage(0, PageWebGl.API, PageWebGl.OPCODES);
            ByteBuffer answer = page.ask(script.beginning(1, 2)).order(ByteOrder.nativeOrder());
            return answer.remaining() >= 4 && answer.getInt(0) == 1;
        } finally {
            page.close();
        }
    }
}
