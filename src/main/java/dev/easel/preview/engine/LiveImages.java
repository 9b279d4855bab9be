package dev.easel.preview.engine;

import com.sun.webkit.graphics.WCGraphicsManager;
import java.lang.System.Logger.Level;
import java.lang.reflect.Field;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import javafx.scene.web.WebEngine;
import org.jspecify.annotations.Nullable;

/// Makes images of a page whose pixels come from this program, frame by frame: the fast way from
/// WebGL into a canvas, where the public ways copy every frame through the page's memory.
///
/// WebView asks one object of the process for the decoder of every image. That object is replaced,
/// before the first page is made, by one that answers for our images and passes everything else on.
/// Where this JavaFX does not let us in, or has moved something, there are no such images.
public final class LiveImages {
    private static final System.Logger LOG = System.getLogger(LiveImages.class.getName());

    /// The system property that makes pages use the public ways for all that WebGL sends: `true`.
    public static final String SLOW = "easel.webgl.slow";

    private static final Map<String, LiveImage> IMAGES = new ConcurrentHashMap<>();

    /// Once tried, whether it could be installed.
    private static @Nullable Boolean isInstalled;

    private LiveImages() {}

    /// Puts our object in place, unless it is there already. UI thread, before any page is made.
    ///
    /// @return whether there are live images
    public static boolean install() {
        if (isInstalled == null) {
            isInstalled = tryInstall();
        }
        return isInstalled;
    }

    private static boolean tryInstall() {
        try {
            // Its first use sets JavaFX's own manager.
            Class.forName(WebEngine.class.getName(), true, WebEngine.class.getClassLoader());
            WCGraphicsManager original = WCGraphicsManager.getGraphicsManager();
            if (!isUnused(original)) {
                LOG.log(Level.WARNING, "WebGL is shown the slow way: a page was made before");
                return false;
            }
            LivePicture.check();
            PlayableMedia.lookAhead();
            WCGraphicsManager.setGraphicsManager(new LiveGraphics(original, LiveImages::named));
            return true;
        } catch (ReflectiveOperationException | LinkageError | RuntimeException e) {
            LOG.log(Level.WARNING, "WebGL is shown the slow way: " + e);
            return false;
        }
    }

    /// What JavaFX's manager has handed out is known to it only.
    private static boolean isUnused(WCGraphicsManager manager) throws ReflectiveOperationException {
        Field field = WCGraphicsManager.class.getDeclaredField("refMap");
        field.setAccessible(true);
        return ((HashMap<?, ?>) field.get(manager)).isEmpty();
    }

    /// Makes an image.
    ///
    /// @return empty when there are none
    public static Optional<LiveImage> create() {
        if (isInstalled == null || !isInstalled || Boolean.getBoolean(SLOW)) {
            return Optional.empty();
        }
        // Pages must not guess the images of others.
        String name = UUID.randomUUID().toString();
        LiveImage image = new LiveImage(name, () -> IMAGES.remove(name));
        IMAGES.put(name, image);
        return Optional.of(image);
    }

    static Optional<LiveImage> named(String name) {
        return Optional.ofNullable(IMAGES.get(name));
    }
}
