-- What the runs of deleted projects used, without a word of what was said: what was spent on a day,
-- and the limit of the day with it, must not shrink when a project goes. The columns are those of `run`.
CREATE TABLE deleted_run (
    started INTEGER NOT NULL,
    status TEXT NOT NULL,
    prompt_tokens INTEGER NOT NULL,
    output_tokens INTEGER NOT NULL,
    thought_tokens INTEGER NOT NULL,
    estimated INTEGER NOT NULL,
    cost INTEGER
) STRICT;
CREATE INDEX deleted_run_started ON deleted_run (started);
