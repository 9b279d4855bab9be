-- Every searchable text is kept once, under the SHA-256 of its UTF-8 bytes: titles, prompts, replies
-- and files. A revision that changes one file of ten adds one row.
CREATE TABLE text (
    id INTEGER PRIMARY KEY,
    hash BLOB NOT NULL UNIQUE,
    body TEXT NOT NULL
) STRICT;

-- The index reads the words it shows from `text`, so that no text is stored twice.
CREATE VIRTUAL TABLE text_search USING fts5 (
    body,
    content = 'text',
    content_rowid = 'id',
    tokenize = 'unicode61 remove_diacritics 2',
    prefix = '2 3'
);
CREATE TRIGGER text_added AFTER INSERT ON text BEGIN
    INSERT INTO text_search (rowid, body) VALUES (new.id, new.body);
END;
CREATE TRIGGER text_removed AFTER DELETE ON text BEGIN
    INSERT INTO text_search (text_search, rowid, body) VALUES ('delete', old.id, old.body);
END;

-- Times are milliseconds since 1970, UTC.
CREATE TABLE project (
    id TEXT PRIMARY KEY,
    title_id INTEGER NOT NULL REFERENCES text (id),
    created INTEGER NOT NULL,
    updated INTEGER NOT NULL
) STRICT;
CREATE INDEX project_title ON project (title_id);

-- `owner_pid` and `owner_started` name the process that runs it; NULL once it has ended.
CREATE TABLE run (
    sequence INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    project_id TEXT NOT NULL REFERENCES project (id) ON DELETE CASCADE,
    started INTEGER NOT NULL,
    provider TEXT NOT NULL,
    model TEXT NOT NULL,
    model_version TEXT NOT NULL DEFAULT '',
    thinking TEXT NOT NULL,
    prompt_id INTEGER NOT NULL REFERENCES text (id),
    status TEXT NOT NULL,
    thoughts TEXT NOT NULL DEFAULT '',
    reply_id INTEGER REFERENCES text (id),
    message TEXT NOT NULL DEFAULT '',
    prompt_tokens INTEGER NOT NULL DEFAULT 0,
    cached_tokens INTEGER NOT NULL DEFAULT 0,
    output_tokens INTEGER NOT NULL DEFAULT 0,
    thought_tokens INTEGER NOT NULL DEFAULT 0,
    estimated INTEGER NOT NULL DEFAULT 0,
    first_thought INTEGER NOT NULL DEFAULT -1,
    first_token INTEGER NOT NULL DEFAULT -1,
    total INTEGER NOT NULL DEFAULT -1,
    owner_pid INTEGER,
    owner_started INTEGER
) STRICT;
CREATE INDEX run_project ON run (project_id);
CREATE INDEX run_prompt ON run (prompt_id);
CREATE INDEX run_reply ON run (reply_id);
CREATE INDEX run_running ON run (status) WHERE status = 'RUNNING';

-- What has arrived and is not yet in the run's own row. UTF-16, big endian: a chunk may end inside a
-- surrogate pair, which UTF-8 cannot hold.
CREATE TABLE chunk (
    id INTEGER PRIMARY KEY,
    run_id TEXT NOT NULL REFERENCES run (id) ON DELETE CASCADE,
    kind TEXT NOT NULL CHECK (kind IN ('THOUGHT', 'REPLY')),
    body BLOB NOT NULL
) STRICT;
CREATE INDEX chunk_run ON chunk (run_id);

CREATE TABLE revision (
    id TEXT PRIMARY KEY,
    project_id TEXT NOT NULL REFERENCES project (id) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    created INTEGER NOT NULL,
    run_id TEXT NOT NULL REFERENCES run (id) ON DELETE CASCADE,
    partial INTEGER NOT NULL,
    UNIQUE (project_id, number)
) STRICT;
CREATE INDEX revision_run ON revision (run_id);

CREATE TABLE revision_file (
    revision_id TEXT NOT NULL REFERENCES revision (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    path TEXT NOT NULL,
    text_id INTEGER NOT NULL REFERENCES text (id),
    PRIMARY KEY (revision_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX revision_file_text ON revision_file (text_id);

-- Which texts are part of which project.
CREATE VIEW project_text (project_id, text_id) AS
    SELECT id, title_id FROM project
    UNION ALL SELECT project_id, prompt_id FROM run
    UNION ALL SELECT project_id, reply_id FROM run WHERE reply_id IS NOT NULL
    UNION ALL SELECT r.project_id, f.text_id
        FROM revision_file f JOIN revision r ON r.id = f.revision_id;
