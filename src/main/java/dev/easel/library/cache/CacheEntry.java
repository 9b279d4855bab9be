package dev.easel.library.cache;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A [CachedFile] as it stands on disk. What is read from there is input as any other.
@JsonIgnoreProperties(ignoreUnknown = true)
record CacheEntry(
        String address,
        String movedTo,
        String mediaType,
        String sha256,
        long bytes,
        String fetched) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    static byte[] write(CachedFile file) throws JsonProcessingException {
        return JSON.writeValueAsBytes(
                new CacheEntry(
                        file.address(),
                        file.movedTo(),
                        file.mediaType(),
                        file.sha256(),
                        file.bytes(),
                        file.fetched().toString()));
    }

    /// @throws IOException when it is damaged
    static CachedFile read(byte[] text) throws IOException {
        // The text "null" is JSON, too.
        @Nullable CacheEntry entry = JSON.readValue(text, CacheEntry.class);
        if (entry == null || !entry.isWhole()) {
            throw new IOException("The cache has an entry that says nothing");
        }
        try {
            return new CachedFile(
                    entry.address,
                    entry.movedTo,
                    entry.mediaType,
                    entry.sha256,
                    entry.bytes,
                    Instant.parse(entry.fetched));
        } catch (DateTimeException e) {
            throw new IOException(e);
        }
    }

    @SuppressWarnings("ConstantValue") // Jackson leaves null what the file does not have.
    private boolean isWhole() {
        return address != null
                && movedTo != null
                && mediaType != null
                && sha256 != null
                && fetched != null
                && WebAddress.parse(address).isPresent()
                && (movedTo.isEmpty()
                        ? HASH.matcher(sha256).matches()
                        : WebAddress.parse(movedTo).isPresent());
    }
}
