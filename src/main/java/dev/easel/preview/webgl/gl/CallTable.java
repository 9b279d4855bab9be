package dev.easel.preview.webgl.gl;

import dev.easel.preview.webgl.ApiFunction;
import dev.easel.preview.webgl.ApiTable;
import dev.easel.preview.webgl.Args;
import dev.easel.preview.webgl.BadCommandException;
import dev.easel.preview.webgl.Opcodes;
import dev.easel.preview.webgl.Reply;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What every opcode does.
final class CallTable {
    /// Commands that work without a context.
    private static final List<String> WITHOUT_CONTEXT =
            List.of("contextCreate", "contextUse", "contextClose");

    private final List<String> names;
    private final Call[] calls;
    private final boolean[] isFree;

    CallTable(ApiTable api, Opcodes opcodes, GlDisplay display, Gl gl) {
        this.names = opcodes.names();
        Map<String, Call> byName = new HashMap<>();
        PlainCalls plain = new PlainCalls(gl);
        for (ApiFunction function : api.functions()) {
            plain.of(function).ifPresent(call -> byName.put(function.name(), call));
        }
        // Those that need more than the driver's function come later and take the plain one's
        // place.
        byName.putAll(new ContextCalls(display, gl).calls());
        byName.putAll(new ObjectCalls(gl, plain).calls());
        byName.putAll(new QueryCalls(gl).calls());
        byName.putAll(new ShaderCalls(gl).calls());
        byName.putAll(new ProgramCalls(gl).calls());
        byName.putAll(new UniformCalls(gl).calls());
        byName.putAll(new BufferCalls(gl).calls());
        byName.putAll(new IndexedCalls(gl).calls());
        byName.putAll(new TextureCalls(gl).calls());
        byName.putAll(new PictureCalls(gl).calls());
        byName.putAll(new FramebufferCalls(gl, plain).calls());
        byName.putAll(new MultiDrawCalls(gl).calls());
        byName.put("drawRangeElements", DrawLimits.range(gl));
        byName.putAll(DrawCalls.around(byName));
        if (!display.isAngle()) {
            byName.putAll(MesaChecks.around(gl, byName));
        }
        byName.putAll(DrawLimits.around(byName));
        byName.putAll(MemoryCalls.around(byName));
        calls = names.stream().map(n -> byName.getOrDefault(n, missing(n))).toArray(Call[]::new);
        isFree = new boolean[calls.length];
        for (int k = 0; k < calls.length; k++) {
            isFree[k] = WITHOUT_CONTEXT.contains(names.get(k));
        }
    }

    private static Call missing(String name) {
        return (page, context, in, out) -> {
            throw new BadCommandException("There is no command " + name);
        };
    }

    /// Carries out one command.
    ///
    /// @param context null while the page has none
    void run(int opcode, GlPage page, @Nullable GlContext context, Args in, Reply out) {
        if (opcode >= calls.length) {
            throw new BadCommandException("There is no opcode " + opcode);
        }
        if (context == null) {
            if (!isFree[opcode]) {
                // A page goes on calling a context that was closed; nothing is to happen.
                return;
            }
            calls[opcode].run(page, NO_CONTEXT, in, out);
            return;
        }
        calls[opcode].run(page, context, in, out);
    }

    /// Never looked at by the commands that are carried out with it.
    @SuppressWarnings("NullAway")
    private static final GlContext NO_CONTEXT = null;
}
