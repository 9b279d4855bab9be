package dev.easel.generate;

import dev.easel.project.EditOutcome;
import dev.easel.project.Origin;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// What Easel asks by itself after a reply that cannot be used: once for changes that fit, then for
/// whole files; once for code that was left out.
///
/// @param prompt for the model
record FollowUp(Origin.Kind kind, String prompt) {
    /// What is asked after a reply, if anything.
    ///
    /// @param chain the exchange so far, the run of the reply last
    static Optional<FollowUp> after(
            RunChain chain, List<RefusedEdit> refused, List<Elision> elisions) {
        if (!refused.isEmpty()) {
            return afterEdits(chain, refused);
        }
        boolean again = !elisions.isEmpty() && !chain.has(Origin.Kind.UNABRIDGED);
        return again ? Optional.of(unabridged(elisions)) : Optional.empty();
    }

    private static Optional<FollowUp> afterEdits(RunChain chain, List<RefusedEdit> refused) {
        if (chain.has(Origin.Kind.WHOLE_FILES)) {
            return Optional.empty();
        }
        boolean second = chain.has(Origin.Kind.EDITS_AGAIN);
        Origin.Kind kind = second ? Origin.Kind.WHOLE_FILES : Origin.Kind.EDITS_AGAIN;
        String prompt =
                Prompts.fill(
                        second ? "whole-files" : "edits-again",
                        Map.of(
                                "problems",
                                refused.stream()
                                        .map(FollowUp::problem)
                                        .collect(Collectors.joining("\n")),
                                "files",
                                names(refused.stream().map(RefusedEdit::path).toList())));
        return Optional.of(new FollowUp(kind, prompt));
    }

    private static FollowUp unabridged(List<Elision> elisions) {
        String places =
                elisions.stream()
                        .map(e -> "- " + e.path() + ", line " + e.line() + ": `" + e.text() + "`")
                        .collect(Collectors.joining("\n"));
        String files = names(elisions.stream().map(Elision::path).toList());
        return new FollowUp(
                Origin.Kind.UNABRIDGED,
                Prompts.fill("unabridged", Map.of("places", places, "files", files)));
    }

    private static String names(List<String> paths) {
        return paths.stream().distinct().collect(Collectors.joining(", "));
    }

    private static String problem(RefusedEdit refused) {
        EditOutcome.Refused why = refused.why();
        String searched = "You searched:\n" + Prompts.fenced("", refused.edit().search());
        return switch (why.reason()) {
            case NOT_FOUND ->
                    refused.path() + ": these lines are not in the file. " + searched + near(why);
            case AMBIGUOUS ->
                    refused.path()
                            + ": more than one place has these lines, the first at line "
                            + (why.line() + 1)
                            + ". Add lines around them. "
                            + searched;
            case EMPTY_SEARCH ->
                    refused.path()
                            + ": a block has nothing to search for, and the file is not empty.\n";
            case NO_FILE -> refused.path() + ": the project has no file of this name. " + searched;
            case MALFORMED -> refused.path() + ": a block lacks its line of `=======`. " + searched;
        };
    }

    private static String near(EditOutcome.Refused why) {
        return why.nearest().isEmpty()
                ? "Nothing in the file resembles them.\n"
                : "The nearest lines, from line "
                        + (why.line() + 1)
                        + " of the file, are:\n"
                        + Prompts.fenced("", String.join("", why.nearest()));
    }
}
