package dev.easel.preview.webgl.gl;

import dev.easel.preview.webgl.BadCommandException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/// The driver's names (or addresses) of one kind of object, by the ids that the page gave them.
final class Names {
    private static final int MOST = 1 << 22;

    private long[] names = new long[64];
    private final Map<Long, Integer> ids = new HashMap<>();

    /// @return 0 for the id 0
    /// @throws BadCommandException when the page never made it, or has deleted it
    long get(int id) {
        if (id == 0) {
            return 0;
        }
        long name = find(id);
        if (name == 0) {
            throw new BadCommandException("There is no object " + id);
        }
        return name;
    }

    /// @return 0 when there is none
    long find(int id) {
        return id > 0 && id < names.length ? names[id] : 0;
    }

    /// Which object has a name now, or had it last: what a page has deleted may still be attached.
    ///
    /// @return 0 when it is none of the page's
    int idOf(long name) {
        return ids.getOrDefault(name, 0);
    }

    void put(int id, long name) {
        if (id <= 0 || id > MOST || find(id) != 0) {
            throw new BadCommandException("An object cannot be made with the id " + id);
        }
        if (id >= names.length) {
            names = Arrays.copyOf(names, Math.max(id + 1, names.length * 2));
        }
        names[id] = name;
        ids.put(name, id);
    }

    void remove(int id) {
        if (id > 0 && id < names.length) {
            names[id] = 0;
        }
    }
}
