package dev.easel.preview.engine;

import com.sun.webkit.graphics.WCFont;
import com.sun.webkit.graphics.WCFontCustomPlatformData;
import com.sun.webkit.graphics.WCGraphicsContext;
import com.sun.webkit.graphics.WCGraphicsManager;
import com.sun.webkit.graphics.WCImage;
import com.sun.webkit.graphics.WCImageDecoder;
import com.sun.webkit.graphics.WCImageFrame;
import com.sun.webkit.graphics.WCMediaPlayer;
import com.sun.webkit.graphics.WCPageBackBuffer;
import com.sun.webkit.graphics.WCPath;
import com.sun.webkit.graphics.WCRectangle;
import com.sun.webkit.graphics.WCRenderQueue;
import com.sun.webkit.graphics.WCTransform;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What WebKit asks for everything graphical: JavaFX's own answers, but for the decoders of images,
/// and the films that it only believes to play.
@SuppressWarnings("NullAway") // JavaFX says nowhere what may be null; everything is passed on.
final class LiveGraphics extends WCGraphicsManager {
    private final ProtectedMethods methods = new ProtectedMethods(WCGraphicsManager.class);
    private final WCGraphicsManager other;
    private final Function<String, Optional<LiveImage>> images;

    /// @param images by name
    LiveGraphics(WCGraphicsManager other, Function<String, Optional<LiveImage>> images) {
        this.other = other;
        this.images = images;
    }

    @Override
    protected WCImageDecoder getImageDecoder() {
        return new LiveDecoder((WCImageDecoder) methods.call(other, "getImageDecoder"), images);
    }

    @Override
    public float getDevicePixelScale() {
        return other.getDevicePixelScale();
    }

    @Override
    public WCGraphicsContext createGraphicsContext(Object graphics) {
        return other.createGraphicsContext(graphics);
    }

    @Override
    public WCRenderQueue createRenderQueue(WCRectangle clip, boolean opaque) {
        return other.createRenderQueue(clip, opaque);
    }

    @Override
    protected WCRenderQueue createBufferedContextRQ(WCImage image) {
        return (WCRenderQueue) methods.call(other, "createBufferedContextRQ", image);
    }

    @Override
    public WCPageBackBuffer createPageBackBuffer() {
        return other.createPageBackBuffer();
    }

    @Override
    protected WCFont getWCFont(String name, boolean bold, boolean italic, float size) {
        return (WCFont) methods.call(other, "getWCFont", name, bold, italic, size);
    }

    @Override
    protected WCFontCustomPlatformData createFontCustomPlatformData(InputStream in) {
        return (WCFontCustomPlatformData) methods.call(other, "createFontCustomPlatformData", in);
    }

    @Override
    protected WCPath createWCPath() {
        return (WCPath) methods.call(other, "createWCPath");
    }

    @Override
    protected WCPath createWCPath(WCPath path) {
        return (WCPath) methods.call(other, "createWCPath", path);
    }

    @Override
    protected WCImage createWCImage(int width, int height) {
        return (WCImage) methods.call(other, "createWCImage", width, height);
    }

    @Override
    protected WCImage createRTImage(int width, int height) {
        return (WCImage) methods.call(other, "createRTImage", width, height);
    }

    @Override
    public WCImage getIconImage(String url) {
        return other.getIconImage(url);
    }

    @Override
    public Object toPlatformImage(WCImage image) {
        return other.toPlatformImage(image);
    }

    @Override
    protected WCImageFrame createFrame(int width, int height, ByteBuffer data) {
        return (WCImageFrame) methods.call(other, "createFrame", width, height, data);
    }

    @Override
    protected WCTransform createTransform(
            double m00, double m10, double m01, double m11, double m02, double m12) {
        return (WCTransform) methods.call(other, "createTransform", m00, m10, m01, m11, m02, m12);
    }

    @Override
    protected String[] getSupportedMediaTypes() {
        PlayableMedia media = PlayableMedia.ofMachine();
        return Arrays.stream((String[]) methods.call(other, "getSupportedMediaTypes"))
                .filter(media::plays)
                .toArray(String[]::new);
    }

    @Override
    protected WCMediaPlayer createMediaPlayer() {
        return (@Nullable WCMediaPlayer) methods.call(other, "createMediaPlayer");
    }
}
