/// The first screen: a sample that works at once, or a model to connect.
@NullMarked
package dev.easel.welcome;

import org.jspecify.annotations.NullMarked;
