package dev.easel.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

class FxExecutorTest {
    private final FxExecutor executor = new FxExecutor();
    private final List<Integer> done = Collections.synchronizedList(new ArrayList<>());

    @BeforeAll
    static void start() throws Exception {
        FxToolkit.registerPrimaryStage();
    }

    @Test
    void tasksRunInOrderOnTheJavaFxThread() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        List<Integer> expected = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            int number = i;
            expected.add(i);
            executor.execute(() -> {
                if (Platform.isFxApplicationThread()) {
                    done.add(number);
                }
            });
        }
        executor.execute(end::countDown);
        assertThat(end.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(done).isEqualTo(expected);
    }

    @Test
    void aTaskThatThrowsHoldsUpNoOther() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        CountDownLatch both = new CountDownLatch(1);
        Platform.runLater(() -> {
            try {
                both.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        executor.execute(() -> {
            throw new IllegalStateException("on purpose, in FxExecutorTest");
        });
        executor.execute(end::countDown);
        both.countDown();
        assertThat(end.await(10, TimeUnit.SECONDS)).isTrue();
        // TestFX remembers it and would fail another test for it.
        WaitForAsyncUtils.clearExceptions();
    }
}
