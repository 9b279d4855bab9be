/// Gemini through google-genai; the only user of `com.google.genai`.
@NullMarked
package dev.easel.provider.gemini;

import org.jspecify.annotations.NullMarked;
