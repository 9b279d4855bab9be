package dev.easel.preview;

import dev.easel.preview.webgl.ApiFunction;
import dev.easel.preview.webgl.ApiTable;
import dev.easel.preview.webgl.Opcodes;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// Commands as no page script would write them: every opcode, with numbers that mean something,
/// numbers that mean nothing, and lengths that lie. The same seed always gives the same.
final class CommandGarbage {
    private static final int OPCODE_BITS = 10;
    private static final int[] EDGES = {
        -1, Integer.MIN_VALUE, Integer.MAX_VALUE, 0x7fff, 0x10000, 100_000, 1 << 20, 1 << 30
    };
    private static final int SYNC = 8;
    private static final List<String> NOT_HERE = List.of("contextClose", "contextCreate");

    private final Random random;
    private final List<String> names;
    private final List<String> known;
    private final Map<String, Integer> arguments = new HashMap<>();
    private final int[] constants;
    private final ByteBuffer out = ByteBuffer.allocate(1 << 20).order(ByteOrder.nativeOrder());

    CommandGarbage(long seed, ApiTable api, Opcodes opcodes) {
        this.random = new Random(seed);
        this.names = opcodes.names();
        // What a script answers by itself is no command; one in a hundred is tried all the same.
        this.known = new ArrayList<>(names.subList(api.functions().size(), names.size()));
        api.functions().stream().filter(ApiFunction::isVoid).forEach(f -> known.add(f.name()));
        for (ApiFunction function : api.functions()) {
            if (function.isPlain()) {
                int words =
                        function.arguments().stream().mapToInt(a -> a.equals("l") ? 2 : 1).sum();
                arguments.put(function.name(), words);
            }
        }
        List<Long> all = new ArrayList<>(api.constants().values());
        all.addAll(api.laterConstants().values());
        constants = all.stream().mapToInt(Long::intValue).toArray();
    }

    /// A context with some objects of every kind.
    ByteBuffer beginning(int id, int version) {
        out.clear();
        command("contextCreate", id, version, random.nextInt(64), 64, 64);
        for (int kind = 0; kind < 11; kind++) {
            for (int k = 1; k <= 3 && kind != SYNC; k++) {
                command("objectCreate", kind, k, k == 1 ? 0x8B31 : 0x8B30);
            }
        }
        return copy();
    }

    /// A few commands.
    ByteBuffer next() {
        out.clear();
        int count = 1 + random.nextInt(4);
        for (int k = 0; k < count; k++) {
            List<String> from = random.nextInt(100) == 0 ? names : known;
            String name = from.get(random.nextInt(from.size()));
            if (!NOT_HERE.contains(name) || random.nextInt(50) == 0) {
                garbage(name);
            }
        }
        return copy();
    }

    private void garbage(String name) {
        int words = arguments.getOrDefault(name, random.nextInt(14));
        if (random.nextInt(12) == 0) {
            words = random.nextInt(40);
        }
        int[] list = new int[words];
        for (int k = 0; k < words; k++) {
            list[k] = word();
        }
        int length = random.nextInt(100) == 0 ? word() : words + 1;
        out.putInt(names.indexOf(name) | length << OPCODE_BITS);
        for (int value : list) {
            out.putInt(value);
        }
    }

    private int word() {
        return switch (random.nextInt(10)) {
            case 0, 1, 2, 3 -> random.nextInt(5);
            case 4, 5, 6 -> constants[random.nextInt(constants.length)];
            case 7 -> EDGES[random.nextInt(EDGES.length)];
            case 8 -> Float.floatToIntBits((float) random.nextGaussian() * 1000);
            default -> random.nextInt();
        };
    }

    private void command(String name, int... words) {
        out.putInt(names.indexOf(name) | words.length + 1 << OPCODE_BITS);
        for (int word : words) {
            out.putInt(word);
        }
    }

    private ByteBuffer copy() {
        return ByteBuffer.allocateDirect(out.position())
                .order(ByteOrder.nativeOrder())
                .put(out.flip())
                .flip();
    }
}
