package dev.easel.library.cache;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/// One file on its way, and everybody who waits for it. Thread-safe.
final class Transfer {
    private final Map<FetchTicket, CompletableFuture<CachedFile>> waiting = new LinkedHashMap<>();
    private final FetchTicket ticket = new FetchTicket(this::arrived);
    private boolean abandoned;

    /// What the work itself looks at: cancelled when the last one has left.
    FetchTicket ticket() {
        return ticket;
    }

    /// @return false when everybody had left before
    boolean join(FetchTicket joining) {
        synchronized (this) {
            if (abandoned) {
                return false;
            }
            waiting.put(joining, new CompletableFuture<>());
        }
        joining.whenCancelled(() -> leave(joining));
        return true;
    }

    CachedFile await(FetchTicket joined) throws FetchException {
        try {
            return future(joined).get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof FetchException failure) {
                throw failure;
            }
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            joined.cancel();
            throw new FetchFailures().cancelled();
        }
    }

    private synchronized CompletableFuture<CachedFile> future(FetchTicket joined) {
        return waiting.getOrDefault(
                joined, CompletableFuture.failedFuture(new FetchFailures().cancelled()));
    }

    void succeed(CachedFile file) {
        end().forEach(f -> f.complete(file));
    }

    void fail(FetchException why) {
        end().forEach(f -> f.completeExceptionally(why));
    }

    private synchronized List<CompletableFuture<CachedFile>> end() {
        return List.copyOf(waiting.values());
    }

    private void leave(FetchTicket leaving) {
        CompletableFuture<CachedFile> future;
        boolean isLast;
        synchronized (this) {
            future = waiting.remove(leaving);
            isLast = future != null && waiting.isEmpty();
            abandoned |= isLast;
        }
        if (future != null) {
            future.completeExceptionally(new FetchFailures().cancelled());
        }
        if (isLast) {
            ticket.cancel();
        }
    }

    private void arrived(long bytes, long total) {
        List<FetchTicket> all;
        synchronized (this) {
            all = List.copyOf(waiting.keySet());
        }
        all.forEach(t -> t.arrived(bytes, total));
    }
}
