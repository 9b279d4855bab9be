package dev.easel.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class WheelTest {
    private final StackPane inner = new StackPane();
    private Wheel wheel;
    private Stage stage;

    @Start
    void start(Stage stage) {
        this.stage = stage;
        wheel = new Wheel(20);
        stage.setScene(new Scene(new StackPane(inner), 100, 100));
        stage.show();
    }

    @Test
    void turnsInStepsOfOneDotWhileItIsSeen(FxRobot robot) throws Exception {
        assertThat(wheel.isTurning()).isFalse();

        robot.interact(() -> inner.getChildren().add(wheel));

        assertThat(wheel.isTurning()).isTrue();
        Node dots = wheel.lookup(".wheel-dot").getParent();
        assertThat(dots).isInstanceOf(Group.class);
        double before = dots.getRotate();
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> dots.getRotate() != before);
        assertThat(dots.getRotate() % 45).isZero();
    }

    @Test
    void restsWhenItOrWhatItIsInIsHiddenOrTakenAway(FxRobot robot) {
        robot.interact(() -> inner.getChildren().add(wheel));

        robot.interact(() -> inner.setVisible(false));
        assertThat(wheel.isTurning()).isFalse();
        robot.interact(() -> inner.setVisible(true));
        assertThat(wheel.isTurning()).isTrue();
        robot.interact(() -> wheel.setVisible(false));
        assertThat(wheel.isTurning()).isFalse();
        robot.interact(() -> wheel.setVisible(true));
        assertThat(wheel.isTurning()).isTrue();
        robot.interact(() -> inner.getChildren().clear());
        assertThat(wheel.isTurning()).isFalse();
    }

    @Test
    void restsWhenItsWindowCloses(FxRobot robot) {
        robot.interact(() -> inner.getChildren().add(wheel));

        robot.interact(() -> stage.hide());

        assertThat(wheel.isTurning()).isFalse();
    }

    @Test
    void keepsItsSize(FxRobot robot) {
        robot.interact(() -> inner.getChildren().add(wheel));

        WaitForAsyncUtils.waitForFxEvents();
        assertThat(wheel.getWidth()).isEqualTo(20);
        assertThat(wheel.getHeight()).isEqualTo(20);
        assertThat(wheel.getLayoutBounds().getWidth()).isEqualTo(20);
    }
}
