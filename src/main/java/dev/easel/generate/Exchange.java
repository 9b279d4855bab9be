package dev.easel.generate;

import dev.easel.project.Attachment;
import dev.easel.project.Origin;
import dev.easel.project.Revision;
import dev.easel.project.Run;
import dev.easel.provider.GenerateRequest;
import dev.easel.provider.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The request of a run: of a prompt, or of what Easel asks after a reply.
///
/// @param chain the runs of the exchange before this one; none for a prompt
/// @param guidance of the project
/// @param images of the prompt that the exchange began with
record Exchange(
        PromptComposer composer,
        RunSpec spec,
        RunChain chain,
        Guidance guidance,
        List<Attachment> images) {
    /// @param others all other runs of the project, oldest first
    PromptComposer.Composed compose(List<Run> others, Optional<Revision> current) {
        Optional<Run> root = chain.runs().stream().findFirst();
        List<Run> earlier = root.map(r -> others.subList(0, others.indexOf(r))).orElse(others);
        Message prompt =
                new Message(
                        Message.Role.USER,
                        root.map(Run::prompt).orElse(spec.prompt()),
                        images(images));
        PromptComposer.Composed composed =
                composer.compose(
                        spec.model(),
                        spec.thinking(),
                        prompt,
                        earlier,
                        current,
                        guidance,
                        spec.budget());
        GenerateRequest request = composed.request();
        List<Message> messages = new ArrayList<>(request.messages());
        messages.addAll(chain.turns());
        messages.addAll(lastTurn());
        return new PromptComposer.Composed(
                new GenerateRequest(
                        request.model(), request.system(), messages, request.thinking()),
                composed.sent());
    }

    /// Images as providers take them.
    static List<Message.Image> images(List<Attachment> attachments) {
        return attachments.stream()
                .map(a -> new Message.Image(a.note().mimeType(), a.bytes()))
                .toList();
    }

    private List<Message> lastTurn() {
        boolean over = spec.origin().kind() == Origin.Kind.CONTINUE;
        String said = over ? ReplyJoin.kept(chain.reply()) : chain.reply();
        return said.isEmpty()
                ? List.of()
                : List.of(Message.model(said), Message.user(spec.prompt()));
    }

    /// The reply that broke off and is gone on with; empty for other runs.
    String broken() {
        return spec.origin().kind() == Origin.Kind.CONTINUE ? chain.reply() : "";
    }
}
