/// The made-up https origin of each project: every request of a page is answered here or denied and
/// listed.
@NullMarked
package dev.easel.preview.sandbox;

import org.jspecify.annotations.NullMarked;
