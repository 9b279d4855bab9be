package dev.easel.library.cache;

import java.util.Set;
import java.util.TreeSet;

/// What the user has said about fetching, besides single addresses.
///
/// @param allowed hosts whose files may be fetched when a page names them; lower case
/// @param denied hosts that are never asked, whatever else is allowed
public record FetchRules(Mode mode, Set<String> allowed, Set<String> denied) {
    /// What happens to an address that nobody has decided about.
    public enum Mode {
        /// Nothing is fetched, not even what was allowed before; kept files still answer.
        NEVER,
        /// It is denied, and offered to the user.
        ASK,
        /// It is fetched when its host is one of the well-known CDNs of [CdnNames], whose owners
        /// are not those of the page; everything else is offered.
        ALWAYS,
        /// It is fetched from any public host. Only of the command line, where nobody can be asked.
        EVERY_HOST
    }

    /// How Easel comes: ask.
    public static final FetchRules USUAL = new FetchRules(Mode.ASK, Set.of(), Set.of());

    public FetchRules {
        allowed = Set.copyOf(allowed);
        denied = Set.copyOf(denied);
    }

    /// These with another mode.
    public FetchRules with(Mode other) {
        return new FetchRules(other, allowed, denied);
    }

    /// These with a host allowed, and no longer denied.
    public FetchRules allowing(String host) {
        return new FetchRules(mode, plus(allowed, host), minus(denied, host));
    }

    /// These with a host denied, and no longer allowed.
    public FetchRules denying(String host) {
        return new FetchRules(mode, minus(allowed, host), plus(denied, host));
    }

    /// These with nothing said about a host.
    public FetchRules forgetting(String host) {
        return new FetchRules(mode, minus(allowed, host), minus(denied, host));
    }

    /// Whether an address that is written in the page's own files may be fetched from this host
    /// without a question.
    boolean trusts(String host) {
        return !denied.contains(host)
                && switch (mode) {
                    case NEVER -> false;
                    case ASK -> allowed.contains(host);
                    case ALWAYS -> allowed.contains(host) || CdnNames.contains(host);
                    case EVERY_HOST -> true;
                };
    }

    private static Set<String> plus(Set<String> hosts, String host) {
        Set<String> result = new TreeSet<>(hosts);
        result.add(host);
        return result;
    }

    private static Set<String> minus(Set<String> hosts, String host) {
        Set<String> result = new TreeSet<>(hosts);
        result.remove(host);
        return result;
    }
}
