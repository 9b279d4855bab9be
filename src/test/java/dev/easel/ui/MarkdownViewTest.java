package dev.easel.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;

class MarkdownViewTest {
    private final MarkdownView view = new MarkdownView();

    @Test
    void emphasisAndCodeAreStyledAndTheirMarksAreGone() {
        view.show("A **bold** word and `code`.");
        assertThat(styled("markdown-strong")).containsExactly("bold");
        assertThat(styled("markdown-code")).containsExactly("code");
        assertThat(all()).isEqualTo("A bold word and code.");
    }

    @Test
    void listsHaveBulletsAndNumbers() {
        view.show("- one\n- two\n\n3. three\n4. four");
        assertThat(nodes(view).filter(Label.class::isInstance).map(n -> ((Label) n).getText()))
                .containsExactly("\u2022", "\u2022", "3.", "4.");
    }

    @Test
    void htmlInAReplyIsShownAndNeverRuns() {
        view.show("<img src=x onerror=alert(1)>\n\nand <b>this</b>");
        assertThat(all()).contains("<img src=x onerror=alert(1)>").contains("<b>this</b>");
    }

    @Test
    void unfinishedMarksOfAStreamAreText() {
        view.show("This is **not yet");
        assertThat(all()).isEqualTo("This is **not yet");
    }

    @Test
    void whatIsShownReplacesWhatWasShown() {
        view.show("first");
        view.show("second");
        assertThat(all()).isEqualTo("second");
    }

    private List<String> styled(String style) {
        return texts().filter(t -> t.getStyleClass().contains(style)).map(Text::getText).toList();
    }

    private String all() {
        return String.join("", texts().map(Text::getText).toList());
    }

    // Labels have a Text of their own only once they are shown.
    private Stream<Text> texts() {
        return nodes(view).filter(Text.class::isInstance).map(Text.class::cast);
    }

    private static Stream<Node> nodes(Node node) {
        return node instanceof Parent parent
                ? Stream.concat(
                        Stream.of(node),
                        parent.getChildrenUnmodifiable().stream().flatMap(MarkdownViewTest::nodes))
                : Stream.of(node);
    }
}
