package dev.easel.library.cache;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// Which addresses of the cache the pages of each project have used. Thread-safe.
final class ProjectUses {
    private static final System.Logger LOG = System.getLogger(ProjectUses.class.getName());
    private static final Pattern PROJECT = Pattern.compile("[a-z0-9-]{1,63}");

    private final ObjectMapper json = new ObjectMapper();
    private final Path directory;
    private final FileWriting writing;
    private final Map<String, Set<String>> known = new HashMap<>();

    ProjectUses(Path directory, FileWriting writing) {
        this.directory = directory;
        this.writing = writing;
    }

    /// Loses nothing of what a page sees when it cannot be written: it is logged.
    synchronized void add(String projectId, String address) {
        if (!PROJECT.matcher(projectId).matches() || !addresses(projectId).add(address)) {
            return;
        }
        try {
            writing.write(file(projectId), json.writeValueAsBytes(addresses(projectId)));
        } catch (IOException e) {
            LOG.log(Level.WARNING, "Which files {0} uses cannot be noted: {1}", projectId, e);
        }
    }

    synchronized List<String> of(String projectId) {
        return PROJECT.matcher(projectId).matches() ? List.copyOf(addresses(projectId)) : List.of();
    }

    synchronized void forget() {
        known.clear();
    }

    private Set<String> addresses(String projectId) {
        return known.computeIfAbsent(projectId, this::read);
    }

    private Set<String> read(String projectId) {
        try {
            return json.readValue(
                    Files.readAllBytes(file(projectId)),
                    new TypeReference<LinkedHashSet<String>>() {});
        } catch (NoSuchFileException e) {
            return new LinkedHashSet<>();
        } catch (IOException e) {
            LOG.log(Level.WARNING, "Which files {0} uses cannot be read: {1}", projectId, e);
            return new LinkedHashSet<>();
        }
    }

    private Path file(String projectId) {
        return directory.resolve(projectId + ".json");
    }
}
