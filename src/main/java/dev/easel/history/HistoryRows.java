package dev.easel.history;

import dev.easel.history.HistoryRepository.SearchHit;
import dev.easel.history.HistoryRow.Heading;
import dev.easel.history.HistoryRow.ProjectRow;
import dev.easel.history.HistoryRow.RevisionRow;
import dev.easel.project.Project;
import dev.easel.project.Revision;
import dev.easel.text.Texts;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;

/// Lays a listing out in lines: projects by day, what was found by relevance, the open project
/// unfolded.
record HistoryRows(Clock clock) {
    private static final Texts TEXTS = Texts.of(HistoryRows.class);

    /// @param currentRevision id of the revision that the window shows, or empty
    List<HistoryRow> of(HistoryListing listing, String currentRevision) {
        List<HistoryRow> rows = new ArrayList<>();
        String heading = "";
        for (SearchHit hit : listing.hits()) {
            String next =
                    listing.searched()
                            ? TEXTS.get("day.found", listing.hits().size())
                            : day(hit.project());
            if (!next.equals(heading)) {
                heading = next;
                rows.add(new Heading(heading));
            }
            add(rows, hit, listing, currentRevision);
        }
        return rows;
    }

    private void add(
            List<HistoryRow> rows, SearchHit hit, HistoryListing listing, String currentRevision) {
        Project project = hit.project();
        int count = listing.counts().getOrDefault(project.id(), 0);
        boolean open =
                listing.open().filter(o -> o.project().id().equals(project.id())).isPresent();
        String when = listing.searched() ? day(project) : time(project.updated());
        String detail = TEXTS.get("project.detail", count, when);
        // A title that matched is to be read there already.
        boolean isTitle = hit.snippet().replaceAll("[\u0002\u0003]", "").equals(project.title());
        rows.add(new ProjectRow(project, count, detail, isTitle ? "" : hit.snippet(), open));
        if (open) {
            listing.open().ifPresent(o -> unfold(rows, o, currentRevision));
        }
    }

    private void unfold(List<HistoryRow> rows, HistoryListing.Open open, String currentRevision) {
        for (Revision revision : open.revisions()) {
            String prompt = open.prompts().getOrDefault(revision.runId(), "");
            rows.add(
                    new RevisionRow(
                            revision,
                            prompt.strip().replaceAll("\\s+", " "),
                            time(revision.created()),
                            revision.id().equals(currentRevision)));
        }
    }

    private String day(Project project) {
        LocalDate day = LocalDate.ofInstant(project.updated(), clock.getZone());
        LocalDate today = LocalDate.now(clock);
        if (day.equals(today)) {
            return TEXTS.get("day.today");
        }
        if (day.equals(today.minusDays(1))) {
            return TEXTS.get("day.yesterday");
        }
        return day.format(DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG));
    }

    private String time(Instant instant) {
        return DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                .format(instant.atZone(clock.getZone()));
    }
}
