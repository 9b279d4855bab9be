package dev.easel.history;

import dev.easel.history.HistoryRepository.SearchHit;
import dev.easel.project.Project;
import dev.easel.project.Revision;
import dev.easel.project.Run;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// What the sidebar shows, as it was read at one time.
///
/// @param hits the projects, with snippets if something was searched
/// @param searched whether the hits are an answer to a search
/// @param counts revisions by project id
/// @param open the selected project
record HistoryListing(
        List<SearchHit> hits, boolean searched, Map<String, Integer> counts, Optional<Open> open) {
    static final HistoryListing NOTHING =
            new HistoryListing(List.of(), false, Map.of(), Optional.empty());

    /// The selected project in full.
    ///
    /// @param prompts by run id
    record Open(Project project, List<Revision> revisions, Map<String, String> prompts) {
        /// What to show of it: the newest whole revision, else the newest.
        Optional<Revision> newest() {
            return revisions.reversed().stream()
                    .filter(r -> !r.partial())
                    .findFirst()
                    .or(() -> revisions.reversed().stream().findFirst());
        }
    }

    /// Blocks.
    ///
    /// @param query blank for all projects
    /// @param openId id of the selected project, empty for none
    /// @throws HistoryException when the history cannot be read
    static HistoryListing read(HistoryRepository history, String query, String openId) {
        boolean searched = !query.isBlank();
        List<SearchHit> hits =
                searched
                        ? history.search(query)
                        : history.projects().stream().map(p -> new SearchHit(p, "")).toList();
        Optional<Open> open = history.project(openId).map(p -> open(history, p));
        return new HistoryListing(hits, searched, history.revisionCounts(), open);
    }

    private static Open open(HistoryRepository history, Project project) {
        Map<String, String> prompts =
                history.runs(project.id()).stream().collect(Collectors.toMap(Run::id, Run::prompt));
        return new Open(project, history.revisions(project.id()), prompts);
    }
}
