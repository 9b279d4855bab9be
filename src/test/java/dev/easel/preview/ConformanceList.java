package dev.easel.preview;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The pages of the Khronos tests, as their `00_test_list.txt` files name them for one version.
final class ConformanceList {
    private final Path root;
    private final String version;
    private final List<String> pages = new ArrayList<>();

    private ConformanceList(Path root, String version) {
        this.root = root;
        this.version = version;
    }

    /// @param root `sdk/tests` of the Khronos repository
    /// @param folder e.g. `conformance`
    /// @param version whose pages are wanted, e.g. `1.0.4`
    static List<String> of(Path root, String folder, String version) throws IOException {
        ConformanceList list = new ConformanceList(root, version);
        list.read(folder + "/00_test_list.txt");
        return list.pages;
    }

    private void read(String list) throws IOException {
        String folder = list.substring(0, list.lastIndexOf('/') + 1);
        for (String line : Files.readAllLines(root.resolve(list))) {
            String text = line.replaceAll("//.*|#.*", "").strip();
            if (!text.isEmpty()) {
                entry(folder, text.split("\\s+"));
            }
        }
    }

    private void entry(String folder, String[] words) throws IOException {
        int at = 0;
        while (words[at].startsWith("--")) {
            if (words[at].equals("--min-version")) {
                if (compare(version, words[++at]) < 0) {
                    return;
                }
            } else if (words[at].equals("--max-version") && compare(version, words[++at]) > 0) {
                return;
            }
            at++;
        }
        String path = folder + words[at];
        if (path.endsWith(".txt")) {
            read(path);
        } else {
            pages.add(path);
        }
    }

    private static int compare(String a, String b) {
        String[] left = a.split("\\.");
        String[] right = b.split("\\.");
        for (int k = 0; k < 3; k++) {
            int l = k < left.length ? Integer.parseInt(left[k]) : 0;
            int r = k < right.length ? Integer.parseInt(right[k]) : 0;
            if (l != r) {
                return Integer.compare(l, r);
            }
        }
        return 0;
    }
}
