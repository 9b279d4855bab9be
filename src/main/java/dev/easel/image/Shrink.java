package dev.easel.image;

import java.util.Arrays;

/// Makes pictures smaller by averaging: every pixel of the source counts with the area that it
/// covers, so text and thin lines stay as readable as the size allows.
final class Shrink {
    /// Gives one row of a picture.
    interface Rows {
        /// @param row gets the pixels, not premultiplied
        void read(int y, int[] row);
    }

    private final int width;
    private final int target;
    private final int[] at;
    private final float[] first;
    private final float[] second;

    private Shrink(int width, int target) {
        this.width = width;
        this.target = target;
        at = new int[width];
        first = new float[width];
        second = new float[width];
        for (int i = 0; i < width; i++) {
            double from = (double) i * target / width;
            double to = (double) (i + 1) * target / width;
            at[i] = Math.min(target - 1, (int) from);
            double inFirst = Math.min(to, at[i] + 1) - from;
            boolean both = at[i] < target - 1 && to > at[i] + 1;
            first[i] = (float) (both ? inFirst : to - from);
            second[i] = both ? (float) (to - at[i] - 1) : 0;
        }
    }

    /// @param longest the most pixels that a side may have
    static Pixels to(int longest, int width, int height, Rows rows) {
        double scale = Math.min(1, (double) longest / Math.max(width, height));
        int toWidth = Math.max(1, (int) Math.round(width * scale));
        int toHeight = Math.max(1, (int) Math.round(height * scale));
        return to(toWidth, toHeight, width, height, rows);
    }

    /// The picture with no side longer than this.
    static Pixels to(int longest, Pixels source) {
        int w = source.width();
        return Math.max(w, source.height()) <= longest
                ? source
                : to(
                        longest,
                        w,
                        source.height(),
                        (y, row) -> System.arraycopy(source.argb(), y * w, row, 0, w));
    }

    private static Pixels to(int toWidth, int toHeight, int width, int height, Rows rows) {
        Shrink across = new Shrink(width, toWidth);
        Shrink down = new Shrink(height, toHeight);
        int[] argb = new int[toWidth * toHeight];
        int[] row = new int[width];
        float[] line = new float[toWidth * 4];
        float[] sum = new float[toWidth * 4];
        float[] next = new float[toWidth * 4];
        for (int y = 0; y < height; y++) {
            rows.read(y, row);
            across.line(row, line);
            add(line, down.first[y], sum);
            add(line, down.second[y], next);
            if (y == height - 1 || down.at[y + 1] != down.at[y]) {
                pack(sum, argb, down.at[y] * toWidth);
                float[] done = sum;
                sum = next;
                next = done;
                Arrays.fill(next, 0);
            }
        }
        return new Pixels(toWidth, toHeight, argb);
    }

    // Premultiplied: what cannot be seen has no colour to give.
    private void line(int[] row, float[] line) {
        Arrays.fill(line, 0);
        for (int x = 0; x < width; x++) {
            int p = row[x];
            float alpha = p >>> 24;
            int to = at[x] * 4;
            put(line, to, p, alpha, first[x]);
            if (second[x] > 0 && at[x] < target - 1) {
                put(line, to + 4, p, alpha, second[x]);
            }
        }
    }

    private static void put(float[] line, int to, int p, float alpha, float weight) {
        float seen = alpha * weight / 255;
        line[to] += alpha * weight;
        line[to + 1] += (p >> 16 & 255) * seen;
        line[to + 2] += (p >> 8 & 255) * seen;
        line[to + 3] += (p & 255) * seen;
    }

    private static void add(float[] line, float weight, float[] sum) {
        if (weight > 0) {
            for (int i = 0; i < line.length; i++) {
                sum[i] += line[i] * weight;
            }
        }
    }

    private static void pack(float[] sum, int[] argb, int at) {
        for (int x = 0; x < sum.length / 4; x++) {
            float alpha = sum[x * 4];
            float full = alpha <= 0 ? 0 : 255 / alpha;
            argb[at + x] =
                    channel(alpha) << 24
                            | channel(sum[x * 4 + 1] * full) << 16
                            | channel(sum[x * 4 + 2] * full) << 8
                            | channel(sum[x * 4 + 3] * full);
        }
    }

    private static int channel(float value) {
        return Math.clamp(Math.round(value), 0, 255);
    }
}
