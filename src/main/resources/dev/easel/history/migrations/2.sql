-- Why a run was started: by a prompt, or by Easel after the run that it follows.
ALTER TABLE run ADD COLUMN kind TEXT NOT NULL DEFAULT 'PROMPT';
ALTER TABLE run ADD COLUMN follows TEXT NOT NULL DEFAULT '';

-- What was typed while another run was under way, and waits for its turn.
CREATE TABLE queued (
    sequence INTEGER PRIMARY KEY,
    project_id TEXT NOT NULL REFERENCES project (id) ON DELETE CASCADE,
    prompt TEXT NOT NULL
) STRICT;
CREATE INDEX queued_project ON queued (project_id);
