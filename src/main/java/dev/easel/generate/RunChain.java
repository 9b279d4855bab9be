package dev.easel.generate;

import dev.easel.project.Origin;
import dev.easel.project.Run;
import dev.easel.provider.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The runs of one exchange: what the user asked, and what Easel asked after it because the reply
/// broke off or could not be used.
///
/// @param runs oldest first; the first was the user's
public record RunChain(List<Run> runs) {
    static final RunChain NONE = new RunChain(List.of());

    public RunChain {
        runs = List.copyOf(runs);
    }

    /// The exchange that a run belongs to, up to that run.
    ///
    /// @param all the runs of its project
    public static RunChain endingWith(List<Run> all, String runId) {
        List<Run> chain = new ArrayList<>();
        Optional<Run> run = find(all, runId);
        while (run.isPresent() && !chain.contains(run.get())) {
            chain.addFirst(run.get());
            Origin origin = run.get().origin();
            run = origin.kind().isSameExchange() ? find(all, origin.follows()) : Optional.empty();
        }
        return new RunChain(chain);
    }

    private static Optional<Run> find(List<Run> all, String runId) {
        return all.stream().filter(r -> r.id().equals(runId)).findFirst();
    }

    /// The last reply as a whole, joined from its parts if it broke off on the way.
    public String reply() {
        String reply = "";
        for (Run run : runs) {
            reply =
                    run.origin().kind() == Origin.Kind.CONTINUE
                            ? ReplyJoin.join(reply, run.reply())
                            : run.reply();
        }
        return reply;
    }

    /// What the last run said besides its files.
    public String prose() {
        if (runs.isEmpty()) {
            return "";
        }
        boolean goesOn = runs.getLast().origin().kind() == Origin.Kind.CONTINUE;
        String before = goesOn ? new RunChain(runs.subList(0, runs.size() - 1)).reply() : "";
        String kept = ReplyJoin.kept(before);
        StringBuilder prose = new StringBuilder();
        ArtifactParser parser =
                new ArtifactParser(event -> {
                    if (event instanceof ArtifactEvent.Prose(String text)) {
                        prose.append(text);
                    }
                });
        parser.accept(kept);
        prose.setLength(0);
        parser.accept(reply().substring(kept.length()));
        parser.finish();
        return prose.toString();
    }

    /// The conversation after the root's request: every reply as a whole and what was asked then,
    /// without the last reply.
    List<Message> turns() {
        List<Message> turns = new ArrayList<>();
        for (int i = 1; i < runs.size(); i++) {
            if (runs.get(i).origin().kind() != Origin.Kind.CONTINUE) {
                turns.add(Message.model(new RunChain(runs.subList(0, i)).reply()));
                turns.add(Message.user(runs.get(i).prompt()));
            }
        }
        return turns;
    }

    boolean has(Origin.Kind kind) {
        return runs.stream().anyMatch(r -> r.origin().kind() == kind);
    }
}
