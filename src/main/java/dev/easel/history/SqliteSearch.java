package dev.easel.history;

import dev.easel.history.HistoryRepository.SearchHit;
import dev.easel.project.Project;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Full-text search, inside a transaction of the caller. The words of a project may stand in
/// different places, one in the title and another in a file.
record SqliteSearch(SqliteSession session) {
    List<SearchHit> search(SearchWords query) throws SQLException {
        List<String> words = query.words();
        if (words.isEmpty()) {
            return List.of();
        }
        String any = words.stream().map(SqliteSearch::quote).collect(Collectors.joining(" OR "));
        Set<String> projects = withAll(words);
        List<SearchHit> hits = new ArrayList<>();
        for (Map.Entry<String, Long> best : bestTexts(any).entrySet()) {
            if (projects.contains(best.getKey())) {
                Project project = new SqliteProjects(session).get(best.getKey()).orElseThrow();
                hits.add(new SearchHit(project, query.snippet(text(best.getValue()))));
            }
        }
        return hits;
    }

    private Set<String> withAll(List<String> words) throws SQLException {
        Set<String> all = new HashSet<>(withWord(words.getFirst()));
        for (String word : words.subList(1, words.size())) {
            all.retainAll(new HashSet<>(withWord(word)));
        }
        return all;
    }

    private List<String> withWord(String word) throws SQLException {
        return session.list(
                "SELECT DISTINCT project_id FROM project_text WHERE text_id IN"
                        + " (SELECT rowid FROM text_search WHERE text_search MATCH ?)",
                r -> r.getString(1),
                quote(word));
    }

    /// The best matching text of each project, the best project first.
    private Map<String, Long> bestTexts(String query) throws SQLException {
        Map<String, Long> best = new LinkedHashMap<>();
        session.list(
                "SELECT pt.project_id, hit.id FROM (SELECT rowid AS id, bm25(text_search) AS score"
                        + " FROM text_search WHERE text_search MATCH ?) hit"
                        + " JOIN project_text pt ON pt.text_id = hit.id"
                        + " JOIN project p ON p.id = pt.project_id"
                        + " ORDER BY hit.score, p.updated DESC",
                r -> best.putIfAbsent(r.getString(1), r.getLong(2)) == null,
                query);
        return best;
    }

    private String text(long id) throws SQLException {
        return session.first("SELECT body FROM text WHERE id = ?", r -> r.getString(1), id)
                .orElseThrow();
    }

    /// Any word as a phrase of the query language that matches its beginnings.
    private static String quote(String word) {
        return '"' + word.replace("\"", "\"\"") + "\"*";
    }
}
