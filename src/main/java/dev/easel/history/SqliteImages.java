package dev.easel.history;

import dev.easel.project.Attachment;
import dev.easel.project.ImageNote;
import dev.easel.project.Prompt;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Images that go along with prompts, inside a transaction of the caller. Each is kept once, under
/// the SHA-256 of its bytes.
record SqliteImages(SqliteSession session) {
    // The length of a blob is in its row's head: nothing of the image is read for it.
    private static final String NOTE =
            "u.name, i.mime, i.width, i.height, length(i.body), i.thumbnail";

    /// The images of a run, in their order.
    List<Attachment> ofRun(String runId) throws SQLException {
        return attachments("run_image u", "u.run_id = ?", runId);
    }

    /// What is known of the images of a project's runs, by run id. Reads no images.
    Map<String, List<ImageNote>> notes(String projectId) throws SQLException {
        Map<String, List<ImageNote>> notes = new LinkedHashMap<>();
        session.list(
                "SELECT "
                        + NOTE
                        + ", u.run_id FROM run r JOIN run_image u ON u.run_id = r.id"
                        + " JOIN image i ON i.id = u.image_id WHERE r.project_id = ?"
                        + " ORDER BY r.sequence, u.position",
                row ->
                        notes.computeIfAbsent(row.getString(7), id -> new ArrayList<>())
                                .add(note(row)),
                projectId);
        return notes;
    }

    void addToRun(String runId, List<Attachment> images) throws SQLException {
        insert("run_image (position, name, image_id, run_id) VALUES (?, ?, ?, ?)", images, runId);
    }

    /// The prompts that wait in a project, with their images.
    List<Prompt> queue(String projectId) throws SQLException {
        Map<Long, String> texts = new LinkedHashMap<>();
        session.list(
                "SELECT sequence, prompt FROM queued WHERE project_id = ? ORDER BY sequence",
                row -> texts.put(row.getLong(1), row.getString(2)),
                projectId);
        List<Prompt> prompts = new ArrayList<>();
        for (Map.Entry<Long, String> text : texts.entrySet()) {
            prompts.add(
                    new Prompt(
                            text.getValue(),
                            attachments("queued_image u", "u.queued = ?", text.getKey())));
        }
        return prompts;
    }

    void setQueue(String projectId, List<Prompt> prompts) throws SQLException {
        session.update("DELETE FROM queued WHERE project_id = ?", projectId);
        for (Prompt prompt : prompts) {
            session.update(
                    "INSERT INTO queued (project_id, prompt) VALUES (?, ?)",
                    projectId,
                    prompt.text());
            long queued = session.number("SELECT last_insert_rowid()");
            insert(
                    "queued_image (position, name, image_id, queued) VALUES (?, ?, ?, ?)",
                    prompt.images(),
                    queued);
        }
        forgetUnused();
    }

    List<Attachment> draft() throws SQLException {
        return attachments("draft_image u", "1 = ?", 1);
    }

    void setDraft(List<Attachment> images) throws SQLException {
        session.update("DELETE FROM draft_image");
        insert("draft_image (position, name, image_id) VALUES (?, ?, ?)", images);
        forgetUnused();
    }

    /// Deletes the images that nothing names any more.
    void forgetUnused() throws SQLException {
        session.update("DELETE FROM image WHERE id NOT IN (SELECT image_id FROM image_use)");
    }

    /// @param owner what has the images, the last column if there is one
    private void insert(String into, List<Attachment> images, Object... owner) throws SQLException {
        int position = 0;
        for (Attachment image : images) {
            Stream<Object> use = Stream.of(position++, image.note().name(), intern(image));
            session.update("INSERT INTO " + into, Stream.concat(use, Stream.of(owner)).toArray());
        }
    }

    private long intern(Attachment image) throws SQLException {
        byte[] hash = SqliteTexts.sha256(image.bytes());
        ImageNote note = image.note();
        session.update(
                "INSERT INTO image (hash, mime, width, height, thumbnail, body)"
                        + " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (hash) DO NOTHING",
                hash,
                note.mimeType(),
                note.width(),
                note.height(),
                note.thumbnail(),
                image.bytes());
        return session.number("SELECT id FROM image WHERE hash = ?", hash);
    }

    private List<Attachment> attachments(String uses, String condition, Object value)
            throws SQLException {
        return session.list(
                "SELECT "
                        + NOTE
                        + ", i.body FROM "
                        + uses
                        + " JOIN image i ON i.id = u.image_id WHERE "
                        + condition
                        + " ORDER BY u.position",
                row -> new Attachment(note(row), row.getBytes(7)),
                value);
    }

    private static ImageNote note(ResultSet row) throws SQLException {
        return new ImageNote(
                row.getString(1),
                row.getString(2),
                row.getInt(3),
                row.getInt(4),
                row.getInt(5),
                row.getBytes(6));
    }
}
