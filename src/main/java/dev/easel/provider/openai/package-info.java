/// OpenAI-compatible servers (Ollama, LM Studio, llama.cpp) over java.net.http.
@NullMarked
package dev.easel.provider.openai;

import org.jspecify.annotations.NullMarked;
