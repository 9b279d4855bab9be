/// The thing being made: projects, revisions, files and runs. Plain values; uses only itself and
/// the JDK.
@NullMarked
package dev.easel.project;

import org.jspecify.annotations.NullMarked;
