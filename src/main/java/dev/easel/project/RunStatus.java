package dev.easel.project;

/// How a run stands, or ended.
public enum RunStatus {
    /// Under way. Found in the store at start-up it means that the program died: see [#PARTIAL].
    RUNNING,
    /// The model finished and its files are a revision.
    COMPLETE,
    /// The reply broke off (connection, limit, kill) after something had arrived.
    PARTIAL,
    /// The user stopped it.
    CANCELLED,
    /// Nothing usable came; [Run#message()] says why.
    FAILED
}
