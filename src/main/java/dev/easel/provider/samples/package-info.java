/// The built-in samples, streamed as a model would send them; no key, no network.
@NullMarked
package dev.easel.provider.samples;

import org.jspecify.annotations.NullMarked;
