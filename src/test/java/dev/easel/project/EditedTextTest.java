package dev.easel.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.project.EditOutcome.Reason;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EditedTextTest {
    private static final String FILE =
            """
            <body>
              <h1>Hello</h1>
              <p>one</p>
              <p>two</p>
              <div>
                <p>three</p>
              </div>
            </body>
            """;

    private static String apply(String text, String search, String replace) {
        EditedText edited = new EditedText(text);
        assertThat(edited.apply(new Edit(search, replace))).isInstanceOf(EditOutcome.Applied.class);
        return edited.text();
    }

    private static EditOutcome.Refused refuse(String text, String search, String replace) {
        EditedText edited = new EditedText(text);
        EditOutcome outcome = edited.apply(new Edit(search, replace));
        assertThat(edited.text()).isEqualTo(text);
        assertThat(outcome).isInstanceOf(EditOutcome.Refused.class);
        return (EditOutcome.Refused) outcome;
    }

    @Test
    void linesThatAreThereAreReplaced() {
        assertThat(apply(FILE, "  <p>one</p>\n  <p>two</p>\n", "  <p>1</p>\n"))
                .isEqualTo(FILE.replace("  <p>one</p>\n  <p>two</p>\n", "  <p>1</p>\n"));
    }

    @Test
    void nothingDeletes() {
        assertThat(apply(FILE, "  <p>one</p>\n", "")).isEqualTo(FILE.replace("  <p>one</p>\n", ""));
    }

    @Test
    void whatIsThereTwiceIsRefusedWithTheFirstPlace() {
        EditOutcome.Refused refused = refuse("a\nb\na\n", "a\n", "c\n");
        assertThat(refused.reason()).isEqualTo(Reason.AMBIGUOUS);
        assertThat(refused.line()).isZero();
    }

    @Test
    void moreLinesMakeAPlaceUnique() {
        assertThat(apply("a\nb\na\nc\n", "a\nc\n", "x\n")).isEqualTo("a\nb\nx\n");
    }

    @Test
    void lineEndsDoNotMatterAndTheFilesOwnStay() {
        String windows = FILE.replace("\n", "\r\n");
        assertThat(apply(windows, "  <p>one</p>\n", "  <p>1</p>\n  <p>1b</p>\n"))
                .isEqualTo(windows.replace("  <p>one</p>\r\n", "  <p>1</p>\r\n  <p>1b</p>\r\n"));
        assertThat(apply(FILE, "  <p>one</p>\r\n", "  <p>1</p>\r\n"))
                .isEqualTo(FILE.replace("one", "1"));
    }

    @Test
    void whiteSpaceAtLineEndsDoesNotMatter() {
        assertThat(apply("a  \nb\t\n", "a\nb \n", "c\n")).isEqualTo("c\n");
    }

    @Test
    void indentationDoesNotMatterAndIsCorrected() {
        assertThat(apply(FILE, "<div>\n  <p>three</p>\n", "<div>\n  <p>3</p>\n  <p>4</p>\n"))
                .isEqualTo(FILE.replace("    <p>three</p>\n", "    <p>3</p>\n    <p>4</p>\n"));
        assertThat(apply("a {\n  b;\n}\n", "    a {\n      b;\n", "    a {\n      c;\n"))
                .isEqualTo("a {\n  c;\n}\n");
    }

    @Test
    void indentationCountsWhenItAloneTellsTwoPlacesApart() {
        assertThat(apply("a\n  a\n", "  a\n", "  b\n")).isEqualTo("a\n  b\n");
        assertThat(refuse("\ta\n  a\n", "a\n", "b\n").reason()).isEqualTo(Reason.AMBIGUOUS);
    }

    @Test
    void contextStaysAsTheFileHasIt() {
        assertThat(apply("a  \n\tb\nc\n", "a\nb\nc\n", "a\nx\nc\n")).isEqualTo("a  \n\tx\nc\n");
    }

    @Test
    void blankLinesAroundASearchAreTheModels() {
        assertThat(apply(FILE, "\n  <p>one</p>\n\n", "\n  <p>1</p>\n\n"))
                .isEqualTo(FILE.replace("one", "1"));
    }

    @Test
    void aPartOfALineIsFoundInAMinifiedFile() {
        assertThat(apply("a{color:red}b{color:blue}", "b{color:blue}", "b{color:green}"))
                .isEqualTo("a{color:red}b{color:green}");
        assertThat(refuse("a{color:red}b{color:red}", "color:red", "x").reason())
                .isEqualTo(Reason.AMBIGUOUS);
    }

    @Test
    void aWordWrongInALongQuoteIsForgiven() {
        String text = "alpha beta\ngamma delta epsilon\nzeta eta\ntheta iota\n";
        assertThat(
                        apply(
                                text,
                                "alpha beta\ngamma delta epsilo\nzeta eta\ntheta iota\n",
                                "alpha beta\nnew\nzeta eta\ntheta iota\n"))
                .isEqualTo("alpha beta\nnew\nzeta eta\ntheta iota\n");
    }

    @Test
    void resemblanceInTwoPlacesIsRefused() {
        String part = "alpha beta\ngamma delta epsilon\nzeta eta\n";
        assertThat(refuse(part + "x\n" + part, part.replace("epsilon", "epsilo"), "").reason())
                .isEqualTo(Reason.AMBIGUOUS);
    }

    @Test
    void whatIsNotThereIsRefusedWithTheNearestLines() {
        EditOutcome.Refused refused =
                refuse(FILE, "  <h1>Hello</h1>\n  <p>uno</p>\n", "  <p>x</p>\n");
        assertThat(refused.reason()).isEqualTo(Reason.NOT_FOUND);
        assertThat(refused.nearest()).containsExactly("  <h1>Hello</h1>\n", "  <p>one</p>\n");
        assertThat(refused.line()).isEqualTo(1);
    }

    @Test
    void nothingAlikeIsNotQuoted() {
        assertThat(refuse(FILE, "const x = 1;\nlet y = 2;\n", "").nearest()).isEmpty();
    }

    @Test
    void anEmptySearchFillsAnEmptyFileOnly() {
        assertThat(apply("", "", "new\n")).isEqualTo("new\n");
        assertThat(refuse(FILE, "", "new\n").reason()).isEqualTo(Reason.EMPTY_SEARCH);
    }

    @Test
    void aLastLineWithoutALineEndStaysSo() {
        assertThat(apply("a\nb", "b\n", "c\n")).isEqualTo("a\nc");
        assertThat(apply("a\nb", "b", "b\nc\n")).isEqualTo("a\nb\nc");
    }

    @Test
    void theOutcomeTellsWhereAndWhat() {
        EditedText edited = new EditedText("a\nb\nc\n");
        assertThat(edited.apply(new Edit("a\nb\n", "a\nx\ny\n")))
                .isEqualTo(new EditOutcome.Applied(1, 1, java.util.List.of("x\n", "y\n")));
    }

    @Test
    void editsBuildOnEachOther() {
        EditedText edited = new EditedText("a\nb\n");
        edited.apply(new Edit("a\n", "x\n"));
        edited.apply(new Edit("x\nb\n", "y\n"));
        assertThat(edited.text()).isEqualTo("y\n");
    }

    @Test
    void hugeTextsOfEqualLinesEnd() {
        String text = "same\n".repeat(20_000);
        String search =
                IntStream.range(0, 200).mapToObj(i -> "same\n").collect(Collectors.joining())
                        + "other\n";
        assertThat(refuse(text, search, "").reason()).isIn(Reason.NOT_FOUND, Reason.AMBIGUOUS);
    }
}
