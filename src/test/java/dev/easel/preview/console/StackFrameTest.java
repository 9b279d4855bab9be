package dev.easel.preview.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StackFrameTest {
    @ParameterizedTest
    @CsvSource({
        "deep@js/app.js:3:8, deep, js/app.js, 3, 8, true",
        "global code@index.html:9:29, global code, index.html, 9, 29, true",
        "@a.js:1:2, '', a.js, 1, 2, true",
        "a.js:1, '', a.js, 1, 0, true",
        "f@https://unpkg.com/x@1.0/x.js:7:1, f, https://unpkg.com/x@1.0/x.js, 7, 1, false",
        "g@blob:0-1:4:2, g, blob:0-1, 4, 2, false"
    })
    void framesAreRead(
            String text, String function, String file, int line, int column, boolean own) {
        StackFrame frame = StackFrame.of(text).getFirst();

        assertThat(frame).isEqualTo(new StackFrame(function, file, line, column));
        assertThat(frame.isOwn()).isEqualTo(own);
    }

    @Test
    void whatIsNoFrameIsLeftOut() {
        assertThat(StackFrame.of("\n[native code]\nnothing\n:7")).isEmpty();
    }
}
