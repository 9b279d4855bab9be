package dev.easel.preview.engine;

import com.sun.webkit.graphics.WCImageDecoder;
import com.sun.webkit.graphics.WCImageFrame;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// JavaFX's own decoder of an image.
final class OtherDecoder {
    private static final ProtectedMethods METHODS = new ProtectedMethods(WCImageDecoder.class);

    private final WCImageDecoder target;

    OtherDecoder(WCImageDecoder target) {
        this.target = target;
    }

    void addImageData(byte @Nullable [] data) {
        METHODS.call(target, "addImageData", (Object) data);
    }

    int[] getImageSize() {
        return (int[]) Objects.requireNonNull(METHODS.call(target, "getImageSize"));
    }

    int getFrameCount() {
        return number(METHODS.call(target, "getFrameCount"));
    }

    @Nullable WCImageFrame getFrame(int index) {
        return (WCImageFrame) METHODS.call(target, "getFrame", index);
    }

    int getFrameDuration(int index) {
        return number(METHODS.call(target, "getFrameDuration", index));
    }

    int @Nullable [] getFrameSize(int index) {
        return (int[]) METHODS.call(target, "getFrameSize", index);
    }

    boolean getFrameCompleteStatus(int index) {
        return Boolean.TRUE.equals(METHODS.call(target, "getFrameCompleteStatus", index));
    }

    void loadFromResource(String name) {
        METHODS.call(target, "loadFromResource", name);
    }

    void destroy() {
        METHODS.call(target, "destroy");
    }

    String getFilenameExtension() {
        return (String) Objects.requireNonNull(METHODS.call(target, "getFilenameExtension"));
    }

    private static int number(@Nullable Object value) {
        return (Integer) Objects.requireNonNull(value);
    }
}
