-- Every image that went along with a prompt is kept once, under the SHA-256 of its bytes. The small
-- picture stands before the large one: lists never read past it.
CREATE TABLE image (
    id INTEGER PRIMARY KEY,
    hash BLOB NOT NULL UNIQUE,
    mime TEXT NOT NULL,
    width INTEGER NOT NULL,
    height INTEGER NOT NULL,
    thumbnail BLOB NOT NULL,
    body BLOB NOT NULL
) STRICT;

CREATE TABLE run_image (
    run_id TEXT NOT NULL REFERENCES run (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    image_id INTEGER NOT NULL REFERENCES image (id),
    PRIMARY KEY (run_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX run_image_image ON run_image (image_id);

CREATE TABLE queued_image (
    queued INTEGER NOT NULL REFERENCES queued (sequence) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    image_id INTEGER NOT NULL REFERENCES image (id),
    PRIMARY KEY (queued, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX queued_image_image ON queued_image (image_id);

-- The images beside what is typed and not sent.
CREATE TABLE draft_image (
    position INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    image_id INTEGER NOT NULL REFERENCES image (id)
) STRICT;

-- Which images are in use.
CREATE VIEW image_use (image_id) AS
    SELECT image_id FROM run_image
    UNION ALL SELECT image_id FROM queued_image
    UNION ALL SELECT image_id FROM draft_image;

-- What the user set for one project, e.g. its preset; what is not set has no row.
CREATE TABLE project_setting (
    project_id TEXT NOT NULL REFERENCES project (id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (project_id, name)
) STRICT, WITHOUT ROWID;
