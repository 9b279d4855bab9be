package dev.easel.settings;

import java.nio.file.Path;
import java.util.Map;
import net.harawata.appdirs.AppDirs;
import net.harawata.appdirs.AppDirsFactory;

/// Where Easel keeps what it must not lose (`data`), what it can make again (`cache`) and what the
/// user chose (`config`). Nothing is created here.
public record DataDirectories(Path data, Path cache, Path config) {
    /// The system's own places (XDG on Linux), or all of it under `EASEL_HOME` when that is set.
    ///
    /// @param environment as [System#getenv()]
    public static DataDirectories of(Map<String, String> environment) {
        String home = environment.getOrDefault("EASEL_HOME", "");
        if (!home.isBlank()) {
            Path root = Path.of(home);
            return new DataDirectories(
                    root.resolve("data"), root.resolve("cache"), root.resolve("config"));
        }
        AppDirs dirs = AppDirsFactory.getInstance();
        return new DataDirectories(
                Path.of(dirs.getUserDataDir("easel", null, null)),
                Path.of(dirs.getUserCacheDir("easel", null, null)),
                Path.of(dirs.getUserConfigDir("easel", null, null)));
    }

    /// The history.
    public Path database() {
        return data.resolve("easel.db");
    }

    /// What pages store (localStorage), a folder for each project.
    public Path previewStorage() {
        return data.resolve("preview");
    }

    /// The user's own prices of models; made by the user.
    public Path prices() {
        return data.resolve("prices.json");
    }

    /// Names the project whose page has not been seen to answer.
    public Path startNote() {
        return data.resolve("starting");
    }

    /// What pages were allowed to fetch.
    public Path fetchedFiles() {
        return cache.resolve("library");
    }

    public Path settingsFile() {
        return config.resolve("settings.json");
    }
}
