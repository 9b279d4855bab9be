package dev.easel.preview.webgl.gl;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.lwjgl.system.JNI;
import org.lwjgl.system.Library;
import org.lwjgl.system.SharedLibrary;

/// ANGLE's native libraries, taken out of their jar.
final class AngleLibraries {
    private AngleLibraries() {}

    /// Loads ANGLE.
    ///
    /// @return its EGL library
    /// @throws GlUnavailableException when there is no ANGLE for this system, or it does not load
    static SharedLibrary load() {
        String system = system();
        try {
            // Private and fresh, so that nobody else can have put a library there.
            Path directory = Files.createTempDirectory("easel-angle");
            List<Path> files =
                    names().stream().map(n -> extract(system + "/" + n, directory)).toList();
            try {
                SharedLibrary egl = null;
                for (Path file : files) {
                    egl = Library.loadNative(AngleLibraries.class, "dev.easel", file.toString());
                }
                // EGL opens the other library with its first call, which must find the file.
                JNI.callI(Objects.requireNonNull(egl).getFunctionAddress("eglGetError"));
                return egl;
            } finally {
                forget(files, directory);
            }
        } catch (IOException | LinkageError e) {
            throw new GlUnavailableException("ANGLE could not be loaded: " + e.getMessage(), e);
        }
    }

    private static Path extract(String resource, Path directory) {
        Path file = directory.resolve(resource.substring(resource.indexOf('/') + 1));
        try (InputStream in = AngleLibraries.class.getClassLoader().getResourceAsStream(resource)) {
            if (in == null) {
                throw new GlUnavailableException("There is no ANGLE for this system: " + resource);
            }
            Files.copy(in, file);
            return file;
        } catch (IOException e) {
            throw new GlUnavailableException("ANGLE could not be unpacked: " + e.getMessage(), e);
        }
    }

    /// What is loaded stays loaded; Windows keeps the files until the process ends.
    private static void forget(List<Path> files, Path directory) {
        for (Path file : files) {
            if (!file.toFile().delete()) {
                directory.toFile().deleteOnExit();
                file.toFile().deleteOnExit();
            }
        }
        if (!directory.toFile().delete()) {
            directory.toFile().deleteOnExit();
        }
    }

    private static String system() {
        String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String arch = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        boolean isArm = arch.equals("aarch64") || arch.equals("arm64");
        if (os.contains("windows")) {
            return isArm ? "windowsarm64" : "windows64";
        }
        if (os.contains("mac")) {
            return isArm ? "macosxarm64" : "macosx64";
        }
        return isArm ? "linuxarm64" : "linux64";
    }

    /// EGL last: it loads the other from beside itself.
    private static List<String> names() {
        return List.of(System.mapLibraryName("GLESv2"), System.mapLibraryName("EGL")).stream()
                .map(n -> n.startsWith("lib") ? n : "lib" + n)
                .toList();
    }
}
