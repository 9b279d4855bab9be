package dev.easel.preview.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlayableMediaTest {
    @Test
    void everythingPlaysWhereThereAreCodecsAndSound() {
        PlayableMedia media = new PlayableMedia(true, true);
        assertThat(media.plays("video/mp4")).isTrue();
        assertThat(media.plays("audio/mpeg")).isTrue();
        assertThat(media.plays("audio/wav")).isTrue();
    }

    @Test
    void onlySamplesPlayWithoutCodecs() {
        PlayableMedia media = new PlayableMedia(false, true);
        assertThat(media.plays("video/mp4")).isFalse();
        assertThat(media.plays("application/vnd.apple.mpegurl")).isFalse();
        assertThat(media.plays("audio/mpeg")).isFalse();
        assertThat(media.plays("audio/x-wav")).isTrue();
        assertThat(media.reason("video/mp4")).contains("libavcodec").contains("apt install");
    }

    @Test
    void onlyFilmsPlayWithoutADeviceForSound() {
        PlayableMedia media = new PlayableMedia(true, false);
        assertThat(media.plays("video/mp4")).isTrue();
        assertThat(media.plays("audio/mpeg")).isFalse();
        assertThat(media.reason("audio/mpeg")).contains("device for sound");
    }
}
