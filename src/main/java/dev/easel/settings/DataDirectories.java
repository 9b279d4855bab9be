package dev.easel.settings;

import java.nio.file.Path;
import java.util.Map;
import net.harawata.appdirs.AppDirs;
import net.harawata.appdirs.AppDirsFactory;

/// Where Easel keeps what it keeps: the system's usual places (XDG on Linux), or all of it under
/// `EASEL_HOME` when that is set. Makes no folder: whoever writes there does.
///
/// @param data what must not be lost
/// @param cache what can be fetched again
public record DataDirectories(Path data, Path cache, Path config, Path log) {
    /// Names the folder that holds everything instead of the system's places.
    public static final String HOME = "EASEL_HOME";

    /// @param environment as [System#getenv()]
    public static DataDirectories of(Map<String, String> environment) {
        String home = environment.getOrDefault(HOME, "").strip();
        return home.isEmpty() ? ofSystem() : under(Path.of(home).toAbsolutePath().normalize());
    }

    /// Everything under one folder.
    public static DataDirectories under(Path home) {
        return new DataDirectories(
                home.resolve("data"),
                home.resolve("cache"),
                home.resolve("config"),
                home.resolve("log"));
    }

    // Null as version and author: no folder level for either.
    @SuppressWarnings("NullAway") // appdirs says so in its documentation and has no annotations
    private static DataDirectories ofSystem() {
        AppDirs dirs = AppDirsFactory.getInstance();
        return new DataDirectories(
                Path.of(dirs.getUserDataDir("easel", null, null)),
                Path.of(dirs.getUserCacheDir("easel", null, null)),
                Path.of(dirs.getUserConfigDir("easel", null, null)),
                Path.of(dirs.getUserLogDir("easel", null, null)));
    }

    /// The history.
    public Path database() {
        return data.resolve("easel.db");
    }

    /// What the pages of one project store themselves, e.g. localStorage.
    ///
    /// @throws IllegalArgumentException for an id that is not a plain folder name
    public Path preview(String projectId) {
        if (!projectId.matches("[A-Za-z0-9-]+")) {
            throw new IllegalArgumentException("Not a project id: " + projectId);
        }
        return data.resolve("preview").resolve(projectId);
    }

    /// Web code that was fetched with consent.
    public Path library() {
        return cache.resolve("library");
    }

    /// What the user chose; see [SettingsStore].
    public Path settings() {
        return config.resolve("settings.json");
    }
}
