package dev.easel.history;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// The process that runs a run. Several Easel processes may use one history at a time, so a run
/// that is RUNNING was interrupted only if this process is gone.
///
/// @param started tells a process apart from a later one that got the same id
record RunOwner(long pid, Instant started) {
    // Linux computes start times from the boot time, which moves a little with the clock.
    private static final Duration SAME = Duration.ofSeconds(10);

    static RunOwner thisProcess() {
        return of(ProcessHandle.current());
    }

    static RunOwner of(ProcessHandle process) {
        return new RunOwner(process.pid(), process.info().startInstant().orElse(Instant.EPOCH));
    }

    /// A process whose start time the system does not tell counts as the same: rather recover a
    /// dead run late than a living one too early.
    boolean isAlive() {
        Optional<ProcessHandle> process = ProcessHandle.of(pid).filter(ProcessHandle::isAlive);
        return process.isPresent() && isSameStart(of(process.get()).started);
    }

    private boolean isSameStart(Instant other) {
        return started.equals(Instant.EPOCH)
                || other.equals(Instant.EPOCH)
                || Duration.between(started, other).abs().compareTo(SAME) <= 0;
    }
}
