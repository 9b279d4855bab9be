package dev.easel.library.cache;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.function.Predicate;

/// The transfers that are under way: each address at most once, and a few at a time.
final class Fetches {
    private static final int AT_ONCE = 6;

    /// Fetches and keeps one file.
    interface Work {
        CachedFile fetch(
                WebAddress address, String kind, Predicate<String> hosts, FetchTicket ticket)
                throws FetchException;
    }

    private final Map<WebAddress, Transfer> running = new ConcurrentHashMap<>();
    private final Semaphore slots = new Semaphore(AT_ONCE);
    private final Work work;
    private final Executor background;

    /// @param background a thread for each transfer
    Fetches(Work work, Executor background) {
        this.work = work;
        this.background = background;
    }

    /// Fetches a file, or waits with the others who want it. Blocking, until the file is kept or
    /// the ticket is cancelled.
    CachedFile fetch(WebAddress address, String kind, Predicate<String> hosts, FetchTicket ticket)
            throws FetchException {
        while (true) {
            Transfer fresh = new Transfer();
            Transfer transfer = running.computeIfAbsent(address, a -> fresh);
            if (transfer.join(ticket)) {
                if (transfer == fresh) {
                    background.execute(() -> run(address, kind, hosts, fresh));
                }
                return transfer.await(ticket);
            }
            // The last one who wanted it has just left; its end is near.
            running.remove(address, transfer);
        }
    }

    private void run(WebAddress address, String kind, Predicate<String> hosts, Transfer transfer) {
        slots.acquireUninterruptibly();
        try {
            transfer.succeed(work.fetch(address, kind, hosts, transfer.ticket()));
        } catch (FetchException e) {
            transfer.fail(e);
        } catch (RuntimeException e) {
            transfer.fail(new FetchFailures().unexpected(e));
        } finally {
            slots.release();
            running.remove(address, transfer);
        }
    }
}
