package dev.easel.app;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.easel.provider.ModelInfo;
import dev.easel.provider.ModelProvider;
import dev.easel.provider.ProviderException;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `easel models`: what every provider lists. One that cannot be asked says why.
@Command(
        name = "models",
        description = "Lists the models of every provider.",
        mixinStandardHelpOptions = true)
final class ModelsCommand implements Callable<Integer> {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Option(names = "--provider", paramLabel = "NAME", description = "only this one")
    private String provider = "";

    @Option(names = "--json", description = "print JSON")
    private boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs
    private CommandSpec spec;

    @Override
    public Integer call() {
        ArrayNode all = JSON.createArrayNode();
        boolean listed = false;
        try (Services services = new Services()) {
            List<ModelProvider> asked =
                    provider.isEmpty()
                            ? services.providers()
                            : List.of(ProviderOptions.find(services, provider));
            for (ModelProvider one : asked) {
                listed |= list(one, all.addObject().put("provider", one.id()));
            }
        }
        if (json) {
            spec.commandLine().getOut().println(all.toPrettyString());
        }
        return listed ? 0 : EaselCommand.FAILED;
    }

    private boolean list(ModelProvider asked, ObjectNode node) {
        PrintWriter out = spec.commandLine().getOut();
        try {
            ArrayNode models = node.putArray("models");
            for (ModelInfo model : asked.models()) {
                models.addObject()
                        .put("id", model.id())
                        .put("label", model.label())
                        .put("inputLimit", model.inputLimit())
                        .put("outputLimit", model.outputLimit())
                        .put("thinking", model.thinking());
                text(out, asked.id() + "\t" + model.id() + "\t" + model.label());
            }
            return true;
        } catch (ProviderException e) {
            node.put("problem", e.getMessage());
            text(out, asked.id() + "\t-\t" + e.getMessage());
            return false;
        }
    }

    private void text(PrintWriter out, String line) {
        if (!json) {
            out.println(line);
        }
    }
}
