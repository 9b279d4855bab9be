package dev.easel.provider.samples;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The built-in samples, in the order shown.
public final class SampleCatalog {
    /// Where the samples of Easel are on the class path.
    public static final String BUILT_IN = "assets/samples";

    private static final System.Logger LOG = System.getLogger(SampleCatalog.class.getName());
    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<Sample> samples;

    public SampleCatalog(List<Sample> samples) {
        this.samples = List.copyOf(samples);
    }

    /// Reads `index.json` under `root`, a JSON array of ids, and for each id
    /// `<id>/{sample.json,prompt.txt,thoughts.md,reply.md}`. A sample that cannot be read is logged
    /// and left out, so that it does not take the others along. Blocking; some milliseconds.
    ///
    /// @param root a folder on the class path, e.g. [#BUILT_IN]
    /// @throws IOException if there is no readable index
    public static SampleCatalog read(String root) throws IOException {
        List<Sample> samples = new ArrayList<>();
        for (JsonNode id : JSON.readTree(text(root + "/index.json"))) {
            try {
                samples.add(sample(root, id.asText()));
            } catch (IOException e) {
                LOG.log(Level.WARNING, "The sample {0} is left out: {1}", id, e.getMessage());
            }
        }
        return new SampleCatalog(samples);
    }

    public List<Sample> samples() {
        return samples;
    }

    public Optional<Sample> find(String id) {
        return samples.stream().filter(sample -> sample.id().equals(id)).findFirst();
    }

    /// The sample whose keywords fit `prompt` best, the earlier one if two fit equally; empty if
    /// none fits at all.
    public Optional<Sample> bestMatch(String prompt) {
        PromptWords words = new PromptWords(prompt);
        return samples.stream()
                .filter(sample -> words.fit(sample) > 0)
                .max(Comparator.comparingInt(words::fit));
    }

    private static Sample sample(String root, String id) throws IOException {
        String folder = root + "/" + id + "/";
        JsonNode facts = JSON.readTree(text(folder + "sample.json"));
        List<String> keywords = new ArrayList<>();
        facts.path("keywords").forEach(keyword -> keywords.add(keyword.asText()));
        return new Sample(
                id,
                facts.path("title").asText(id),
                facts.path("summary").asText(),
                keywords,
                facts.path("icon").asText(),
                text(folder + "prompt.txt").strip(),
                text(folder + "thoughts.md"),
                text(folder + "reply.md"));
    }

    private static String text(String resource) throws IOException {
        ClassLoader loader = SampleCatalog.class.getClassLoader();
        try (InputStream in = loader.getResourceAsStream(resource)) {
            if (in == null) {
                throw new FileNotFoundException(resource + " is not on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
