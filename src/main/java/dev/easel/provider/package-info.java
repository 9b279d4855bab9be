/// Where models come from: the contract every provider keeps. Uses `project` for usage figures;
/// knows no provider.
@NullMarked
package dev.easel.provider;

import org.jspecify.annotations.NullMarked;
