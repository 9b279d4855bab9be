package dev.easel.preview.webgl.gl;

/// By which name one asks what is bound to a target.
final class Bindings {
    static final int RENDERBUFFER = 0x8CA7;
    static final int CUBE_MAP = 0x8513;
    private static final int FIRST_FACE = 0x8515;
    private static final int LAST_FACE = 0x851A;

    private Bindings() {}

    /// @return 0 for what is no target
    static int buffer(int target) {
        return switch (target) {
            case 0x8892 -> 0x8894;
            case 0x8893 -> 0x8895;
            case 0x88EB -> 0x88ED;
            case 0x88EC -> 0x88EF;
            case 0x8A11 -> 0x8A28;
            case 0x8C8E -> 0x8C8F;
            // Copying from and to: the same number.
            case 0x8F36, 0x8F37 -> target;
            default -> 0;
        };
    }

    /// @return 0 for what is no target
    static int texture(int target) {
        return switch (target) {
            case 0x0DE1 -> 0x8069;
            case 0x806F -> 0x806A;
            case 0x8C1A -> 0x8C1D;
            case CUBE_MAP -> 0x8514;
            default -> target >= FIRST_FACE && target <= LAST_FACE ? 0x8514 : 0;
        };
    }

    /// Which face of a cube a target is, from 1; 0 for other targets.
    static int face(int target) {
        return target >= FIRST_FACE && target <= LAST_FACE ? target - FIRST_FACE + 1 : 0;
    }
}
