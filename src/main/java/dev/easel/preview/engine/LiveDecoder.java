package dev.easel.preview.engine;

import com.sun.webkit.graphics.WCImage;
import com.sun.webkit.graphics.WCImageDecoder;
import com.sun.webkit.graphics.WCImageFrame;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Decodes one image of a page: a live one, when its data say so, else as JavaFX does.
///
/// WebKit gives the data in pieces, from the beginning; the first piece holds all of our names.
final class LiveDecoder extends WCImageDecoder {
    private final Function<String, Optional<LiveImage>> images;
    private final OtherDecoder other;
    private boolean isDecided;
    private @Nullable WCImage picture;

    /// @param images by name
    LiveDecoder(WCImageDecoder other, Function<String, Optional<LiveImage>> images) {
        this.other = new OtherDecoder(other);
        this.images = images;
    }

    @Override
    protected void addImageData(byte @Nullable [] data) {
        if (!isDecided && data != null && data.length > 0) {
            isDecided = true;
            picture = live(data);
        }
        if (picture == null) {
            other.addImageData(data);
        }
    }

    private @Nullable WCImage live(byte[] data) {
        int mark = LiveImage.MARK.length();
        if (data.length > 2 * mark + 64 || data.length <= mark) {
            return null;
        }
        String text = new String(data, StandardCharsets.US_ASCII);
        return text.startsWith(LiveImage.MARK)
                ? images.apply(text.substring(mark)).map(LivePicture::of).orElse(null)
                : null;
    }

    @Override
    protected int[] getImageSize() {
        return picture == null ? other.getImageSize() : size();
    }

    private static int[] size() {
        return new int[] {LiveImage.NOMINAL, LiveImage.NOMINAL};
    }

    @Override
    protected int getFrameCount() {
        return picture == null ? other.getFrameCount() : 1;
    }

    @Override
    protected @Nullable WCImageFrame getFrame(int index) {
        WCImage shown = picture;
        return shown == null ? other.getFrame(index) : new Frame(shown);
    }

    @Override
    protected int getFrameDuration(int index) {
        return picture == null ? other.getFrameDuration(index) : 0;
    }

    @Override
    protected int @Nullable [] getFrameSize(int index) {
        return picture == null ? other.getFrameSize(index) : size();
    }

    @Override
    protected boolean getFrameCompleteStatus(int index) {
        return picture != null || other.getFrameCompleteStatus(index);
    }

    @Override
    protected void loadFromResource(String name) {
        other.loadFromResource(name);
    }

    @Override
    protected void destroy() {
        other.destroy();
    }

    @Override
    protected String getFilenameExtension() {
        return picture == null ? other.getFilenameExtension() : ".png";
    }

    private static final class Frame extends WCImageFrame {
        private final WCImage image;

        Frame(WCImage image) {
            this.image = image;
        }

        @Override
        public WCImage getFrame() {
            return image;
        }

        @Override
        public int[] getSize() {
            return size();
        }
    }
}
