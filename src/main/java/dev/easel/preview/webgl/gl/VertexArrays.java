package dev.easel.preview.webgl.gl;

import java.util.HashMap;
import java.util.Map;

/// Which buffers the vertex arrays of a context take their data from. Only followed for drivers
/// that do not see to it themselves that there is one.
final class VertexArrays {
    static final int MOST_ATTRIBUTES = 32;

    /// Where an attribute is read.
    ///
    /// @param buffer the driver's name, 0 for none
    /// @param bytes of one vertex
    /// @param stride from one vertex to the next
    record Source(int buffer, long offset, int bytes, int stride, int divisor) {
        static final Source NONE = new Source(0, 0, 16, 16, 0);

        Source every(int instances) {
            return new Source(buffer, offset, bytes, stride, instances);
        }
    }

    /// One vertex array.
    static final class State {
        final Source[] sources = new Source[MOST_ATTRIBUTES];
        int enabled;
        int elements;

        State() {
            java.util.Arrays.fill(sources, Source.NONE);
        }
    }

    private final Map<Integer, State> states = new HashMap<>();
    private int bound;
    private int own;

    /// @param name of the vertex array that stands for the page's none
    void setOwn(int name) {
        own = name;
        bound = name;
    }

    int own() {
        return own;
    }

    void bind(int name) {
        bound = name;
    }

    State current() {
        return states.computeIfAbsent(bound, n -> new State());
    }

    void delete(int name) {
        states.remove(name);
        if (bound == name) {
            bound = own;
        }
    }

    /// A buffer that is deleted leaves the vertex array that is bound.
    void deleteBuffer(int name) {
        State state = current();
        for (int k = 0; k < MOST_ATTRIBUTES; k++) {
            if (state.sources[k].buffer() == name) {
                state.sources[k] = Source.NONE;
            }
        }
        if (state.elements == name) {
            state.elements = 0;
        }
    }
}
