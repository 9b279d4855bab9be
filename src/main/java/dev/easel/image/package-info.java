/// Images that users give, made into what models take. Plain Java: ImageIO decodes, no window is
/// needed.
@NullMarked
package dev.easel.image;

import org.jspecify.annotations.NullMarked;
