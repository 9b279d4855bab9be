package dev.easel.preview.engine;

import com.sun.prism.Graphics;
import com.sun.webkit.graphics.WCImage;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// The image that JavaFX's renderer draws for a [LiveImage].
///
/// The renderer draws only subclasses of its `PrismImage`, whose abstract methods are private to
/// their package. So one subclass is made in that package at run time, which passes on what it is
/// asked.
final class LivePicture {
    private static final String BASE = "com.sun.javafx.webkit.prism.PrismImage";
    private static final ClassDesc SUPER = ClassDesc.of(BASE);
    private static final ClassDesc SELF = ClassDesc.of(BASE + "OfEasel");
    private static final ClassDesc GRAPHICS = ClassDesc.of("com.sun.prism.Graphics");
    private static final ClassDesc IMAGE = ClassDesc.of("com.sun.prism.Image");
    private static final ClassDesc DRAW = ClassDesc.of("java.util.function.BiConsumer");
    private static final ClassDesc RUN = ClassDesc.of("java.lang.Runnable");
    private static final MethodTypeDesc NEW = MethodTypeDesc.of(ConstantDescs.CD_void, DRAW, RUN);

    private static @Nullable MethodHandle constructor;

    private LivePicture() {}

    /// Makes the class.
    ///
    /// @throws IllegalAccessException when JavaFX does not let us in
    static void check() throws ReflectiveOperationException {
        if (constructor == null) {
            MethodHandles.Lookup inside =
                    MethodHandles.privateLookupIn(Class.forName(BASE), MethodHandles.lookup());
            constructor =
                    inside.findConstructor(
                            inside.defineClass(code()),
                            MethodType.methodType(void.class, BiConsumer.class, Runnable.class));
        }
    }

    /// @param target drawn whenever the renderer draws the image
    static WCImage of(LiveImage target) {
        BiConsumer<Graphics, int[]> draw =
                (graphics, to) -> target.draw(graphics, to[0], to[1], to[2], to[3]);
        Runnable dispose = target::dispose;
        try {
            return (WCImage) java.util.Objects.requireNonNull(constructor).invoke(draw, dispose);
        } catch (Throwable e) {
            throw new IllegalStateException("The image cannot be made", e);
        }
    }

    private static byte[] code() {
        return ClassFile.of()
                .build(
                        SELF,
                        type -> {
                            type.withSuperclass(SUPER).withFlags(ClassFile.ACC_FINAL);
                            type.withField("draw", DRAW, ClassFile.ACC_PRIVATE);
                            type.withField("dispose", RUN, ClassFile.ACC_PRIVATE);
                            type.withMethodBody(
                                    ConstantDescs.INIT_NAME, NEW, 0, LivePicture::constructor);
                            type.withMethodBody(
                                    "getImage",
                                    MethodTypeDesc.of(IMAGE),
                                    0,
                                    c -> c.aconst_null().areturn());
                            type.withMethodBody(
                                    "getGraphics",
                                    MethodTypeDesc.of(GRAPHICS),
                                    0,
                                    c -> c.aconst_null().areturn());
                            type.withMethodBody(
                                    "dispose",
                                    MethodTypeDesc.of(ConstantDescs.CD_void),
                                    0,
                                    LivePicture::dispose);
                            type.withMethodBody("draw", drawType(), 0, LivePicture::draw);
                            for (String size : new String[] {"getWidth", "getHeight"}) {
                                type.withMethodBody(
                                        size,
                                        MethodTypeDesc.of(ConstantDescs.CD_int),
                                        ClassFile.ACC_PUBLIC,
                                        c -> c.loadConstant(LiveImage.NOMINAL).ireturn());
                            }
                            type.withMethodBody(
                                    "getPixelScale",
                                    MethodTypeDesc.of(ConstantDescs.CD_float),
                                    ClassFile.ACC_PUBLIC,
                                    c -> c.loadConstant(1f).freturn());
                        });
    }

    /// Graphics, where to (two corners), where from (two corners).
    private static MethodTypeDesc drawType() {
        ClassDesc i = ConstantDescs.CD_int;
        return MethodTypeDesc.of(ConstantDescs.CD_void, GRAPHICS, i, i, i, i, i, i, i, i);
    }

    private static void constructor(CodeBuilder code) {
        code.aload(0)
                .invokespecial(SUPER, ConstantDescs.INIT_NAME, ConstantDescs.MTD_void)
                .aload(0)
                .aload(1)
                .putfield(SELF, "draw", DRAW)
                .aload(0)
                .aload(2)
                .putfield(SELF, "dispose", RUN)
                .return_();
    }

    private static void dispose(CodeBuilder code) {
        code.aload(0)
                .getfield(SELF, "dispose", RUN)
                .invokeinterface(RUN, "run", ConstantDescs.MTD_void)
                .return_();
    }

    private static void draw(CodeBuilder code) {
        code.aload(0).getfield(SELF, "draw", DRAW).aload(1);
        code.iconst_4().newarray(java.lang.classfile.TypeKind.INT);
        for (int k = 0; k < 4; k++) {
            code.dup().loadConstant(k).iload(k + 2).iastore();
        }
        code.invokeinterface(
                        DRAW,
                        "accept",
                        MethodTypeDesc.of(
                                ConstantDescs.CD_void,
                                ConstantDescs.CD_Object,
                                ConstantDescs.CD_Object))
                .return_();
    }
}
