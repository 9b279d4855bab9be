package dev.easel.ui;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.parser.Parser;

/// A model's prose: paragraphs, headings, lists, emphasis and code. Links are shown as text, images
/// by their description, HTML as it is written: nothing in a reply can load or run. UI thread only.
public final class MarkdownView extends VBox {
    private static final Parser PARSER = Parser.builder().build();

    public MarkdownView() {
        getStyleClass().add("markdown");
    }

    /// Shows this text instead of what was shown.
    public void show(String markdown) {
        getChildren().clear();
        PARSER.parse(markdown).accept(new Blocks(this));
    }

    /// Turns blocks into rows of one column, and their inline parts into texts.
    private static final class Blocks extends AbstractVisitor {
        private final VBox column;
        private final Deque<String> styles = new ArrayDeque<>();
        private TextFlow flow = new TextFlow();
        private int number;

        Blocks(VBox column) {
            this.column = column;
        }

        @Override
        public void visit(Paragraph paragraph) {
            begin("markdown-paragraph");
            visitChildren(paragraph);
        }

        @Override
        public void visit(Heading heading) {
            begin("markdown-heading");
            inStyle("markdown-strong", () -> visitChildren(heading));
        }

        @Override
        public void visit(BulletList list) {
            list(list, 0);
        }

        @Override
        public void visit(OrderedList list) {
            list(list, list.getMarkerStartNumber() == null ? 1 : list.getMarkerStartNumber());
        }

        @Override
        public void visit(ListItem item) {
            VBox content = new VBox();
            HBox.setHgrow(content, Priority.ALWAYS);
            Label marker =
                    new Label(number == 0 ? "\u2022" : String.format(Locale.ROOT, "%d.", number++));
            marker.setMinWidth(USE_PREF_SIZE);
            column.getChildren().add(new HBox(8, marker, content));
            new Blocks(content).visitChildren(item);
        }

        @Override
        public void visit(BlockQuote quote) {
            VBox content = new VBox();
            content.getStyleClass().add("markdown-quote");
            column.getChildren().add(content);
            new Blocks(content).visitChildren(quote);
        }

        @Override
        public void visit(FencedCodeBlock code) {
            block(code.getLiteral());
        }

        @Override
        public void visit(IndentedCodeBlock code) {
            block(code.getLiteral());
        }

        @Override
        public void visit(HtmlBlock html) {
            block(html.getLiteral());
        }

        @Override
        public void visit(Emphasis emphasis) {
            inStyle("markdown-emphasis", () -> visitChildren(emphasis));
        }

        @Override
        public void visit(StrongEmphasis strong) {
            inStyle("markdown-strong", () -> visitChildren(strong));
        }

        @Override
        public void visit(Code code) {
            inStyle("markdown-code", () -> text(code.getLiteral()));
        }

        @Override
        public void visit(HtmlInline html) {
            text(html.getLiteral());
        }

        @Override
        public void visit(org.commonmark.node.Text text) {
            text(text.getLiteral());
        }

        @Override
        public void visit(SoftLineBreak line) {
            text(" ");
        }

        @Override
        public void visit(HardLineBreak line) {
            text("\n");
        }

        private void list(org.commonmark.node.Node list, int from) {
            int outer = number;
            number = from;
            visitChildren(list);
            number = outer;
        }

        private void block(String literal) {
            begin("markdown-block");
            inStyle("markdown-code", () -> text(literal.stripTrailing()));
        }

        private void begin(String style) {
            flow = new TextFlow();
            flow.getStyleClass().add(style);
            column.getChildren().add(flow);
        }

        private void inStyle(String style, Runnable content) {
            styles.push(style);
            content.run();
            styles.pop();
        }

        private void text(String literal) {
            Text text = new Text(literal);
            text.getStyleClass().add("text");
            text.getStyleClass().addAll(styles);
            flow.getChildren().add(text);
        }
    }
}
